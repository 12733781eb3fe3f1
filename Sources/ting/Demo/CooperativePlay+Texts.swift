extension CooperativePlay {
    /// The handles in lines of a register.
    static func handles(_ lines: [String]) -> [String] {
        lines.map { String($0.prefix { $0 != "," }) }
    }

    /// Eighteen couriers who own the cooperative by their work.
    static let workers = [
        "ada,Ada Holm,,workers,,2025-01-10", "bo,Bo Ek,,workers,,2025-01-10",
        "cy,Cy Berg,,workers,,2025-01-10",
        "di,Di Lund,,workers,maintainers,2025-01-10", "eva,Eva Dal,,workers,,2025-01-10",
        "finn,Finn Ask,,workers,maintainers,2025-01-10", "hal,Hal Ny,,workers,facilitator,2025-02-01",
        "ida,Ida Sten,,workers,board,2025-02-01", "jon,Jon Alm,,workers,,2025-02-01",
        "kim,Kim Rask,,workers,,2025-02-01", "liv,Liv Strand,,workers,,2025-03-15",
        "mio,Mio Falk,,workers,,2025-03-15",
        "nor,Nor Vik,,workers,,2025-03-15", "olof,Olof Sjö,,workers,,2025-03-15",
        "pia,Pia Lind,,workers,,2025-06-01",
        "ray,Ray Krok,,workers,,2025-06-01", "siv,Siv Mo,,workers,,2025-06-01",
        "tor,Tor Bäck,,workers,,2025-06-01",
    ]

    /// Twenty-two users who own it by their orders.
    static let users = [
        "gro,Gro Hav,,users,auditor,2025-01-20", "ulla,Ulla Hed,,users,,2025-01-20",
        "vera,Vera Kvist,,users,,2025-01-20",
        "will,Will Torn,,users,,2025-01-20", "xena,Xena Rot,,users,,2025-01-20",
        "ylva,Ylva Bo,,users,,2025-01-20",
        "zoe,Zoe Lo,,users,,2025-02-11", "alf,Alf Dag,,users,,2025-02-11", "bea,Bea Frid,,users,,2025-02-11",
        "carl,Carl Rye,,users,,2025-02-11", "dora,Dora Sand,,users,,2025-02-11",
        "emil,Emil Natt,,users,,2025-04-02",
        "fia,Fia Lov,,users,,2025-04-02", "gil,Gil Mark,,users,,2025-04-02",
        "hugo,Hugo Sky,,users,,2025-04-02",
        "inga,Inga Fors,,users,,2025-04-02", "jan,Jan Hult,,users,,2025-05-09",
        "karl,Karl Ros,,users,,2025-05-09",
        "lena,Lena Blad,,users,,2025-05-09", "max,Max Gran,,users,,2025-05-09",
        "nils,Nils Grop,,users,,2025-05-09",
        "otto,Otto Vind,,users,,2025-05-09",
    ]

    /// A feature request.
    static let request = """
        ---
        title: Show pay per trip before accepting
        need: Couriers accept trips blind and earn less than the agreed hour on long ones.
        affected: [workers, users]
        ---

        Before a courier accepts a trip, the app shows what the trip pays and how
        long it will take. Declining costs nothing and is not counted.

        """

    /// A change of the bylaws: the whole new text of the section it changes.
    static let change = """
        ---
        title: Remote general meetings
        purpose: Members who drive at night can take part, too.
        ---

        ## General meeting {#general-meeting}

        The general meeting is held in person, remotely, or both. The notice says
        how members take part and how they vote.

        """
}
