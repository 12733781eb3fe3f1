import Testing
import TingTestSupport

@testable import ting_trial

@Suite("Planting faults in a file") struct PlantingFaultsTests {
    private static func text() throws -> String {
        String(
            decoding: try Golden.bytes(at: "Tests/TingClerkTests/Course/after-the-end.yaml"), as: UTF8.self)
    }

    @Test("every fault changes the file, and keeps its first line") func changes() throws {
        let text = try Self.text()
        let faults = Planting(text).faults
        #expect(faults.count > 60)
        for fault in faults {
            #expect(fault.text != text, "\(fault.name)")
            #expect(fault.text.hasPrefix("# What follows after an adoption"), "\(fault.name)")
        }
    }

    @Test("a fault stands where it is said to stand, and nowhere else") func place() throws {
        let lines = try Self.text().split(separator: "\n")
        let fault = try #require(
            Planting(try Self.text()).faults.first { $0.name == "states/vote/lasts: time shortened, 6 days" })
        let changed = fault.text.split(separator: "\n")
        #expect(lines.indices.filter { lines[$0] != changed[$0] } == [fault.line - 1])
        #expect(changed[fault.line - 1] == "    lasts: 6 days")
    }

    @Test(
        "a fault is judged by what notices it first",
        arguments: [
            // Half of the votes for, half against, and both would win: a check says so.
            ("rules/ordinary/majority: strictness flipped, at least 1/2 of votes cast", "noticed"),
            ("states/vote/lasts: time shortened, 6 days", "played"),
            ("states/adopted/report: time lengthened, by board to members within 15 days", "played"),
            ("states/vote/outcomes/failed: exit removed", "noticed"),
            // No story of the file asks who is reminded.
            ("states/adopted/sunset/remind/to: people narrowed, author", "survived"),
        ])
    func verdict(name: String, expected: String) throws {
        let text = try Self.text()
        let fault = try #require(Planting(text).faults.first { $0.name == name })
        let found =
            switch Judge(text).verdict(fault) {
            case .unreadable, .checked: "noticed"
            case .played: "played"
            case .survived: "survived"
            }
        #expect(found == expected)
    }
}
