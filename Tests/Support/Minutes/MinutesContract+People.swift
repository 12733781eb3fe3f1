import Testing
import TingClerk
import TingProceedings

extension MinutesContract {
    /// The roll, and the persons beside it.
    static let people: [MinutesPromise] = [
        MinutesPromise("the roll has every member by id, with classes and roles") { minutes throws in
            let ada = Sample.member("m0000000002", classes: ["workers", "users"], roles: ["chair"])
            let bo = Sample.member("m0000000001", left: 8)
            try minutes.write { writing in
                try writing.keep(ada)
                try writing.keep(bo)
            }
            #expect(try minutes.read { try $0.roll().members } == [bo, ada])
            #expect(
                try minutes.read { try $0.roll().member("m0000000002")?.classes } == ["users", "workers"])
        },
        MinutesPromise("a member's line is replaced") { minutes throws in
            try minutes.write { try $0.keep(Sample.member("m0000000001", roles: ["chair"])) }
            #expect(try minutes.read { try $0.roll().members.count } == 1)
            try minutes.write { try $0.keep(Sample.member("m0000000001", classes: ["users"], left: 3)) }
            #expect(
                try minutes.read { try $0.roll().members } == [
                    Sample.member("m0000000001", classes: ["users"], left: 3)
                ])
        },
        MinutesPromise("a person is found by id and by handle, and listed by handle") { minutes throws in
            let ada = Person(member: "m0000000002", handle: "ada", name: "Ada Ek", email: "ada@example.org")
            let bo = Person(member: "m0000000001", handle: "bo", name: "Bo Ål")
            try minutes.write { writing in
                // The person may come before the member's line, as long as both come.
                try writing.keep(bo)
                try writing.keep(ada)
                try writing.keep(Sample.member("m0000000001"))
                try writing.keep(Sample.member("m0000000002"))
            }
            #expect(try minutes.read { try $0.persons() } == [ada, bo])
            #expect(try minutes.read { try $0.person("m0000000001") } == bo)
            #expect(try minutes.read { try $0.person(handle: "ada") } == ada)
            #expect(try minutes.read { try $0.person("m0000000003") } == nil)
            #expect(try minutes.read { try $0.person(handle: "cy") } == nil)
        },
        MinutesPromise("a person who takes another handle gives the old one back") { minutes throws in
            try minutes.write { writing in
                try writing.keep(Sample.member("m0000000001"))
                try writing.keep(Sample.member("m0000000002"))
                try writing.keep(Person(member: "m0000000001", handle: "ada", name: "Ada"))
                try writing.keep(Person(member: "m0000000001", handle: "eve", name: "Eve"))
                try writing.keep(Person(member: "m0000000002", handle: "ada", name: "Ada"))
            }
            #expect(try minutes.read { try $0.person(handle: "eve")?.member } == "m0000000001")
            #expect(try minutes.read { try $0.person(handle: "ada")?.member } == "m0000000002")
        },
        MinutesPromise("nobody gets the handle of somebody else") { minutes throws in
            try minutes.write { writing in
                try writing.keep(Sample.member("m0000000001"))
                try writing.keep(Person(member: "m0000000001", handle: "ada", name: "Ada"))
            }
            #expect(throws: MinutesError.conflict) {
                try minutes.write { writing in
                    try writing.keep(Sample.member("m0000000002"))
                    try writing.keep(Person(member: "m0000000002", handle: "ada", name: "Other"))
                }
            }
            #expect(try minutes.read { try $0.roll().members.count } == 1)
        },
        MinutesPromise("a person who is not on the roll is not kept") { minutes throws in
            #expect(throws: MinutesError.self) {
                try minutes.write { try $0.keep(Person(member: "m0000000001", handle: "ada", name: "Ada")) }
            }
            #expect(try minutes.read { try $0.persons() } == [])
        },
        MinutesPromise("a person without a handle, or with a zero character, is not kept") { minutes throws in
            for person in [
                Person(member: "m0000000001", handle: "", name: "Ada"),
                Person(member: "m0000000001", handle: "ada", name: "A\u{0}da"),
            ] {
                #expect(throws: MinutesError.damaged(at: "m0000000001")) {
                    try minutes.write { writing in
                        try writing.keep(Sample.member("m0000000001"))
                        try writing.keep(person)
                    }
                }
            }
        },
    ]
}
