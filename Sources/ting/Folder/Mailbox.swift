import TingClerk
import TingReports

/// A person as the recipient of a mail.
///
/// - Source: RFC 5322, sections 3.2.3, 3.2.4 and 3.4; RFC 6532 for letters beyond ASCII.
struct Mailbox {
    /// The recipient in a header: `"Holm, Ada" <ada@example.org>`.
    let text: String

    /// A person's mailbox; the bare handle where there is no address a mail can go to.
    init(_ person: Person) {
        let name = Visible.line(person.name)
        if !Mailbox.isAddress(person.email) {
            text = person.handle
        } else if name.isEmpty {
            text = "<\(person.email)>"
        } else {
            text = "\(Mailbox.phrase(name)) <\(person.email)>"
        }
    }

    /// A display name, in quotes where it has anything but words.
    private static func phrase(_ name: String) -> String {
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ": true
            default: scalar.value >= 0x80 || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
            }
        }
        if isPlain { return name }
        return "\"" + name.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
    }

    /// Whether an address is one address, and cannot begin another recipient or header.
    private static func isAddress(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return address.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
                && scalar.properties.generalCategory != .control
                && !"()<>[]:;,\\\"".unicodeScalars.contains(scalar)
        }
    }
}
