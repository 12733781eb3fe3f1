import TingWorkflow
import TingYAML

/// Every fault planted in some files, each judged.
struct MutationTrial {
    /// How many faults of one sort there were.
    struct Count {
        var checked = 0
        var played = 0
        var survived = 0
    }

    private(set) var bySlip: [Fault.Slip: Count] = [:]
    private(set) var unreadable = 0
    /// The faults that nobody noticed, by file, in the order of the file.
    private(set) var survivors: [(file: String, fault: Fault)] = []

    /// How many faults were judged, those that leave no procedure aside.
    var count: Int { bySlip.values.reduce(0) { $0 + $1.checked + $1.played + $1.survived } }
    /// How many were reported.
    var reported: Int { count - survivors.count }

    /// Plants faults in a file and judges them.
    ///
    /// - Parameter step: Every how-manieth fault is judged; 1 for all of them.
    mutating func plant(in file: String, _ text: String, step: Int = 1) {
        let judge = Judge(text)
        for (number, fault) in Planting(text).faults.enumerated() where number % step == 0 {
            switch judge.verdict(fault) {
            case .unreadable: unreadable += 1
            case .checked: bySlip[fault.slip, default: Count()].checked += 1
            case .played: bySlip[fault.slip, default: Count()].played += 1
            case .survived:
                bySlip[fault.slip, default: Count()].survived += 1
                survivors.append((file, fault))
            }
        }
    }

    /// The counts, one sort of slip a line.
    var table: String {
        var lines = ["checked  played  survived  slip"]
        for slip in Fault.Slip.allCases {
            guard let count = bySlip[slip] else { continue }
            let columns = [(count.checked, 9), (count.played, 8), (count.survived, 10)]
            lines.append(
                columns.map { number, width in
                    "\(number)" + String(repeating: " ", count: max(1, width - "\(number)".count))
                }.joined() + slip.rawValue)
        }
        return lines.joined(separator: "\n")
    }
}
