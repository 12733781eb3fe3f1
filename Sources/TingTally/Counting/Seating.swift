/// Who takes the seats when a count ends with an order of options.
///
/// The order is a list of sets. Seats go to whole sets from the top; where a
/// set is larger than the seats left, the ways of breaking ties are asked; what
/// they leave tied is reported as tied. A cap on the seats of one group passes
/// over options, each with a line of its own.
struct Seating {
    /// The options that take a seat, best first, those that are tied for seats included.
    private(set) var winners: [Int] = []
    /// The options that are tied for fewer seats than there are of them; among the winners.
    private(set) var tied: [Int] = []
    /// The order after ties were broken.
    private(set) var ranking: [[Int]] = []
    /// The seats that nobody takes or is tied for.
    private(set) var emptySeats: Int
    /// How many seats there are.
    let seats: Int
    private let cap: GroupCap?
    /// The seats that each group has.
    private var taken: [String: Int] = [:]

    /// Gives out the seats.
    ///
    /// - Parameter ties: How ties are broken, where that is not as the settings say.
    /// - Throws: ``TallyError`` `group-cap-of-other-options`.
    init(
        _ ranking: [[Int]], _ settings: CountingSettings, _ ties: TieBreaking? = nil, names: [String],
        writing transcript: inout Transcript
    ) throws(TallyError) {
        cap = settings.groupCap
        seats = settings.seats
        emptySeats = settings.seats
        try cap?.check(options: names.count)
        for group in ranking {
            let standing = free(of: group, names, writing: &transcript)
            guard emptySeats > 0, !standing.isEmpty else {
                self.ranking.append(group)
                continue
            }
            if standing.count <= min(emptySeats, room(for: standing)) {
                seat(standing)
                self.ranking.append(group)
                continue
            }
            let order = (ties ?? settings.ties).order(standing, names: names, writing: &transcript)
            for subgroup in order where emptySeats > 0 {
                seat(free(of: subgroup, names, writing: &transcript))
            }
            let passed = group.filter { !standing.contains($0) }
            self.ranking += order + (passed.isEmpty ? [] : [passed])
        }
    }

    /// How many of these options can win under the cap.
    private func room(for options: [Int]) -> Int {
        guard let cap else { return options.count }
        let grouped = Dictionary(grouping: options) { cap.groups[$0] }
        return grouped.reduce(0) { sum, group in
            guard let name = group.key else { return sum + group.value.count }
            return sum + min(group.value.count, cap.most - taken[name, default: 0])
        }
    }

    /// Seats these options, or ties them for the seats that they can have.
    private mutating func seat(_ options: [Int]) {
        let room = room(for: options)
        winners += options
        if room > emptySeats {
            tied += options
            emptySeats = 0
            return
        }
        emptySeats -= room
        for option in options {
            guard let cap, let name = cap.groups[option] else { continue }
            if options.count(where: { cap.groups[$0] == name }) > cap.most - taken[name, default: 0] {
                tied.append(option)
            }
        }
        for option in options {
            guard let cap, let name = cap.groups[option] else { continue }
            taken[name] = min(cap.most, taken[name, default: 0] + 1)
        }
    }

    /// Those of the options whose group has seats left; the others are passed over while there are seats.
    private func free(
        of options: [Int], _ names: [String], writing transcript: inout Transcript
    ) -> [Int] {
        guard let cap, emptySeats > 0 else { return options }
        return options.filter { option in
            guard let name = cap.groups[option], taken[name, default: 0] >= cap.most else { return true }
            transcript.add(
                Statement(
                    "group-cap-reached",
                    [.text("option", names[option]), .text("group", name), .number("most", cap.most)]))
            return false
        }
    }
}
