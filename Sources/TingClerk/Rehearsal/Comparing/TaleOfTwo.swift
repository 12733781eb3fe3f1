import TingProceedings
import TingTally
import TingWorkflow

/// A story under two versions told with dates and names: what people do, then how it stands under each.
struct TaleOfTwo {
    private let lives: TwoLives
    private var names: [People.Who: [String]] = [.relation(.author): ["Ada"]]
    private var used = 1

    private static let all = ["Ada", "Bo", "Cy", "Di", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kim", "Liv"]
    private static let mostSteps = 8

    init(_ lives: TwoLives) {
        self.lives = lives
    }

    /// The lines, at most eight.
    var steps: [StoryStep] {
        var tale = self
        return tale.told()
    }

    private mutating func told() -> [StoryStep] {
        var steps: [StoryStep] = []
        // Time that passes is told by the dates.
        for told in lives.lines {
            if case .pass = told.line { continue }
            steps.append(StoryStep(on: told.on, sentence(told.line, told.text)))
        }
        let ends = [end(lives.old, isOld: true), end(lives.new, isOld: false)]
        let room = Self.mostSteps - ends.count
        if steps.count > room {
            let left = steps.count - room + 1
            let more = StoryStep(on: nil, Statement("story-more", [.number("count", left)]))
            steps = Array(steps.prefix(room / 2)) + [more] + steps.suffix(room - room / 2 - 1)
        }
        return steps + ends
    }

    /// How it stands under one version.
    private func end(_ story: ToldStory, isOld: Bool) -> StoryStep {
        let version = isOld ? "old" : "new"
        let life = story.life
        if let refusal = lives.refusal, refusal.byOld == isOld {
            return StoryStep(
                on: lives.lines.last?.on,
                Statement("compare-refused-\(version)", [Fact("reason", .statement(refusal.reason))]))
        }
        if lives.refusal != nil {
            return StoryStep(on: lives.lines.last?.on, Statement("compare-allowed-\(version)"))
        }
        let entered = life.proposal.visit.map { life.zone.local($0.entered).date } ?? lives.today
        let state = life.proposal.visit?.state ?? ""
        guard let result = life.state?.kind.final?.result else {
            return StoryStep(
                on: lives.today, Statement("compare-stands-\(version)", [.text("state", state)]), next: state)
        }
        return StoryStep(
            on: entered, Statement("compare-ends-\(version)", [.term("result", result.rawValue)]), next: state
        )
    }

    // MARK: - Sentences

    private mutating func sentence(_ line: Scenario.Line, _ text: String) -> Statement {
        switch line {
        case .act(let actor, _, _, _), .setDate(let actor, _, _), .amend(let actor, _), .offer(let actor, _),
            .second(let actor, _), .moveEnd(let actor, _):
            let deed = text.dropFirst(actor.text.count).drop { $0 == " " }
            return Statement("compare-deed", [who(actor), .text("deed", String(deed))])
        case .vote(let group, let counts), .cast(let group, let counts):
            return Statement(
                "compare-ballots",
                [
                    .text("group", group.description),
                    .list("ballots", counts.map { "\($0.count) \($0.ballot)" }),
                ])
        case .onMeeting(let meeting): return Statement("compare-meeting", [.text("meeting", meeting)])
        case .meetingEnds(let meeting): return Statement("compare-meeting-ends", [.text("meeting", meeting)])
        case .pass, .onDate, .otherMeeting, .otherEnds, .expect:
            return Statement("compare-line", [.text("line", text)])
        }
    }

    /// `Bo, Cy (member)`, and a number where there are more than stories have names for.
    private mutating func who(_ actor: Scenario.Actor) -> Fact {
        let role: Fact =
            switch actor.who {
            case .relation(let relation): .term("role", "story-" + relation.rawValue)
            case .members: .term("role", "story-member")
            case .role(let name), .memberClass(let name): .text("role", name)
            }
        guard actor.count <= 5 else {
            return Fact("who", .statement(Statement("tale-several", [.number("count", actor.count), role])))
        }
        var given = names[actor.who] ?? []
        while given.count < actor.count, used < Self.all.count {
            given.append(Self.all[used])
            used += 1
        }
        names[actor.who] = given
        guard given.count >= actor.count else {
            return Fact("who", .statement(Statement("tale-several", [.number("count", actor.count), role])))
        }
        return Fact(
            "who",
            .statement(Statement("tale-person", [.list("names", Array(given.prefix(actor.count))), role])))
    }
}
