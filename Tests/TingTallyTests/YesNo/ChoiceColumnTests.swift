import Testing
import TingTally

@Suite("Counting choices kept as bytes") struct CountingChoiceColumnsTests {
    @Test(
        "every choice is counted once, around the sizes at which sums are passed on",
        arguments: [0, 1, 15, 16, 17, 4079, 4080, 4081, 8160, 8161, 20_000])
    func counts(size: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(size))
        var column = ChoiceColumn()
        column.reserve(size)
        var plain: [Choice: Int] = [:]
        for _ in 0..<size {
            let choice = Choice.allCases[min(numbers.below(9), 4)]
            column.append(choice)
            plain[choice, default: 0] += 1
        }
        let counted = try column.counted(eligible: size)
        for choice in Choice.allCases { #expect(counted[choice] == plain[choice, default: 0]) }
        #expect(counted.received == size && column.count == size && counted.notCast == 0)
        #expect(throws: TallyError.self) { try column.counted(eligible: size - 1) }
    }

    @Test("many ballots of one choice do not run over") func single() throws {
        for choice in Choice.allCases {
            var column = ChoiceColumn()
            for _ in 0..<10_007 { column.append(choice) }
            let counted = try column.counted(eligible: 10_008)
            #expect(counted[choice] == 10_007 && counted.received == 10_007 && counted.notCast == 1)
        }
    }
}
