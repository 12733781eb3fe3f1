import Testing
import TingClerk

@Suite("Noting for which time sections hold")
struct NotingTermsTests {
    private static let bylaws = "# Bylaws\n\n## Name\nBoats.\n\n## Fees\n\nTen a year.\n"

    private func noted(_ text: String, _ line: String, in names: [String] = ["fees"]) -> String {
        Sections(text).noting(line, in: names, about: "P-12")
    }

    @Test("the ordinary course: a line below the heading, once, and another in its place")
    func ordinaryCourse() {
        let first = noted(Self.bylaws, "In force until 2028.")
        #expect(
            first
                == "# Bylaws\n\n## Name\nBoats.\n\n## Fees\n\n*[P-12] In force until 2028.*\n\nTen a year.\n")
        #expect(noted(first, "In force until 2028.") == first)
        #expect(noted(first, "Expired.") == first.replacing("In force until 2028.", with: "Expired."))
    }

    @Test("the line of another proposal stays, and so does text that only looks alike")
    func others() {
        let text = Self.bylaws.replacing("Ten a year.", with: "*[P-1] Old.*\n\n*[P-12] is mentioned here\n")
        let noted = noted(text, "New.")
        #expect(noted.contains("*[P-12] New.*\n\n*[P-1] Old.*\n\n*[P-12] is mentioned here"))
    }

    @Test("a section that is not there takes no note")
    func missing() {
        #expect(noted(Self.bylaws, "New.", in: ["boats"]) == Self.bylaws)
        #expect(noted("No heading at all.\n", "New.", in: ["fees"]) == "No heading at all.\n")
    }
}
