import TingTally

/// A vote that passes under one rule and not under another.
public struct VoteExample: Hashable, Sendable {
    /// How many may vote.
    public let members: Int
    /// How many yes.
    public let yes: Int
    /// How many no.
    public let no: Int
    /// How many abstentions.
    public let abstain: Int
    /// The same ballots class by class, where the rule asks for classes; else one group of everybody.
    public let groups: [Group]
    /// How it ends under the old rule.
    let before: VoteOutcome
    /// How it ends under the new rule.
    let after: VoteOutcome

    /// Ballots of one class, or of everybody.
    public struct Group: Hashable, Sendable {
        /// The class; nil for everybody.
        public let memberClass: String?
        /// How many yes.
        public let yes: Int
        /// How many no.
        public let no: Int
        /// How many abstentions.
        public let abstain: Int
    }

    /// The votes in an assembly of one size that pass under one version and not under the other.
    ///
    /// - Parameters:
    ///   - state: The name of the vote, the same in both.
    ///   - members: How many may vote; those of each class are taken to be equally many.
    /// - Returns: At most two: one that passes only under the old version, one that passes only under the new.
    public static func examples(
        of state: String, members: Int, touching: [String], from old: Workflow, to new: Workflow
    ) -> [VoteExample] {
        guard let trials = trials(of: state, touching: touching, from: old, to: new) else { return [] }
        return smallest([members], trials)
    }

    /// The smallest votes of which one passes only under the old version and the other only under the new.
    ///
    /// Every vote of up to twelve members is tried; of larger assemblies, those without abstentions.
    static func smallest(
        of state: String, touching: [String], from old: Workflow, to new: Workflow
    ) -> [VoteExample] {
        guard let trials = trials(of: state, touching: touching, from: old, to: new) else { return [] }
        let small = smallest(Array(1...12), trials)
        return small.isEmpty ? smallest([20, 30, 50, 100], trials) : small
    }

    private typealias Trials = (Int) -> (RuleTrial, RuleTrial)?

    /// The two rules of a vote on yes and no, tried in assemblies of any size; nil where one counts options.
    private static func trials(
        of state: String, touching: [String], from old: Workflow, to new: Workflow
    ) -> Trials? {
        guard let was = old.state(state)?.kind.vote, let isNow = new.state(state)?.kind.vote,
            let before = old.rule(was.decides.value(touching: touching)),
            let after = new.rule(isNow.decides.value(touching: touching)),
            before.counted == nil, after.counted == nil
        else { return nil }
        return { size in
            guard let first = RuleTrial(before, touching: touching, members: size, in: old),
                let second = RuleTrial(after, touching: touching, members: size, in: new),
                !Likeness.same(first.rule, second.rule)
            else { return nil }
            return (first, second)
        }
    }

    private static func smallest(_ sizes: [Int], _ trials: Trials) -> [VoteExample] {
        var found: [VoteExample] = []
        for members in sizes {
            guard let (first, second) = trials(members) else { continue }
            for cast in 0...members {
                for abstain in 0...(members > 12 ? 0 : cast) {
                    for no in 0...(cast - abstain) {
                        let yes = cast - abstain - no
                        guard let before = first.outcome(yes: yes, no: no, abstain: abstain),
                            let after = second.outcome(yes: yes, no: no, abstain: abstain),
                            (before == .passed) != (after == .passed),
                            !found.contains(where: { ($0.before == .passed) == (before == .passed) })
                        else { continue }
                        found.append(
                            VoteExample(
                                members: members, yes: yes, no: no, abstain: abstain,
                                groups: (first.classNames.isEmpty ? second : first).groups(
                                    yes: yes, no: no, abstain: abstain),
                                before: before, after: after))
                        if found.count == 2 { return found }
                    }
                }
            }
        }
        return found
    }
}
