import TingWorkflow

/// One fault planted in one place of a file.
struct Fault {
    /// What sort of slip it is.
    enum Slip: String, CaseIterable {
        case exitRemoved = "exit removed"
        case targetChanged = "target changed"
        case stateSkipped = "state skipped"
        case thresholdLowered = "threshold lowered"
        case thresholdRaised = "threshold raised"
        case strictnessFlipped = "strictness flipped"
        case baseChanged = "base changed"
        case numberLowered = "number lowered"
        case numberRaised = "number raised"
        case timeShortened = "time shortened"
        case timeLengthened = "time lengthened"
        case guardDropped = "guard dropped"
        case quorumRemoved = "quorum removed"
        case tieChanged = "tie changed"
        case peopleWidened = "people widened"
        case peopleNarrowed = "people narrowed"
        case fewerTogether = "fewer together"
        case wordFlipped = "word flipped"
        case choiceRemoved = "choice removed"
        case resultChanged = "result changed"
    }

    let slip: Slip
    /// The keys from the top of the file to the place, joined by slashes.
    let path: String
    /// The line of the place, from 1.
    let line: Int
    /// What stands there instead; empty where something is left out.
    let change: String
    /// The whole file with the fault.
    let text: String

    /// What names the fault whatever moves in the file: its place, its slip, and the change.
    var name: String { "\(path): \(slip.rawValue)" + (change.isEmpty ? "" : ", \(change)") }
}
