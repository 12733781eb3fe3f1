/// Procedures for the stories of these tests; each as short as its subject allows.
enum Procedures {
    /// A bylaw change of a Swedish economic association: two thirds of those voting, at a meeting.
    ///
    /// - Source: SFS 2018:672, chapter 6, section 35.
    static let bylawChange = """
        ting: 1
        workflow: bylaw-change
        title: {en: Bylaw change, sv: Stadgeändring}
        basis: SFS 2018:672, chapter 6, sections 33 to 36
        time-zone: Europe/Stockholm
        needs:
          roles: [board]
          classes: [workers, users]
          document: bylaws
        proposal:
          fields: {}
        rules:
          bylaws:
            quorum: none
            majority: at least 2/3 of votes cast
            basis: SFS 2018:672 6:35
        first: draft
        states:
          draft:
            kind: draft
            lasts: {at-most: 180 days}
            outcomes: {submitted: summons, not-submitted: lapsed}
          summons:
            kind: notice
            by: board
            to: members
            attach: full text
            for: general-meeting
            given: 4 to 6 weeks before general-meeting
            lasts: {at-most: 365 days}
            outcomes: {given: general-meeting, not-given: lapsed}
          general-meeting:
            kind: meeting
            title: the general meeting
            calendar: general-meeting
            date-by: board
            lasts: {at-most: 60 days}
            outcomes: {held: vote, not-held: lapsed}
          vote:
            kind: vote
            title: Vote at the general meeting
            asks: the proposal
            ballot: yes, no or abstain
            secret: no
            change-ballot: never
            electorate: {who: members, as-of: general-meeting}
            proxies: none
            lasts: until end of general-meeting
            decides: bylaws
            tie: fails
            close-early: never
            extend: none
            outcomes: {passed: registration, failed: rejected, not-held: lapsed}
          registration:
            kind: task
            title: Registration
            by: board
            does: Register the change with Bolagsverket
            lasts: {at-most: 180 days}
            outcomes: {done: in-force, refused: rejected, not-done: lapsed}
          in-force: {kind: final, result: adopted, effects: [adopt the text into bylaws]}
          rejected: {kind: final, result: rejected, title: Rejected}
          lapsed: {kind: final, result: lapsed}
        """

    /// A feature request: a tenth of the members, a majority, and a majority in each class.
    static let featureRequest = """
        ting: 1
        workflow: feature-request
        title: Feature request
        basis: Working rules §4
        time-zone: Europe/Stockholm
        needs:
          roles: [board, chair]
          classes: [workers, users]
          document: none
        proposal:
          fields: {}
        rules:
          ordinary:
            quorum:
              ballots: at least 1/10 of electorate
              counting: [yes, no, abstain]
              never-fewer-than: 25
            majority: more than 1/2 of votes cast
            each-class:
              workers: more than 1/2 of votes cast
              users: more than 1/2 of votes cast
        first: draft
        states:
          draft:
            kind: draft
            lasts: {at-most: 180 days}
            outcomes: {submitted: backing, not-submitted: lapsed}
          backing:
            kind: sponsorship
            title: Finding sponsors
            by: any member
            except: author
            sponsors: at least 2
            lasts: {at-most: 14 days}
            actions:
              withdraw: {by: author, goto: lapsed}
            outcomes: {enough: vote, too-few: lapsed}
          vote:
            kind: vote
            title: Vote
            asks: the proposal
            ballot: yes, no or abstain
            secret: no
            change-ballot: until closing
            electorate: {who: members, as-of: opening, standing: {member-for: 30 days}}
            proxies: none
            lasts: 7 days
            decides: ordinary
            tie: fails
            close-early: never
            extend: none
            notify: [members]
            outcomes: {passed: window, failed: rejected, no-quorum: lapsed}
          window:
            kind: veto
            title: Veto window
            by: board
            grounds: [law]
            lasts: 7 days
            outcomes: {vetoed: rejected, not-vetoed: adopted}
          adopted: {kind: final, result: adopted, title: Adopted}
          rejected: {kind: final, result: rejected, title: Rejected, cooldown: 90 days}
          lapsed: {kind: final, result: lapsed, title: Lapsed}
        """

