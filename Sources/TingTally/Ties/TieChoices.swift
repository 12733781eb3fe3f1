/// Choices among the tied while ways are followed: who was taken before whom, the same in all rounds.
struct TieChoices: Hashable {
    /// At row × size + column, whether the option of the row comes before that of the column.
    private var before: [Bool]
    private let size: Int

    init(options: Int) {
        size = options
        before = Array(repeating: false, count: options * options)
    }

    /// The one of the tied that earlier choices put before all others; nil when they leave it open.
    func first(of tied: [Int]) -> Int? {
        tied.first { one in tied.allSatisfy { $0 == one || before[one * size + $0] } }
    }

    /// The tied that earlier choices put behind none of the others.
    func open(among tied: [Int]) -> [Int] {
        tied.filter { one in tied.allSatisfy { !before[$0 * size + one] } }
    }

    /// Puts an option before the other tied, with all that follows from it.
    mutating func take(_ option: Int, over tied: [Int]) {
        let above = [option] + (0..<size).filter { before[$0 * size + option] }
        for other in tied where other != option {
            let below = [other] + (0..<size).filter { before[other * size + $0] }
            for upper in above { for lower in below { before[upper * size + lower] = true } }
        }
    }
}
