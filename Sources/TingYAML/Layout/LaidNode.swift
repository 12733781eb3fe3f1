import TingWorkflow

/// A node of a file together with how it is written: what the layout needs to write it again.
indirect enum LaidNode {
    /// A text, with the characters that write it.
    case scalar(LaidScalar)
    /// A list or map.
    case collection(LaidCollection)

    /// Where it begins.
    var start: Mark {
        switch self {
        case .scalar(let scalar): scalar.start
        case .collection(let collection): collection.start
        }
    }
    /// One column past its last character.
    var end: Mark {
        switch self {
        case .scalar(let scalar): scalar.end
        case .collection(let collection): collection.end
        }
    }
}

/// A text as it is written.
struct LaidScalar {
    /// What it says.
    let text: String
    /// Whether it has neither quotes nor a block sign.
    let plain: Bool
    /// Where it begins.
    let start: Mark
    /// One column past its last character; for a block, the beginning of the line after it.
    let end: Mark
    /// The lines that write it, from its first character on.
    let lines: [String]

    /// Whether it begins with `|` or `>`.
    var isBlock: Bool {
        !plain && (lines.first?.hasPrefix("|") ?? false || lines.first?.hasPrefix(">") ?? false)
    }
}

/// A list or map as it is written; of all that is read, these alone are shared and changed.
final class LaidCollection {
    /// Whether it is a map.
    let isMap: Bool
    /// Whether it is written in brackets.
    let flow: Bool
    /// Where it begins: its bracket, its first dash, its first key.
    let start: Mark
    /// One column past its last character.
    var end: Mark
    /// Its entries or items, in file order.
    var slots: [LaidSlot] = []
    /// The comments after its last entry.
    var tail: [LaidComment] = []
    /// The entry or item whose value it is; nil for the root.
    weak var owner: LaidSlot?

    /// Begins a list or map.
    init(isMap: Bool, flow: Bool, start: Mark) {
        self.isMap = isMap
        self.flow = flow
        self.start = start
        end = start
    }
}

/// An entry of a map or an item of a list, with the comments that belong to it.
final class LaidSlot {
    /// The key; nil for an item.
    let key: LaidScalar?
    /// The value.
    var value: LaidNode
    /// Where the entry or item begins.
    let start: Mark
    /// The list or map it belongs to.
    unowned let home: LaidCollection
    /// Whether an empty line stands before it.
    var blankBefore = false
    /// The comments on lines of their own before it.
    var leading: [LaidComment] = []
    /// The comments that end its lines.
    var trailing: [String] = []

    /// Makes an entry or item.
    init(key: LaidScalar?, value: LaidNode, home: LaidCollection) {
        self.key = key
        self.value = value
        self.home = home
        start = key?.start ?? value.start
    }
}

/// A comment on a line of its own.
struct LaidComment {
    /// The comment with its number sign.
    let text: String
    /// Whether an empty line stands before it.
    let blankBefore: Bool
}