    /// The standard voting procedure of the Trusted Users of Arch Linux, for an addition.
    ///
    /// - Source: Trusted User Bylaws 1.3, section Standard Voting Procedure; quorum 66 %.
    static let archAddition = """
        ting: 1
        workflow: arch-special-vote
        title: Standard voting procedure
        basis: Trusted User Bylaws, Standard Voting Procedure
        time-zone: UTC
        needs: {roles: [], classes: [], document: none}
        proposal: {fields: {}}
        rules:
          absolute:
            quorum: none
            majority: more than 1/2 of electorate
          quorate:
            quorum:
              ballots: at least 66/100 of electorate
              counting: [yes, no, abstain]
            majority: more than 1/2 of votes cast
          special-vote:
            either: [absolute, quorate]
            rejected-when: at least 1/2 of electorate no
        first: draft
        states:
          draft:
            kind: draft
            lasts: {at-most: 30 days}
            outcomes: {submitted: discussion, not-submitted: lapsed}
          discussion:
            kind: deliberation
            lasts: 14 days
            outcomes: {ended: vote}
          vote:
            kind: vote
            title: First vote
            asks: the proposal
            ballot: yes, no or abstain
            secret: no
            change-ballot: until closing
            electorate: {who: members, as-of: opening}
            proxies: none
            lasts: 7 days
            decides: special-vote
            tie: fails
            close-early: never
            extend: none
            outcomes: {passed: accepted, failed: rejected, no-quorum: second-discussion}
          second-discussion:
            kind: deliberation
            title: Discussion before a second vote
            lasts: 14 days
            outcomes: {ended: second-vote}
          second-vote:
            kind: vote
            asks: the proposal
            ballot: yes, no or abstain
            secret: no
            change-ballot: until closing
            electorate: {who: members, as-of: opening}
            proxies: none
            lasts: 7 days
            decides: special-vote
            tie: fails
            close-early: never
            extend: none
            outcomes: {passed: accepted, failed: rejected, no-quorum: rejected}
          accepted: {kind: final, result: adopted}
          rejected: {kind: final, result: rejected, cooldown: 3 months}
          lapsed: {kind: final, result: lapsed}
        """

    /// A general resolution of Debian under version 1.3 of its constitution.
    ///
    /// - Source: Debian Constitution 1.3, 4.2 and appendix A.6.
    static let debianResolution = """
        ting: 1
        workflow: debian-general-resolution
        title: General resolution
        basis: Debian Constitution 1.3, 4.2 and A.6
        time-zone: UTC
        needs: {roles: [secretary], classes: [], document: none}
        proposal: {fields: {}}
        subjects:
          changes-constitution: {judged-by: secretary}
        rules:
          general-resolution:
            count: schulze, winning votes
            unranked: last
            each-option:
              quorum: at least 3 * Q ballots above default
              majority:
                - when: changes-constitution
                  ratio: more than 3 to 1 over default
                - otherwise: more than 1 to 1 over default
            formulas: {Q: 1/2 * sqrt(electorate)}
        first: draft
        states:
          draft:
            kind: draft
            lasts: {at-most: 60 days}
            outcomes: {submitted: discussion, not-submitted: lapsed}
          discussion:
            kind: deliberation
            options: {by: any member}
            lasts: 14 days
            outcomes: {ended: vote}
          vote:
            kind: vote
            title: Vote of the developers
            asks: options from discussion, default Further Discussion
            ballot: ranking
            secret: no
            change-ballot: until closing
            electorate: {who: members, as-of: opening}
            proxies: none
            lasts: 14 days
            decides: general-resolution
            tie: fails
            close-early: never
            extend: none
            outcomes: {passed: adopted, failed: rejected, no-quorum: rejected}
          adopted: {kind: final, result: adopted, title: Adopted}
          rejected: {kind: final, result: rejected}
          lapsed: {kind: final, result: lapsed}
        """
}
