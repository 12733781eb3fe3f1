import TingTally

extension FinalKind {
    /// Reads the kind; reports what is wrong and puts something harmless in its place.
    public init(_ map: MapReader) {
        let word = map.one(of: Result.allCases.map(\.rawValue), "result")
        result = word.flatMap(Result.init) ?? .lapsed
        effects = []
        for node in map["effects"].flatMap({ map.reading.items($0, for: "effects") }) ?? [] {
            if let effect = map.reading.effect(node) { effects.append(effect) }
        }
        inForce = map["in-force"].flatMap(map.reading.inForce)
        review = map["review-after"].flatMap(map.reading.review)
        sunset = map.sunset()
        cooldown = map.cooldown()
        report = map["report"].flatMap(map.reading.report)
        mark = map.mark
        cooldownMark = map.mark(of: "cooldown")
        inForceMark = map.mark(of: "in-force")
        guard word != nil, result != .adopted else { return }
        for key in ["effects", "in-force", "sunset"] {
            guard let node = map[key] else { continue }
            map.reading.error(
                "effects-without-adoption", [.text("key", key), .term("result", result.rawValue)], at: node)
        }
    }
}

extension MapReader {
    /// `2 years`, or a map that says who may renew it and who is reminded.
    fileprivate func sunset() -> FinalKind.Sunset? {
        guard let node = self["sunset"] else { return nil }
        if node.entries == nil {
            return reading.period(node, for: "sunset").map {
                FinalKind.Sunset(after: $0, renewedBy: nil, reminders: [])
            }
        }
        guard let map = map("sunset", FinalKind.sunsetKeys) else { return nil }
        let renewedBy = map.actors("renewed-by")
        let reminders = map.reminders()
        guard let after = map.period("after") else { return nil }
        return FinalKind.Sunset(after: after, renewedBy: renewedBy, reminders: reminders)
    }

    /// `3 months`, also by subject, or a map that says for how long, until which meeting, and unless what.
    fileprivate func cooldown() -> FinalKind.Cooldown? {
        guard let node = self["cooldown"] else { return nil }
        if node.entries == nil {
            return reading.periods(node, for: "cooldown").map {
                FinalKind.Cooldown(period: $0, untilNext: nil, unlessSponsors: nil)
            }
        }
        guard let map = map("cooldown", FinalKind.cooldownKeys) else { return nil }
        let period = map["for"].flatMap { reading.periods($0, for: "for") }
        let untilNext = map.text("until-next")
        if let name = untilNext, let mark = map["until-next"]?.mark { reading.checkName(name, at: mark) }
        if map["for"] == nil, map["until-next"] == nil {
            reading.error("cooldown-of-nothing", at: node, allowed: ["for", "until-next"])
        }
        return FinalKind.Cooldown(
            period: period, untilNext: untilNext, unlessSponsors: map.whole("unless-sponsors"))
    }
}

extension Reading {
    /// Reads `adopt the text into DOCUMENT`.
    fileprivate func effect(_ node: Node) -> FinalKind.Effect? {
        guard var phrase = PhraseReader(node, .effect, key: "effects", reading: self) else { return nil }
        for word in ["adopt", "the", "text", "into"] where !phrase.take(word) {
            phrase.unexpected()
            return nil
        }
        guard let name = phrase.next() else {
            phrase.unexpected()
            return nil
        }
        let index = phrase.position - 1
        guard phrase.finish() else { return nil }
        guard name == document else {
            phrase.report(
                Statement("unknown-document", [.text("name", name)]), word: index,
                allowed: document.map { [$0] } ?? [], suggestion: document)
            return nil
        }
        return .adoptText(into: name)
    }

    /// Reads `2 days after`, or `on the date in FIELD`.
    fileprivate func inForce(_ node: Node) -> FinalKind.InForce? {
        guard var phrase = PhraseReader(node, .inForce, key: "in-force", reading: self) else { return nil }
        if phrase.take("on", "the", "date", "in") {
            guard let field = phrase.next() else {
                phrase.unexpected()
                return nil
            }
            return phrase.finish() ? .date(field: field) : nil
        }
        guard let period = phrase.period() else { return nil }
        guard phrase.take("after") else {
            phrase.unexpected(suggestions: ["after"])
            return nil
        }
        return phrase.finish() ? .after(period) : nil
    }

    /// Reads `6 months`, or `6 months by board`; without people, the author reviews.
    fileprivate func review(_ node: Node) -> FinalKind.Review? {
        guard var phrase = PhraseReader(node, .review, key: "review-after", reading: self),
            let period = phrase.period()
        else { return nil }
        guard !phrase.isAtEnd else { return FinalKind.Review(after: period, by: .author) }
        guard phrase.take("by") else {
            phrase.unexpected(suggestions: ["by"])
            return nil
        }
        guard let people = phrase.people(), phrase.finish() else { return nil }
        return FinalKind.Review(after: period, by: people)
    }

    /// Reads `to members within 14 days`, or `by board to members within 14 days`.
    fileprivate func report(_ node: Node) -> FinalKind.Report? {
        guard var phrase = PhraseReader(node, .report, key: "report", reading: self) else { return nil }
        var by = People.author
        let isSaid = phrase.take("by")
        if isSaid {
            guard let people = phrase.people() else { return nil }
            by = people
        }
        guard phrase.take("to") else {
            phrase.unexpected()
            return nil
        }
        guard let people = phrase.people() else { return nil }
        // Who has to report must know by when.
        if phrase.isAtEnd, !isSaid { return FinalKind.Report(by: by, to: people, within: nil) }
        guard phrase.take("within") else {
            phrase.unexpected()
            return nil
        }
        guard let within = phrase.period(), phrase.finish() else { return nil }
        return FinalKind.Report(by: by, to: people, within: within)
    }
}
