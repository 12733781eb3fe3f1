import TingWorkflow
import TingYAML

/// Plants every fault it knows in every place of a file where the fault fits.
///
/// Places are found by the keys that the reader finds; nothing is planted in words for people, in
/// what the file says of its source, in its promises, and in its stories.
struct Planting {
    private let source: SourceLines
    private let states: [(name: String, outcomes: [Node.Entry])]
    private(set) var faults: [Fault] = []

    /// Plants faults in the text of a workflow file; none where it cannot be read.
    init(_ text: String) {
        source = SourceLines(text)
        let root = try? YAML.read(text)
        states = (root?["states"]?.entries ?? []).map { ($0.key, $0.value["outcomes"]?.entries ?? []) }
        for part in ["duties", "rules", "subjects", "states"] {
            for entry in root?[part]?.entries ?? [] { plant(entry, [part], hasOwnName: true) }
        }
        if let first = root?.entries?.first(where: { $0.key == "first" }) { retarget(first, []) }
    }

    /// Keys whose values are words for people or for no decision.
    private static let words = [
        "title", "basis", "does", "waits-for", "awaits", "calendar", "collects", "kind",
    ]
    private static let targets = ["goto", "then", "else"]
    private static let people = [
        "by", "ended-by", "date-by", "reported-by", "tested-by", "excused-by", "objected-by", "resolved-by",
        "role",
        "except", "to", "judged-by",
    ]

    private mutating func plant(_ entry: Node.Entry, _ above: [String], hasOwnName: Bool = false) {
        let path = above + [entry.key]
        guard !Self.words.contains(entry.key) || hasOwnName else { return }
        // A state or a rule that is left out leaves its name behind everywhere.
        if !hasOwnName { remove(entry, path) }
        let parent = above.last ?? ""
        if parent == "outcomes" || (Self.targets.contains(entry.key) && !hasOwnName) {
            return retarget(entry, above)
        }
        if entry.key == "quorum", entry.value.text != "none" {
            add(.quorumRemoved, path, entry.mark.line, "none", source.replacing(valueOf: entry, by: "none"))
        }
        if let text = entry.value.text {
            for (slip, words) in slips(text, entry.key, parent) {
                add(slip, path, entry.mark.line, words, source.replacing(entry.value, by: words))
            }
        }
        for inner in entry.value.entries ?? [] {
            plant(inner, path, hasOwnName: ["actions"].contains(entry.key))
        }
        for (number, item) in (entry.value.items ?? []).enumerated() {
            let place = path + ["\(number + 1)"]
            if let text = item.text {
                add(.choiceRemoved, place, item.mark.line, text, source.removing(item: item))
            }
            for inner in item.entries ?? [] { plant(inner, place) }
        }
        if parent == "actions" {
            add(.guardDropped, path, entry.mark.line, "", source.removing(entry))
        }
    }

    /// What a slip makes of a phrase, by its key.
    private func slips(_ text: String, _ key: String, _ parent: String) -> [Slips.Slipped] {
        let word = Slips.word(text, of: key)
        if !word.isEmpty { return word }
        if Self.people.contains(key) { return Slips.people(text) }
        let time = Slips.time(text)
        if !time.isEmpty { return time }
        let whole = Slips.whole(text)
        return whole.isEmpty ? Slips.amount(text) : whole
    }

    private mutating func remove(_ entry: Node.Entry, _ path: [String]) {
        let isExit = path.dropLast().last == "outcomes"
        add(isExit ? .exitRemoved : .guardDropped, path, entry.mark.line, "", source.removing(entry))
    }

    /// Leads a way to the next state in the file, and past the state to which it leads.
    private mutating func retarget(_ entry: Node.Entry, _ above: [String]) {
        guard let name = entry.value.text, let place = states.firstIndex(where: { $0.name == name }) else {
            return
        }
        let path = above + [entry.key]
        let own = above.count > 1 ? above[1] : ""
        let others = states.indices.dropFirst().map { states[(place + $0) % states.count].name }
        let next = others.first { $0 != own } ?? name
        add(.targetChanged, path, entry.mark.line, next, source.replacing(entry.value, by: next))
        // What the author of the file put first among the outcomes is what is hoped for.
        if let past = states[place].outcomes.first?.value.text, past != next, past != name {
            add(.stateSkipped, path, entry.mark.line, past, source.replacing(entry.value, by: past))
        }
    }

    private mutating func add(
        _ slip: Fault.Slip, _ path: [String], _ line: Int, _ change: String, _ text: String?
    ) {
        guard let text else { return }
        faults.append(
            Fault(slip: slip, path: path.joined(separator: "/"), line: line, change: change, text: text))
    }
}
