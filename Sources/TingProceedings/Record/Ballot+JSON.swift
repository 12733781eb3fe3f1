import TingTally
import TingWorkflow

extension Ballot {
    /// The ballot as the minutes keep it, without the envelope.
    public var json: JSON {
        .object([
            "type": .string("ballot-cast"), "at": .integer(at.seconds), "by": .string(by),
            "ballot": content.json,
        ])
    }

    /// Reads a ballot as the minutes keep it; keys of the envelope are passed over.
    ///
    /// - Throws: ``UnreadableEvent`` for another type or a missing key.
    public init(json: JSON) throws(UnreadableEvent) {
        let fields = Fields(json: json)
        guard try fields.string("type") == "ballot-cast" else { throw UnreadableEvent(key: "type") }
        guard let body = json["ballot"], let content = Content(json: body) else {
            throw UnreadableEvent(key: "ballot")
        }
        self.init(by: try fields.string("by"), content: content, at: try fields.instant("at"))
    }
}

extension Ballot.Content {
    /// A choice as its word, a ranking as a list of groups of places on the ballot paper, scores as a map
    /// with the list of places and scores: `{"scores": [[0, 5], [2, 3]]}`.
    public var json: JSON {
        switch self {
        case .choice(let choice): .string(choice.rawValue)
        case .ranking(let groups): .array(groups.map { .array($0.map(JSON.integer)) })
        case .scores(let scores):
            .object([
                "scores": .array(scores.map { .array([.integer($0.option), .integer($0.score)]) })
            ])
        }
    }

    /// Reads the content of a ballot; nil for anything else.
    public init?(json: JSON) {
        if let word = json.string {
            guard let choice = Choice(rawValue: word) else { return nil }
            self = .choice(choice)
            return
        }
        if let pairs = json["scores"]?.array {
            let scores = pairs.compactMap { pair -> Ballot.Score? in
                guard let numbers = pair.array?.compactMap(\.integer), numbers.count == 2,
                    pair.array?.count == 2
                else { return nil }
                return Ballot.Score(option: numbers[0], score: numbers[1])
            }
            guard scores.count == pairs.count else { return nil }
            self = .scores(scores)
            return
        }
        guard let rows = json.array else { return nil }
        var groups: [[Int]] = []
        for row in rows {
            guard let items = row.array else { return nil }
            let places = items.compactMap(\.integer)
            guard places.count == items.count else { return nil }
            groups.append(places)
        }
        self = .ranking(groups)
    }
}
