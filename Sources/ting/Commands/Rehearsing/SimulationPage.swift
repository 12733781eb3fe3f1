import TingClerk
import TingProceedings
import TingTally
import TingWorkflow

/// What a simulation found, for people and for scripts.
struct SimulationPage {
    private let simulation: Simulation
    private let plan: Simulation.Plan
    private let workflow: Workflow
    private let file: String

    init(_ simulation: Simulation, _ plan: Simulation.Plan, _ workflow: Workflow, file: String) {
        self.simulation = simulation
        self.plan = plan
        self.workflow = workflow
        self.file = file
    }

    /// Prints it.
    func show(on screen: Screen) {
        screen.say(
            "simulate-head",
            [
                .text("file", file), .number("runs", simulation.runs), .text("seed", String(plan.seed)),
                .number("members", plan.members.reduce(0) { $0 + $1.count }),
            ])
        let width = simulation.ends.map(\.state.count).max() ?? 0
        let digits = String(simulation.runs).count
        for end in simulation.ends {
            screen.say(
                end.result == nil ? "simulate-stood-still" : "simulate-end",
                [
                    .text("state", end.state.padded(to: width)),
                    .text("count", String(end.count).leftPadded(to: digits)),
                    .text("share", share(end.count, of: simulation.runs).leftPadded(to: 5)),
                    .term("result", end.result ?? ""),
                ])
        }
        if let shortest = simulation.days(quarters: 0), let longest = simulation.days(quarters: 4),
            let first = simulation.days(quarters: 1), let middle = simulation.days(quarters: 2),
            let third = simulation.days(quarters: 3)
        {
            screen.say(
                "simulate-days",
                [
                    .number("shortest", shortest), .number("first", first), .number("middle", middle),
                    .number("third", third), .number("longest", longest),
                ])
        }
        for vote in simulation.votes where vote.held > 0 {
            let outcomes = vote.outcomes.map { "\($0.name) \($0.count)" }
            screen.say(
                "simulate-vote",
                [.text("state", vote.state), .number("held", vote.held), .list("outcomes", outcomes)])
            if workflow.state(vote.state)?.kind.vote?.hasQuorum ?? false {
                screen.say(
                    "simulate-quorum",
                    [
                        .number("missed", vote.withoutQuorum),
                        .text("share", share(vote.withoutQuorum, of: vote.held)),
                    ])
            }
        }
        if simulation.refusals > 0 {
            screen.say("simulate-refusals", [.number("refusals", simulation.refusals)])
        }
    }

    /// A part of a whole in per cent with one digit, rounded to the nearest, a half up.
    private func share(_ part: Int, of whole: Int) -> String {
        let tenths = (part * 2_000 + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// The same for scripts; shares are fractions.
    var json: JSON {
        var days: [String: JSON] = ["lives": .integer(simulation.days.count)]
        for (name, quarters) in [
            ("shortest", 0), ("first-quartile", 1), ("median", 2), ("third-quartile", 3), ("longest", 4),
        ] {
            if let number = simulation.days(quarters: quarters) { days[name] = .integer(number) }
        }
        return .object([
            "file": .string(file), "seed": .string(String(plan.seed)), "runs": .integer(simulation.runs),
            "members": .array(
                plan.members.map { population in
                    .object([
                        "class": .string(population.memberClass ?? "others"),
                        "count": .integer(population.count),
                    ])
                }),
            "ends": .array(simulation.ends.map(json)), "days": .object(days),
            "votes": .array(simulation.votes.map(json)), "refusals": .integer(simulation.refusals),
        ])
    }

    private func json(_ end: Simulation.End) -> JSON {
        var keys: [String: JSON] = [
            "state": .string(end.state), "count": .integer(end.count),
            "share": .string(fraction(end.count, of: simulation.runs)),
        ]
        if let result = end.result { keys["result"] = .string(result) }
        return .object(keys)
    }

    private func json(_ vote: Simulation.Vote) -> JSON {
        .object([
            "state": .string(vote.state), "held": .integer(vote.held),
            "quorum-missed": .integer(vote.withoutQuorum),
            "outcomes": .array(
                vote.outcomes.map {
                    .object(["outcome": .string($0.name), "count": .integer($0.count)])
                }),
        ])
    }

    private func fraction(_ part: Int, of whole: Int) -> String {
        (try? Fraction(part, whole))?.description ?? "0"
    }
}
