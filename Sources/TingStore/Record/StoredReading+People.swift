import GRDB
import TingClerk
import TingProceedings
import TingWorkflow

extension StoredReading {
    func roll() throws -> Roll {
        // A few lists of classes and roles stand behind thousands of members.
        var lists: [String: [JSON]] = [:]
        func list(_ text: String) throws -> [JSON] {
            if let known = lists[text] { return known }
            guard let list = try? JSON(bytes: Array(text.utf8)), let items = list.array else {
                throw MinutesError.damaged(at: "member")
            }
            lists[text] = items
            return items
        }
        var names: [String: [String]] = [:]
        func classes(_ text: String) throws -> [String] {
            if let known = names[text] { return known }
            let classes = try list(text).compactMap(\.string)
            names[text] = classes
            return classes
        }
        return Roll(
            try all("SELECT \(Member.columns) FROM member ORDER BY id") { row in
                let id: String = try row.decode(atIndex: 0)
                let joined = try row.instant(4)
                let terms = try list(row.decode(atIndex: 3)).map { item in
                    if let name = item.string { return Term(name, Span(from: joined)) }
                    guard let term = Term(json: item) else { throw MinutesError.damaged(at: id) }
                    return term
                }
                guard let kind = Member.Kind(rawValue: try row.decode(atIndex: 1)) else {
                    throw MinutesError.damaged(at: id)
                }
                var member = Member(
                    id: id, kind: kind, classes: try classes(row.decode(atIndex: 2)), terms: terms,
                    joined: joined, left: try row.optionalInstant(5))
                member.paidUntil = try row.optionalInstant(6)
                if try row.decode(String?.self, atIndex: 7) != nil { try member.take(more: try row.json(7)) }
                return member
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
