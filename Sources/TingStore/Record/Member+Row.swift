import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

extension Member {
    /// The columns of a member, in the order in which they are read and written.
    static let columns = "id, kind, classes, roles, joined, departed, paid_until, more"

    /// The values of the columns.
    ///
    /// A role held from the beginning and without an end is kept as its name; what few members have is
    /// kept together in the last column, which is empty for all others.
    var values: StatementArguments {
        let plain = Term("", Span(from: joined))
        let roles = terms.map { term in
            Term("", term.span, way: term.way, decision: term.decision) == plain
                ? JSON.string(term.name) : term.json
        }
        return [
            id, kind.rawValue, JSON.strings(classes).canonicalText, JSON.array(roles).canonicalText,
            joined.seconds, left?.seconds, paidUntil?.seconds, more?.canonicalText,
        ]
    }

    /// What few members have; nil for all others.
    private var more: JSON? {
        var keys: [String: JSON] = [:]
        func set(_ key: String, _ items: [JSON]) {
            if !items.isEmpty { keys[key] = .array(items) }
        }
        set("groups", groups.json)
        set("earlier", earlier.map(\.json))
        set(
            "earlier-classes",
            earlierClasses.map { .array([.integer($0.until.seconds), .strings($0.value)]) })
        set(
            "earlier-groups",
            earlierGroups.map { .array([.integer($0.until.seconds), .array($0.value.json)]) })
        set("absences", absences.map { .array([.string($0.kind.rawValue), $0.span.json]) })
        set("delegates", delegates.map(\.json))
        return keys.isEmpty ? nil : .object(keys)
    }

    /// Takes what few members have.
    mutating func take(more: JSON) throws {
        let damaged = MinutesError.damaged(at: id)
        groups = try [Group](json: more["groups"]).orThrow(damaged)
        earlier = try (more["earlier"]?.array ?? []).map { try Span(json: $0).orThrow(damaged) }
        earlierClasses = try (more["earlier-classes"]?.array ?? []).map { item in
            guard let pair = item.array, pair.count == 2, let until = pair[0].integer,
                let classes = pair[1].array
            else { throw damaged }
            return Held(classes.compactMap(\.string), until: Instant(seconds: until))
        }
        earlierGroups = try (more["earlier-groups"]?.array ?? []).map { item in
            guard let pair = item.array, pair.count == 2, let until = pair[0].integer,
                let groups = [Group](json: pair[1])
            else { throw damaged }
            return Held(groups, until: Instant(seconds: until))
        }
        absences = try (more["absences"]?.array ?? []).map { item in
            guard let pair = item.array, pair.count == 2,
                let kind = pair[0].string.flatMap(Absence.Kind.init), let span = Span(json: pair[1])
            else { throw damaged }
            return Absence(kind, span)
        }
        delegates = try (more["delegates"]?.array ?? []).map { try Term(json: $0).orThrow(damaged) }
    }
}

extension Optional {
    /// The value; an error where there is none.
    fileprivate func orThrow(_ error: MinutesError) throws -> Wrapped {
        guard let self else { throw error }
        return self
    }
}

extension [Group] {
    /// Pairs of kind and name.
    fileprivate var json: [JSON] { map { .strings([$0.kind, $0.name]) } }

    /// Reads such pairs; none where there is nothing, nil for anything else.
    fileprivate init?(json: JSON?) {
        self = []
        for item in json?.array ?? [] {
            guard let pair = item.array?.compactMap(\.string), pair.count == 2 else { return nil }
            append(Group(kind: pair[0], name: pair[1]))
        }
    }
}

extension Span {
    /// One moment or two.
    fileprivate var json: JSON {
        .array([.integer(from.seconds)] + (until.map { [.integer($0.seconds)] } ?? []))
    }

    /// Reads one moment or two; nil for anything else.
    fileprivate init?(json: JSON) {
        guard let moments = json.array?.compactMap(\.integer), let from = moments.first, moments.count <= 2
        else { return nil }
        self.init(
            from: Instant(seconds: from), until: moments.dropFirst().first.map { Instant(seconds: $0) })
    }
}

extension Term {
    /// The name, the time, how it came about, and the number of the decision where there is one.
    fileprivate var json: JSON {
        .array(
            [.string(name), span.json, .string(way.rawValue)] + (decision.map { [.integer($0)] } ?? []))
    }

    /// Reads a term; nil for anything else.
    init?(json: JSON) {
        guard let parts = json.array, parts.count == 3 || parts.count == 4, let name = parts[0].string,
            let span = Span(json: parts[1]), let way = parts[2].string.flatMap(Way.init)
        else { return nil }
        self.init(name, span, way: way, decision: parts.dropFirst(3).first?.integer)
    }
}
