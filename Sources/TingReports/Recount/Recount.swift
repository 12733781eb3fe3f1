import TingProceedings
public import TingTally
import TingWorkflow

/// How anybody can count a vote again: the ballot files, and the commands that count them.
///
/// A rule over classes is counted with one file a class besides that of
/// everybody; a rule with alternatives takes one command for each. No file
/// says who cast a ballot, or in which order ballots came.
public struct Recount: Sendable {
    /// A ballot file.
    public struct File: Hashable, Sendable {
        /// The name, such as `P-12-vote.abif`.
        public let name: String
        /// What stands in it, in ABIF.
        public let text: String
    }

    /// One command.
    public struct Step: Hashable, Sendable {
        /// What the command counts: a statement of the section `report`.
        public let statement: Statement
        /// The words of the command, without quotes: `ting`, `count`, the file, the flags.
        public let words: [String]

        /// The command as it is typed.
        public var command: String { words.map(Recount.quoted).joined(separator: " ") }
    }

    /// The files; the first holds every ballot.
    public let files: [File]
    /// The commands, in the order of the rule.
    public let steps: [Step]

    /// A word as a shell reads it back.
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-_./=:,".utf8.contains(byte)
                }
            }
        if isPlain { return word }
        if !word.contains(where: { "\"$`\\!".contains($0) }) { return "\"\(word)\"" }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}

extension Recount {
    /// The recount of a reported vote.
    init(_ report: TallyReport) {
        let title = "\(report.proposal.name) \(report.proposal.title)"
        switch (report.count, report.ruling) {
        case (.yesNo(let ballots), .yesNo(let rule)):
            self.init(rule, ballots, title: title, name: report.name, folder: report.setting.folder)
        case (.counted(let ballots?, let method, _), .counted(let demands, let settings, _)):
            self.init(report, ballots, method: method, demands, settings, title: title)
        case (.yesNo, .counted), (.counted, _):
            // The tally was checked against the ballot paper; a rule of the other kind counts nothing, and
            // where the paper held no option nothing is to be counted.
            self.init(files: [], steps: [])
        }
    }

    private init(
        _ rule: YesNoRule, _ ballots: YesNoBallots, title: String, name: String, folder: String
    ) {
        let all = File(name: name + ".abif", text: ABIF.text(of: ballots.whole, title: title))
        var files = [all]
        var steps: [Step] = []
        let path = { (file: File) in folder.isEmpty ? file.name : folder + "/" + file.name }
        func add(_ rule: YesNoRule) {
            guard rule.isCountedByFlags else { return }
            if rule.either.isEmpty || rule.quorum != nil || rule.majority != nil {
                let code = rule.either.isEmpty && !steps.isEmpty ? "recount-alternative" : "recount-whole"
                steps.append(
                    Step(
                        statement: Statement(code, [.text("rule", rule.name)]),
                        words: ["ting", "count", path(all), "--method", "yes-no"]
                            + rule.flags(counting: ballots.whole)))
            }
            for part in rule.eachClass {
                guard let counts = ballots[className: part.className] else { continue }
                let file = File(
                    name: "\(name)-\(part.className).abif",
                    text: ABIF.text(of: counts, title: title + ", " + part.className))
                if !files.contains(file) { files.append(file) }
                steps.append(
                    Step(
                        statement: Statement("recount-class", [.text("class", part.className)]),
                        words: [
                            "ting", "count", path(file), "--method", "yes-no", "--majority",
                            part.share.description,
                        ]))
            }
            for inner in rule.either { addAlternative(inner) }
        }
        func addAlternative(_ rule: YesNoRule) {
            let before = steps.count
            add(rule)
            guard before < steps.count else { return }
            steps[before] = Step(
                statement: Statement("recount-alternative", [.text("rule", rule.name)]),
                words: steps[before].words)
        }
        add(rule)
        self.init(files: files, steps: steps)
    }
}
