import TingWorkflow

extension AssemblyEvent {
    /// The event as the minutes keep it, without the envelope.
    public var json: JSON {
        var keys: [String: JSON] = ["type": .string(type), "at": .integer(at.seconds)]
        keys.set("by", by)
        keys.set("member", member)
        switch fact {
        case .founded(let name, let zone, let sandbox):
            keys["name"] = .string(name)
            keys["zone"] = .string(zone)
            keys["sandbox"] = .boolean(sandbox)
        case .memberAdmitted(_, let admission):
            admission.standing.write(to: &keys)
            keys["joined"] = .integer(admission.joined.seconds)
            if admission.kind != .person { keys["kind"] = .string(admission.kind.rawValue) }
            keys.set("paid-until", admission.paidUntil)
        case .memberChanged(_, let standing): standing.write(to: &keys)
        case .memberLeft, .absenceEnded: break
        case .absenceBegan(_, let absence):
            keys["kind"] = .string(absence.kind.rawValue)
            absence.span.write(to: &keys)
        case .feePaid(_, let until): keys.set("until", until)
        case .roleGiven(_, let term):
            keys["role"] = .string(term.name)
            term.span.write(to: &keys)
            keys["way"] = .string(term.way.rawValue)
            keys.set("decision", term.decision)
        case .roleEnded(_, let role): keys["role"] = .string(role)
        case .delegateNamed(_, let term):
            keys["delegate"] = .string(term.name)
            term.span.write(to: &keys)
        case .delegateWithdrawn(_, let delegate): keys["delegate"] = .string(delegate)
        }
        return .object(keys)
    }

    /// Reads an event as the minutes keep it; keys of the envelope are passed over.
    ///
    /// - Throws: ``UnreadableEvent`` for an unknown type or a missing key.
    public init(json: JSON) throws(UnreadableEvent) {
        let fields = Fields(json: json)
        let at = try fields.instant("at")
        let by = try fields.optionalString("by")
        let type = try fields.string("type")
        guard type != "founded" else {
            self.init(
                at: at, by: by,
                .founded(
                    name: try fields.string("name"), zone: try fields.string("zone"),
                    sandbox: try fields.boolean("sandbox")))
            return
        }
        self.init(at: at, by: by, try fields.happened(type))
    }
}

extension Fields {
    /// What happened to a member.
    fileprivate func happened(_ type: String) throws(UnreadableEvent) -> AssemblyEvent.Happened {
        func id() throws(UnreadableEvent) -> String { try string("member") }
        return switch type {
        case "member-admitted":
            .memberAdmitted(
                id: try id(),
                AssemblyEvent.Admission(
                    try standing(), joined: try instant("joined"),
                    kind: json["kind"] == nil ? .person : try word("kind"),
                    paidUntil: try optionalInstant("paid-until")))
        case "member-changed": .memberChanged(id: try id(), try standing())
        case "member-left": .memberLeft(id: try id())
        case "absence-began": .absenceBegan(id: try id(), Absence(try word("kind"), try span()))
        case "absence-ended": .absenceEnded(id: try id())
        case "fee-paid": .feePaid(id: try id(), until: try instant("until"))
        case "role-given":
            .roleGiven(
                id: try id(),
                Term(
                    try string("role"), try span(), way: try word("way"),
                    decision: try optionalInteger("decision")))
        case "role-ended": .roleEnded(id: try id(), role: try string("role"))
        case "delegate-named": .delegateNamed(id: try id(), Term(try string("delegate"), try span()))
        case "delegate-withdrawn": .delegateWithdrawn(id: try id(), delegate: try string("delegate"))
        default: throw UnreadableEvent(key: type)
        }
    }

    /// A word from a closed list.
    private func word<Word: RawRepresentable<String>>(_ key: String) throws(UnreadableEvent) -> Word {
        guard let word = Word(rawValue: try string(key)) else { throw UnreadableEvent(key: key) }
        return word
    }

    private func span() throws(UnreadableEvent) -> Span {
        Span(from: try instant("from"), until: try optionalInstant("until"))
    }

    private func standing() throws(UnreadableEvent) -> AssemblyEvent.Standing {
        var groups: [Group] = []
        if let value = json["groups"] {
            guard case .object(let members) = value else { throw UnreadableEvent(key: "groups") }
            for (kind, name) in members {
                guard let name = name.string else { throw UnreadableEvent(key: "groups") }
                groups.append(Group(kind: kind, name: name))
            }
        }
        return AssemblyEvent.Standing(
            classes: try strings("classes"), roles: try strings("roles"), groups: groups)
    }
}

extension AssemblyEvent.Standing {
    fileprivate func write(to keys: inout [String: JSON]) {
        keys["classes"] = .strings(classes)
        keys["roles"] = .strings(roles)
        guard !groups.isEmpty else { return }
        keys["groups"] = .object(
            Dictionary(groups.map { ($0.kind, JSON.string($0.name)) }, uniquingKeysWith: { $1 }))
    }
}

extension Span {
    fileprivate func write(to keys: inout [String: JSON]) {
        keys["from"] = .integer(from.seconds)
        keys.set("until", until)
    }
}
