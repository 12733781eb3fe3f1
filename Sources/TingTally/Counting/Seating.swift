/// Who takes the seats when a count ends with an order of options.
///
/// The order is a list of sets. Seats go to whole sets from the top; where a
/// set is larger than the seats left, the ways of breaking ties are asked; what
/// they leave tied is reported as tied. A cap on the seats of one group passes
/// over options, each with a line of its own.
struct Seating {
    /// The options that take a seat, best first, those tied for the last seats included.
    var winners: [Int] = []
    /// The options that are tied for fewer seats than there are of them; among the winners.
    var tied: [Int] = []
    /// The order after ties were broken.
    var ranking: [[Int]] = []

    /// Gives out the seats.
    ///
    /// - Throws: ``TallyError`` `group-cap-of-other-options`, `lot-of-other-options`.
    init(
        _ ranking: [[Int]], _ settings: CountingSettings, names: [String],
        writing transcript: inout Transcript
    ) throws(TallyError) {
        if let cap = settings.groupCap, cap.groups.count != names.count {
            throw TallyError(Statement("group-cap-of-other-options"))
        }
        var taken: [String: Int] = [:]
        for group in ranking {
            let left = settings.seats - winners.count
            guard tied.isEmpty, left > 0 else {
                self.ranking.append(group)
                continue
            }
            var standing = group
            if let cap = settings.groupCap {
                standing.removeAll { option in
                    guard let name = cap.groups[option], taken[name, default: 0] >= cap.most else {
                        return false
                    }
                    transcript.add(
                        Statement(
                            "group-cap-reached",
                            [.text("option", names[option]), .text("group", name), .number("most", cap.most)])
                    )
                    return true
                }
            }
            // Within one set a cap can bite as well, so its options must be told apart.
            let crowded = settings.groupCap.map { cap in
                Dictionary(grouping: standing.compactMap { cap.groups[$0] }) { $0 }
                    .contains { taken[$0.key, default: 0] + $0.value.count > cap.most }
            }
            guard standing.count > left || crowded == true else {
                seat(standing, settings.groupCap, &taken)
                self.ranking.append(group)
                continue
            }
            let order = settings.ties.order(standing, names: names, writing: &transcript)
            let passed = group.filter { !standing.contains($0) }
            self.ranking += order + (passed.isEmpty ? [] : [passed])
            for subgroup in order where tied.isEmpty && winners.count < settings.seats {
                let free = subgroup.filter { option in
                    guard let cap = settings.groupCap, let name = cap.groups[option] else { return true }
                    return taken[name, default: 0] < cap.most
                }
                let isCrowded = free.count > 1 && crowded == true
                if free.count > settings.seats - winners.count || isCrowded {
                    tied = free
                    winners += free
                } else {
                    seat(free, settings.groupCap, &taken)
                }
            }
        }
    }

    /// Seats these options.
    private mutating func seat(_ options: [Int], _ cap: GroupCap?, _ taken: inout [String: Int]) {
        winners += options
        for option in options {
            if let name = cap?.groups[option] ?? nil { taken[name, default: 0] += 1 }
        }
    }
}
