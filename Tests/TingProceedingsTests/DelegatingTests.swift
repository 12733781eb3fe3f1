import Testing
import TingClerk
import TingProceedings
import TingWorkflow

@Suite("Delegating")
struct DelegatingTests {
    /// Voters `v00`, `v01` ... and delegations by number, given in this order.
    static func represent(
        _ size: Int, voted: Set<Int>, _ lines: [(Int, Int?)], _ limits: Representation.Limits = .init(),
        scopes: [Delegation.Scope] = []
    ) -> Representation {
        let electorate = Electorate((0..<size).map { .init(id: name($0), classes: []) })
        let delegations = lines.enumerated().map { order, line in
            Delegation(
                by: name(line.0), to: line.1.map(name),
                scope: order < scopes.count ? scopes[order] : .everything,
                sequence: order)
        }
        let matter = DelegatedMatter(
            proposal: 7, workflow: "bylaw-change", subjects: ["statutes"], instant: Instant(seconds: 100))
        return Representation(
            electorate, hasVoted: (0..<size).map(voted.contains), delegations: delegations, on: matter, limits
        )
    }

    static func name(_ number: Int) -> String {
        let digits = String(number)
        return "v" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    @Test("who does not vote is heard through the first in the line who does; an own vote breaks the line")
    func lines() {
        let all = DelegatingTests.represent(5, voted: [3], [(0, 1), (1, 2), (2, 3), (4, 0)])
        #expect(
            all.voices == [
                .through(3, steps: 3), .through(3, steps: 2), .through(3, steps: 1), .own,
                .through(3, steps: 4),
            ])
        let broken = DelegatingTests.represent(5, voted: [1, 3], [(0, 1), (1, 2), (2, 3), (4, 0)])
        #expect(
            broken.voices == [
                .through(1, steps: 1), .own, .through(3, steps: 1), .own, .through(1, steps: 2),
            ])
        #expect(broken.weights == [0, 3, 0, 2, 0])
    }

    @Test("silence has a reason: not cast, a line that ends, a circle and what leads into it")
    func silence() {
        let all = DelegatingTests.represent(
            7, voted: [], [(1, 0), (2, 3), (3, 4), (4, 2), (5, 4), (6, 99)])
        #expect(
            all.voices == [
                .silent(.notCast), .silent(.lineEnds), .silent(.circle), .silent(.circle), .silent(.circle),
                .silent(.circle), .silent(.lineEnds),
            ])
        // One vote within the circle and everybody in it is heard.
        let broken = DelegatingTests.represent(7, voted: [3], [(2, 3), (3, 4), (4, 2), (5, 4)])
        #expect(broken.weights[3] == 4)
    }

    @Test(
        "the longest line, in threes",
        arguments: [(1, [1, 0, 0]), (2, [1, 1, 0]), (3, [1, 1, 1])])
    func longest(limit: Int, heard: [Int]) {
        let all = DelegatingTests.represent(
            4, voted: [3], [(2, 3), (1, 2), (0, 1)], .init(longestLine: limit))
        for (steps, isHeard) in heard.enumerated() {
            let voice = all.voices[2 - steps]
            #expect(voice == (isHeard == 1 ? .through(3, steps: steps + 1) : .silent(.tooFar)))
        }
    }

    @Test("the cap, in threes: who delegated last is not heard", arguments: [(2, 1), (3, 0), (4, 0)])
    func cap(most: Int, silenced: Int) {
        let all = DelegatingTests.represent(
            4, voted: [0], [(3, 0), (1, 0), (2, 0)], .init(mostVoices: most))
        #expect(all.account.silent[.overCap, default: 0] == silenced)
        #expect(all.voices[2] == (silenced == 1 ? .silent(.overCap) : .through(0, steps: 1)))
        #expect(all.voices[3] == .through(0, steps: 1))
    }

    @Test("the narrowest delegation counts, of equally narrow ones the last; nobody for a matter is said too")
    func scopes() {
        func heard(_ lines: [(Int, Int?)], _ scopes: [Delegation.Scope]) -> Representation.Voice {
            DelegatingTests.represent(5, voted: [1, 2, 3, 4], lines, scopes: scopes).voices[0]
        }
        let scopes: [Delegation.Scope] = [
            .proposal(7), .subject("statutes"), .workflow("bylaw-change"), .everything,
        ]
        #expect(heard([(0, 1), (0, 2), (0, 3), (0, 4)], scopes) == .through(1, steps: 1))
        #expect(
            heard([(0, 1), (0, 2), (0, 3), (0, 4)], [.proposal(8)] + scopes.dropFirst())
                == .through(2, steps: 1))
        #expect(heard([(0, 3), (0, 4)], Array(scopes.suffix(2))) == .through(3, steps: 1))
        #expect(heard([(0, 1), (0, 2)], [.everything, .everything]) == .through(2, steps: 1))
        #expect(heard([(0, nil), (0, 2)], [.proposal(7), .everything]) == .silent(.notCast))
    }

    @Test("a delegation stands until the moment it ends, and not at it", arguments: [99, 100, 101])
    func ends(until: Int) {
        let electorate = Electorate([.init(id: "a", classes: []), .init(id: "b", classes: [])])
        let all = Representation(
            electorate, hasVoted: [false, true],
            delegations: [
                Delegation(
                    by: "a", to: "b", scope: .everything, sequence: 1, until: Instant(seconds: until))
            ],
            on: DelegatedMatter(
                proposal: 1, workflow: "w", subjects: [], instant: Instant(seconds: 100)))
        #expect(all.voices[0] == (until == 101 ? .through(1, steps: 1) : .silent(.notCast)))
    }

    @Test("no voice is lost or doubled, and every line is as a plain walk finds it", arguments: 0..<300)
    func conserved(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let size = 1 + random.below(40)
        let voted = Set((0..<size).filter { _ in random.below(4) == 0 })
        let lines: [(Int, Int?)] = (0..<random.below(61)).map { _ in
            (
                random.below(size),
                random.below(8) == 0
                    ? nil : random.below(size + 2)
            )
        }
        let longest = random.below(2) == 0 ? nil : 1 + random.below(4)
        let most = random.below(2) == 0 ? nil : random.below(6)
        let all = DelegatingTests.represent(
            size, voted: voted, lines, .init(longestLine: longest, mostVoices: most))
        let account = all.account
        #expect(account.own == voted.count)
        #expect(
            account.own + account.represented + account.silent.values.reduce(0, +) == size, "seed \(seed)")
        #expect(all.weights.reduce(0, +) == account.own + account.represented)
        if let most { #expect(all.weights.allSatisfy { $0 <= most + 1 }) }
        // The plain way: the last delegation of each, walked step by step.
        var last: [Int: Int?] = [:]
        for (by, to) in lines { last[by] = .some(to) }
        for place in 0..<size where !voted.contains(place) {
            var walker = place
            var steps = 0
            while !voted.contains(walker), let to = last[walker] ?? nil, to < size, steps <= size {
                (walker, steps) = (to, steps + 1)
            }
            let isHeard = voted.contains(walker) && steps <= longest ?? .max
            switch all.voices[place] {
            case .through(let voter, let found): #expect(isHeard && voter == walker && found == steps)
            case .silent(.overCap): #expect(isHeard && most != nil)
            case .silent: #expect(!isHeard, "seed \(seed), place \(place)")
            case .own: Issue.record("no ballot of their own")
            }
        }
    }
}
