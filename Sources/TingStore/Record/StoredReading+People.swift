import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

extension StoredReading {
    func roll() throws -> Roll {
        // A few lists of classes and roles stand behind thousands of members.
        var lists: [String: [String]] = [:]
        func list(_ text: String) throws -> [String] {
            if let known = lists[text] { return known }
            guard let words = try? JSON(bytes: Array(text.utf8)), let items = words.array else {
                throw MinutesError.damaged(at: "member")
            }
            let list = items.compactMap(\.string)
            lists[text] = list
            return list
        }
        return Roll(
            try all("SELECT id, classes, roles, joined, departed FROM member ORDER BY id") { row in
                Member(
                    id: try row.decode(atIndex: 0), classes: try list(row.decode(atIndex: 1)),
                    roles: try list(row.decode(atIndex: 2)), joined: try row.instant(3),
                    left: try row.optionalInstant(4))
            })
    }

    func person(_ member: String) throws -> Person? {
        try first("SELECT member, handle, name, email FROM person WHERE member = ?", [member]) {
            try Person($0)
        }
    }

    func person(handle: String) throws -> Person? {
        try first("SELECT member, handle, name, email FROM person WHERE handle = ?", [handle]) {
            try Person($0)
        }
    }

    func persons() throws -> [Person] {
        try all("SELECT member, handle, name, email FROM person ORDER BY handle") { try Person($0) }
    }
}

extension Person {
    /// A person from member, handle, name and email, in this order.
    fileprivate init(_ row: Row) throws {
        self.init(
            member: try row.decode(atIndex: 0), handle: try row.decode(atIndex: 1),
            name: try row.decode(atIndex: 2), email: try row.decode(atIndex: 3))
    }
}
