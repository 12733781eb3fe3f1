public import TingWorkflow

extension Clerk {
    /// What a steward can do with the standing of one member, besides a register.
    public enum StandingChange: Hashable, Sendable {
        /// The member leaves.
        case remove
        /// The member loses their rights, until a moment or until a steward says otherwise.
        case suspend(until: Instant?)
        /// The member asks not to be counted for a time.
        case pause(until: Instant?)
        /// A suspension or a leave of absence ends now.
        case restore
        /// The fee is paid until a moment.
        case pay(until: Instant)
        /// The member is given a role, until a moment or without an end.
        case appoint(role: String, until: Instant?)
        /// The member's term of a role ends now.
        case dismiss(role: String)
        /// The member, an organisation, names a person who may act for it.
        case name(delegate: String, until: Instant?)
        /// The organisation takes that back.
        case withdraw(delegate: String)

        /// The word of the command line.
        public var verb: String {
            switch self {
            case .remove: "remove"
            case .suspend: "suspend"
            case .pause: "pause"
            case .restore: "return"
            case .pay: "fee"
            case .appoint: "appoint"
            case .dismiss: "dismiss"
            case .name: "delegate"
            case .withdraw: "undelegate"
            }
        }

        /// Until when it is to hold; nil for what has no end.
        public var until: Instant? {
            switch self {
            case .suspend(let until), .pause(let until), .appoint(_, let until), .name(_, let until): until
            case .pay(let until): until
            case .remove, .restore, .dismiss, .withdraw: nil
            }
        }
    }
}
