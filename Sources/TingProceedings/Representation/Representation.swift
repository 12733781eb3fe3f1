/// Who speaks for whom in one vote: resolved once, when the vote is counted.
///
/// Who votes speaks for themselves, whatever they have delegated. Who does not
/// is represented by the first in the line of their delegations who votes. So
/// everybody in the electorate has one voice at most, in whose class it counts
/// is their own, and the voices and the silent together are the electorate.
///
/// - Source: LiquidFeedback core, "delegation chain": a delegation is broken by an own vote and passed on by a
///   delegate who does not vote. That a circle is silent, and that there is a longest line, are the rule's own.
public struct Representation: Hashable, Sendable {
    /// What a rule says of delegations.
    public struct Limits: Hashable, Sendable {
        /// How many delegations a line may have; 1 for delegates who cannot pass on what they were given,
        /// nil for any number.
        public var longestLine: Int?
        /// For how many others one member may speak; nil for any number.
        public var mostVoices: Int?

        /// Makes the limits; none where nothing is said.
        public init(longestLine: Int? = nil, mostVoices: Int? = nil) {
            self.longestLine = longestLine
            self.mostVoices = mostVoices
        }
    }

    /// How one member of the electorate is heard.
    public enum Voice: Hashable, Sendable {
        /// By a ballot of their own.
        case own
        /// By the ballot of the voter at this place in the electorate, so many delegations away.
        case through(Int, steps: Int)
        /// Not at all.
        case silent(Silence)
    }

    /// Why somebody is not heard.
    public enum Silence: String, Hashable, Sendable, CaseIterable {
        /// They neither voted nor delegated.
        case notCast = "not-cast"
        /// Nobody in the line of their delegations voted.
        case lineEnds = "line-ends"
        /// Their delegations lead in a circle in which nobody voted.
        case circle
        /// Who votes in their line is further away than the rule lets a line be.
        case tooFar = "too-far"
        /// Who votes in their line speaks for as many as the rule allows, who delegated before them.
        case overCap = "over-cap"
    }

    /// How everybody is heard, in the order of the electorate.
    public private(set) var voices: [Voice]

    /// Resolves the delegations of one vote.
    ///
    /// Delegations of people outside the electorate, and to people outside it, lead nowhere.
    ///
    /// - Parameters:
    ///   - hasVoted: Whether each voter has a ballot of their own, in the order of the electorate.
    ///   - delegations: Those in force when the vote is counted, in any order.
    /// - Complexity: O(n + d log n) for n voters and d delegations, and O(v log v) for v voices over a cap.
    public init(
        _ electorate: Electorate, hasVoted: [Bool], delegations: [Delegation], on matter: DelegatedMatter,
        _ limits: Limits = Limits()
    ) {
        let given = Representation.chosen(electorate, delegations, on: matter)
        voices = Representation.follow(given.map(\.to), hasVoted: hasVoted, longest: limits.longestLine)
        if let most = limits.mostVoices { cap(most, order: given.map(\.sequence)) }
    }

    /// Nobody is asked to speak, or somebody outside the electorate.
    private static let nowhere: Int32 = -1, outside: Int32 = -2

    /// The delegation of one voter that counts: to whom, by place; and when it was given.
    private struct Given {
        /// Below 0 where it leads to nobody in the electorate.
        var to = nowhere
        var sequence = 0
        /// -1 where there is none.
        var narrowness: Int8 = -1
    }

    /// The narrowest delegation of everybody, and of equally narrow ones the last.
    private static func chosen(
        _ electorate: Electorate, _ delegations: [Delegation], on matter: DelegatedMatter
    ) -> [Given] {
        var chosen = Array(repeating: Given(), count: electorate.voters.count)
        for delegation in delegations where matter.isBorne(on: delegation) {
            guard let place = electorate.place(of: delegation.by) else { continue }
            let narrowness = Int8(delegation.scope.narrowness)
            let before = chosen[place]
            guard
                narrowness > before.narrowness
                    || (narrowness == before.narrowness && delegation.sequence > before.sequence)
            else { continue }
            let to = delegation.to.map { electorate.place(of: $0).map(Int32.init) ?? outside }
            chosen[place] = Given(
                to: to ?? nowhere, sequence: delegation.sequence, narrowness: narrowness)
        }
        return chosen
    }

    /// Follows every line to the first who voted.
    private static func follow(_ next: [Int32], hasVoted: [Bool], longest: Int?) -> [Voice] {
        var voices: [Voice?] = hasVoted.map { $0 ? .own : nil }
        var line: [Int] = []
        var isOnLine = Array(repeating: false, count: next.count)
        for start in next.indices where voices[start] == nil {
            line.removeAll(keepingCapacity: true)
            var place = start
            // Walk until something is known of a place, or the line ends or bites its own tail.
            while voices[place] == nil, !isOnLine[place] {
                isOnLine[place] = true
                line.append(place)
                guard next[place] >= 0 else {
                    voices[place] = .silent(next[place] == nowhere ? .notCast : .lineEnds)
                    break
                }
                place = Int(next[place])
            }
            var end = voices[place] ?? .silent(.circle)
            if case .own = end { end = .through(place, steps: 0) }
            if end == .silent(.notCast) { end = .silent(.lineEnds) }
            for place in line.reversed() {
                isOnLine[place] = false
                if voices[place] != nil { continue }
                if case .through(let voter, let steps) = end {
                    let isTooFar = longest.map { steps + 1 > $0 } ?? false
                    end = isTooFar ? .silent(.tooFar) : .through(voter, steps: steps + 1)
                }
                voices[place] = end
            }
        }
        return voices.map { $0 ?? .silent(.notCast) }
    }

    /// Silences those who delegated last, where somebody would speak for more than the rule allows.
    private mutating func cap(_ most: Int, order: [Int]) {
        var followers: [Int: [Int]] = [:]
        for (place, voice) in voices.enumerated() {
            if case .through(let voter, _) = voice { followers[voter, default: []].append(place) }
        }
        for places in followers.values where places.count > most {
            for place in places.sorted(by: { order[$0] < order[$1] }).dropFirst(most) {
                voices[place] = .silent(.overCap)
            }
        }
    }
}

extension Representation {
    /// For how many each voter speaks, themselves included, in the order of the electorate; 0 for who has
    /// not voted.
    public var weights: [Int] {
        var weights = Array(repeating: 0, count: voices.count)
        for (place, voice) in voices.enumerated() {
            switch voice {
            case .own: weights[place] += 1
            case .through(let voter, _): weights[voter] += 1
            case .silent: break
            }
        }
        return weights
    }

    /// How many are heard by their own ballot, how many by another's, and how many are silent and why.
    ///
    /// The three together are the electorate: the line of a report that proves that no voice was lost or doubled.
    public var account: (own: Int, represented: Int, silent: [Silence: Int]) {
        var account: (own: Int, represented: Int, silent: [Silence: Int]) = (0, 0, [:])
        for voice in voices {
            switch voice {
            case .own: account.own += 1
            case .through: account.represented += 1
            case .silent(let why): account.silent[why, default: 0] += 1
            }
        }
        return account
    }
}
