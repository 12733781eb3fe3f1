import TingTally
import TingWorkflow

extension Course {
    /// Opens the vote of a state just entered: freezes text, options, rule and electorate.
    mutating func openVote(_ vote: VoteKind, in state: State, at instant: Instant) throws {
        guard let visit = proposal.visit else { throw Fault("proposal-nowhere") }
        let electorate = freeze(vote.electorate, at: instant)
        let subjects = proposal.subjects(in: workflow)
        let digest = keep(electorate.json)
        record(
            .voteOpened(
                ProposalEvent.VoteOpened(
                    state: state.name, visit: visit.number, version: proposal.version, text: proposal.text,
                    subjects: subjects, rule: vote.decides.value(touching: subjects), electorate: digest,
                    size: electorate.voters.count,
                    classes: electorate.sizes.map { ProposalEvent.ClassSize(name: $0.name, size: $0.size) },
                    options: try ballotOptions(vote), opens: instant, closes: visit.ends)),
            at: instant)
    }

    private func freeze(_ form: VoteKind.ElectorateForm, at opening: Instant) -> Electorate {
        let instant =
            switch form.asOf {
            case .opening: opening
            case .meeting(let name): proposal.meetings[name]?.opened ?? opening
            }
        let entitlement = Entitlement(proposal, situation, at: instant)
        let group = People([form.who])
        let without = Set(form.without.flatMap { entitlement.ids(of: People([.relation($0)])) })
        let voters = situation.roll.members(at: instant).filter { member in
            guard entitlement.includes(group, member), !without.contains(member.id) else { return false }
            guard let memberFor = form.memberFor else { return true }
            return situation.zone.adding(memberFor, to: member.joined) <= instant
        }
        return Electorate(voters.map { Electorate.Voter(id: $0.id, classes: $0.classes) })
    }

    /// The proposal itself as A, every option with enough seconders, the default option last.
    private func ballotOptions(_ vote: VoteKind) throws -> [ProposalEvent.BallotOption] {
        guard case .options(let source, let defaultOption) = vote.asks else { return [] }
        let writing = try state(named: source).kind.writing.options
        var options = [
            ProposalEvent.BallotOption(
                letter: "A", title: proposal.title, text: proposal.text,
                touches: proposal.subjects(in: workflow))
        ]
        for option in proposal.options {
            if let need = writing?.seconders,
                try !need.isMet(
                    by: option.seconders.count, members: proposal.visit?.members ?? 0,
                    formulas: workflow.formulas)
            {
                continue
            }
            options.append(
                ProposalEvent.BallotOption(
                    letter: option.offered.letter, title: option.offered.title, text: option.offered.text,
                    touches: option.offered.touches))
        }
        options.append(
            ProposalEvent.BallotOption(
                letter: BallotLetters.letter(options.count), title: defaultOption.text(in: ""), text: nil,
                touches: []))
        // Options that did not find enough seconders leave no gap in the letters.
        return options.enumerated().map { index, option in
            var option = option
            option.letter = BallotLetters.letter(index)
            return option
        }
    }
}

/// The letters by which options are named on a ballot paper.
public enum BallotLetters {
    /// The letter at a place: A to Z, then AA, AB and so on.
    public static func letter(_ place: Int) -> String {
        var letters = ""
        var rest = place
        repeat {
            letters = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
