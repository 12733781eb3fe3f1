import TingTally
import TingWorkflow

extension Course {
    /// Opens the vote of a state just entered: freezes text, options, rule and electorate.
    mutating func openVote(_ vote: VoteKind, in state: State, at instant: Instant) throws {
        guard let visit = proposal.visit else { throw Fault("proposal-nowhere") }
        let electorate = freeze(vote.electorate, at: instant)
        let subjects = proposal.subjects(in: workflow)
        let digest = keep(electorate.json)
        let seed = try vote.hasLot ? newSeed() : nil
        record(
            .voteOpened(
                ProposalEvent.VoteOpened(
                    state: state.name, visit: visit.number, version: proposal.version, text: proposal.text,
                    subjects: subjects, rule: vote.decides.value(touching: subjects), electorate: digest,
                    size: electorate.voters.count,
                    classes: electorate.sizes.map { ProposalEvent.ClassSize(name: $0.name, size: $0.size) },
                    options: try ballotOptions(vote), opens: instant, closes: visit.ends,
                    lot: seed?.commitment,
                    budget: vote.budget(touching: subjects, amounts: proposal.amounts, in: workflow),
                    present: vote.atMeeting.flatMap { proposal.present[$0] })),
            at: instant)
        openBox(for: electorate, seed: seed)
    }

    private func freeze(_ form: VoteKind.ElectorateForm, at opening: Instant) -> Electorate {
        let instant =
            switch form.asOf {
            case .opening: opening
            case .meeting(let name): proposal.meetings[name]?.opened ?? opening
            }
        let entitlement = Entitlement(proposal, situation, at: instant)
        let without = Set(form.without.flatMap { entitlement.ids(of: People([.relation($0)])) })
        let voters = situation.roll.members.filter { member in
            guard entitlement.includes(form.who, member), !without.contains(member.id) else { return false }
            guard let memberFor = form.memberFor else { return true }
            guard let joined = member.membership(at: instant)?.from else { return false }
            return situation.zone.adding(memberFor, to: joined) <= instant
        }
        return Electorate(voters.map { Electorate.Voter(id: $0.id, classes: $0.classes(at: instant)) })
    }

    /// The proposal itself as A, every option with enough seconders, the default option last; without the
    /// proposal, or without a default option, where the vote asks so.
    ///
    /// An option keeps the letter it was offered under, also where another did
    /// not find its seconders: what people have read and said about C stays
    /// about C. The default option takes the letter after the last one offered.
    private func ballotOptions(_ vote: VoteKind) throws -> [ProposalEvent.BallotOption] {
        guard case .options(let source, let defaultOption, let only) = vote.asks else { return [] }
        let seconders = try state(named: source).kind.writing.options?.seconders
        // As many are needed as people were told while they could second.
        let members = proposal.rolls[source] ?? proposal.visit?.members ?? 0
        let own = [
            ProposalEvent.BallotOption(
                letter: "A", title: proposal.title, text: proposal.text,
                touches: proposal.subjects(in: workflow))
        ]
        var options = only ? [] : own
        for option in proposal.options {
            let isBacked = try seconders?.isMet(
                by: option.seconders.count, members: members, formulas: workflow.formulas)
            guard isBacked ?? true else { continue }
            options.append(
                ProposalEvent.BallotOption(
                    letter: option.offered.letter, title: option.offered.title, text: option.offered.text,
                    touches: option.offered.touches, cost: option.offered.cost, group: option.offered.group))
        }
        if let defaultOption {
            options.append(
                ProposalEvent.BallotOption(
                    letter: BallotLetters.letter(proposal.options.count + 1),
                    title: defaultOption.text(in: situation.language), text: nil, touches: []))
        }
        return options
    }
}
