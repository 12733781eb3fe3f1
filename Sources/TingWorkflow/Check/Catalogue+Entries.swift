extension Check {
    /// Every check, by family: file, graph, determinism, time, decisions, secrecy, rights.
    ///
    /// A new sentence of a finding is added here to the check it belongs to. Ids are
    /// never given to another check: programs and people remember them.
    public static let catalogue: [Entry] = file + graph + determinism + time + decisions + secrecy + rights

    /// A: the file can be read, and says all there is to say in words the language has.
    private static let file = [
        Entry("A1", .error, "unknown-key key-of-other-counts"),
        Entry(
            "A2", .error,
            "yaml-duplicate-key name-twice choice-twice subject-found-twice formula-twice caps-of-several"
        ),
        Entry(
            "A3", .error,
            """
            missing-key needs-left-unsaid missing-key-of-two empty-list no-states yaml-empty waits-for-missing \
            subject-not-found nothing-expected weights-without-carried districts-without-carried \
            vacant-without-seats seats-not-said bodies-too-few body-votes weights-of-one \
            cooldown-of-nothing
            """),
        Entry(
            "A4", .error,
            """
            wrong-form file-not-a-map percent decimal-number share-base share-size share-of-class-here \
            duration-length unknown-unit unknown-value whole-number name-form reserved-name \
            language-code people-without-of number-in-list ratio-too-low ratios-mixed \
            option-quorum-strict cap-size cap-base part-of-nothing score-bounds points-bounds \
            band-floor band-outcome casting-vote-role ballot-quorum-base weights-sum spread-of-classes
            """, beginnings: "phrase- formula- arithmetic-"),
        Entry(
            "A5", .error,
            """
            unknown-state unknown-rule unknown-role unknown-class unknown-subject unknown-people \
            unknown-document unknown-formula unknown-choice unknown-time-zone unknown-meeting \
            unknown-verb unknown-kind unknown-count unknown-variant unknown-money-field unknown-part \
            no-date-field
            """),
        Entry(
            "A6", .error,
            "yaml-anchor yaml-alias yaml-tag yaml-merge-key yaml-directive yaml-several-documents"),
        Entry(
            "A7", .error,
            """
            language-version key-not-yet value-not-yet secret-not-kept \
            proxies-not-kept present-not-counted present-not-by-class
            """),
        Entry("A8", .error, "more-findings", beginnings: "yaml-"),
        Entry(
            "A9", .error,
            """
            clock-of-kind cluster-of-nothing hold-without-results hold-results-of-nothing \
            effects-without-adoption sections-without-document two-meetings \
            sponsorship-minimum waits-for-unused carried-without-weights carried-without-districts \
            cap-beside weights-beside inner-rule-ranked rule-for-options rule-for-yes-no rule-in-itself \
            ranking-without-options options-without-ranking no-options-written no-meeting \
            tie-of-options tie-not-broken tie-after-last each-option-of-other-counts overvotes-refused \
            early-close-ranking extension-without-quorum band-without-tie cap-without-groups \
            seats-beside-budget must-abstain-of-options early-super-quorum early-wait-super-quorum \
            early-wait-at-meeting early-passing-never repeated-vote-of-options extension-at-meeting \
            advisory-of-options clock-without-quorum extension-beside-quorum-clock \
            no-meeting-before one-author take-over-minimum support-twice cooldown-without-sponsors
            """, beginnings: "count- budget-"),
    ]

    /// B: whatever happens, a proposal goes on, and comes to an end.
    private static let graph = [
        Entry("B1", .error, "unreachable-state"),
        Entry("B2", .error, "no-way-out"),
        Entry(
            "B3", .warning,
            "rule-unused subject-unused promise-of-nothing cap-never-reached limit-never-reached minimum-of-nothing accepted-in-vain"
        ),
        Entry("B4", .error, "never-leaves"),
        Entry("B5", .error, "loop-without-time"),
        Entry("B6", .error, "loop-without-limit amendments-without-end"),
        Entry("B7", .error, "final-with-exits"),
        Entry("B8", .error, "outcome-not-mapped outcome-not-possible"),
        Entry("B9", .warning, "nobody-concerned nobody-sponsors nobody-left"),
        Entry("B10", .warning, "one-office-buries"),
    ]

    /// C: in every situation the file says one thing.
    private static let determinism = [
        Entry("C1", .error, "action-twice action-name-taken"),
        Entry(
            "C2", .error,
            "subject-twice otherwise-missing otherwise-not-last bands-mixed bands-order sizes-order looser-case-first"
        ),
        Entry("C3", .error, "early-close-changeable limits-in-a-ring"),
        Entry(
            "C4", .error,
            "reminder-too-early never-ended-early never-extended sunset-reminder-too-early review-after-sunset"
        ),
        Entry(
            "C5", .error,
            "bounds-crossed number-crossed window-order extension-too-long early-wait-too-long total-below-minimum"
        ),
    ]

    /// D: there is time to learn, to think and to act, and an end to it.
    private static let time = [
        Entry("D1", .error, "promise-time-between promise-time-none"),
        Entry("D2", .error, "promise-ends-within promise-ends-never promise-too-large"),
        Entry("D3", .error, "meeting-never-in-time"),
        Entry("D4", .warning, "vote-on-a-weekend promise-across-clock-change"),
        Entry("D5", .warning, "acting-at-once"),
    ]

    /// E: nothing is decided but by a decision.
    private static let decisions = [
        Entry("E1", .error, "adopted-without-decision promise-adopted-only-after"),
        Entry("E2", .error, "below-floor floor-not-proved"),
        Entry("E3", .error, "second-meeting-without-notice"),
        Entry("E4", .error, "text-changes-after-decision promise-frozen-text"),
        Entry("E5", .error, "threshold-unreachable threshold-unreachable-subject"),
        Entry("E6", .warning, "quorum-paradox quorum-paradox-with-no"),
        Entry("E7", .error, "silence-without-notice silence-without-answers"),
        Entry("E8", .warning, "veto-without-override"),
        Entry("E9", .warning, "rejected-without-cooldown"),
        Entry("E10", .warning, "proxies-in-few-hands"),
        Entry("E11", .error, "adopted-by-tied adopted-by-no-quorum majority-of-half"),
    ]

    /// F: what is secret stays so.
    private static let secrecy = [
        Entry("F1", .error, "secret-without-vote open-vote-promised-secret"),
        Entry("F2", .error, "early-close-secret repeated-vote-secret"),
        Entry("F3", .warning, "secret-small-class"),
        Entry("F4", .warning, "secret-with-proxies"),
    ]

    /// G: members keep their rights.
    private static let rights = [
        Entry("G1", .error, "duty-bypassed"),
        Entry("G2", .warning, "no-withdrawal"),
        Entry("G3", .error, "vote-untold"),
        Entry("G4", .warning, "late-amendments"),
        Entry("G5", .warning, "judgement-without-appeal"),
    ]
}
