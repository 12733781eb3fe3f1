import TingTally

/// The moves that a workflow allows between its states.
///
/// A state is known by its place in the file. Moves stand in file order, so
/// every search through them gives the same answer every time.
struct Graph {
    /// One way from a state to another.
    struct Move: Hashable {
        /// What makes it happen.
        enum Cause: Hashable {
            /// An outcome of the state.
            case outcome(String)
            /// An action of the state.
            case action(String)
        }

        /// Where it begins.
        let from: Int
        /// Where it leads.
        let to: Int
        /// What makes it happen.
        let cause: Cause
        /// The full state in whose place it leads here; nil when it leads where the file says.
        let insteadOf: Int?
        /// Whether it is a decision in favour.
        let decides: Bool
        /// How soon it can happen after the state was entered.
        let least: Wait
        /// Whether it can happen by itself, at the very moment of the entry.
        let isInstant: Bool
        /// Where it stands in the file.
        let mark: Mark
        /// How many columns its name takes.
        let width: Int
    }

    /// A shortest wait: a period, less another by which people can shorten it.
    struct Wait: Hashable {
        var period: Period?
        var less: Period?

        static let none = Wait()

        /// In seconds, at least; months as 31 days where everything is compared with months.
        func seconds(monthsLong: Bool) -> Int {
            guard let period else { return 0 }
            let length = monthsLong ? period.longest : period.shortest
            return max(0, length - (less?.longest ?? 0))
        }
    }

    let workflow: Workflow
    let states: [State]
    /// The moves from each state, in file order.
    let moves: [[Move]]
    /// The place of the first state; nil when the file names none.
    let first: Int?
    /// The courses that the moves make up, with visits counted.
    let courses: Courses

    /// Draws the graph of a workflow.
    ///
    /// What stands for a full state is led to only where a proposal can come to it when that state
    /// is full. States that cannot be reached keep all their moves.
    init(_ workflow: Workflow) {
        self.workflow = workflow
        states = workflow.states
        var places: [String: Int] = [:]
        for (place, state) in workflow.states.enumerated() where places[state.name] == nil {
            places[state.name] = place
        }
        let first = places[workflow.first]
        let all = workflow.states.enumerated().map { place, state in
            state.kind.final == nil ? Graph.moves(from: place, state, places: places, workflow) : []
        }
        self.first = first
        let courses = Courses(workflow.states, all)
        self.courses = courses
        guard courses.haveLimits, let first, let made = courses.made(from: first) else {
            moves = all
            return
        }
        let entered = Set(made.map(\.to) + [first])
        moves = all.enumerated().map { place, moves in
            entered.contains(place) ? moves.filter(made.contains) : moves
        }
    }

    /// The place of a state; nil when there is none of that name.
    func place(of name: String) -> Int? { states.firstIndex { $0.name == name } }

    /// The final states with a result.
    func finals(_ result: FinalKind.Result? = nil) -> [Int] {
        states.indices.filter { place in
            guard let final = states[place].kind.final else { return false }
            return result == nil || final.result == result
        }
    }

    /// Every state that can be reached from some others over the moves that are wanted; they themselves too.
    func reachable(from starts: [Int], over isWanted: (Move) -> Bool = { _ in true }) -> Set<Int> {
        var found = Set(starts)
        var rest = starts
        while let place = rest.popLast() {
            for move in moves[place] where isWanted(move) && found.insert(move.to).inserted {
                rest.append(move.to)
            }
        }
        return found
    }

    /// Every state from which one of some others can be reached; they themselves too.
    func reaching(_ ends: [Int], over isWanted: (Move) -> Bool = { _ in true }) -> Set<Int> {
        var found = Set(ends)
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for move in moves.joined() where found.contains(move.to) && isWanted(move) {
                if found.insert(move.from).inserted { hasGrown = true }
            }
        }
        return found
    }

    /// The path with the fewest moves between two states; nil when there is none.
    func path(from start: Int, to end: Int, over isWanted: (Move) -> Bool = { _ in true }) -> [Move]? {
        guard start != end else { return [] }
        var arrivals: [Int: Move] = [:]
        var queue = [start]
        var next = 0
        while next < queue.count, arrivals[end] == nil {
            let place = queue[next]
            next += 1
            for move in moves[place] where isWanted(move) && move.to != start && arrivals[move.to] == nil {
                arrivals[move.to] = move
                queue.append(move.to)
            }
        }
        guard arrivals[end] != nil else { return nil }
        var path: [Move] = []
        var place = end
        while place != start, let move = arrivals[place] {
            path.append(move)
            place = move.from
        }
        return path.reversed()
    }
}
