/// The choices of many ballots on a yes-or-no question, one byte each, in no order that matters.
public struct ChoiceColumn: Hashable, Sendable {
    /// The place of each choice in `Choice.allCases`.
    private var codes: [UInt8] = []

    /// No ballots yet.
    public init() {}

    /// How many ballots there are.
    public var count: Int { codes.count }

    /// Adds a ballot.
    public mutating func append(_ choice: Choice) { codes.append(choice.code) }

    /// Makes room for so many ballots more.
    public mutating func reserve(_ count: Int) { codes.reserveCapacity(codes.count + count) }

    /// Counts the ballots.
    ///
    /// - Throws: ``TallyError`` as ``ChoiceCount/init(eligible:present:seats:yes:no:abstain:blank:invalid:)``,
    ///   `more-ballots-than-eligible` above all.
    /// - Complexity: O(ballots), 16 to a machine instruction.
    public func counted(
        eligible: Int, present: Int? = nil, seats: Int? = nil
    ) throws(TallyError) -> ChoiceCount {
        let found = Choice.allCases.map { number(of: $0.code) }
        return try ChoiceCount(
            eligible: eligible, present: present, seats: seats, yes: found[0], no: found[1],
            abstain: found[2], blank: found[3], invalid: found[4])
    }

    /// How many of the ballots have this code.
    private func number(of code: UInt8) -> Int {
        codes.withUnsafeBytes { codes in
            let wanted = SIMD16(repeating: code)
            let whole = codes.count - codes.count % 16
            var sum = 0
            var place = 0
            while place < whole {
                // A lane of bytes holds the sum of 255 comparisons.
                let end = min(place + 255 * 16, whole)
                var lanes = SIMD16<UInt8>.zero
                while place < end {
                    let found = codes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
                    lanes &+= SIMD16<UInt8>.zero.replacing(with: 1, where: found .== wanted)
                    place &+= 16
                }
                for lane in 0..<16 { sum &+= Int(lanes[lane]) }
            }
            while place < codes.count {
                if codes[place] == code { sum &+= 1 }
                place &+= 1
            }
            return sum
        }
    }
}

extension Choice {
    /// Its place in `allCases`.
    fileprivate var code: UInt8 {
        switch self {
        case .yes: 0
        case .no: 1
        case .abstain: 2
        case .blank: 3
        case .invalid: 4
        }
    }
}
