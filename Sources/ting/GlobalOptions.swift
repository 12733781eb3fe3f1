import ArgumentParser

/// What every command understands.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(help("assembly"), valueName: "folder"))
    var assembly: String?

    @Option(name: .customLong("as"), help: ArgumentHelp(help("as"), valueName: "member"))
    var member: String?

    @Option(name: .long, help: ArgumentHelp(help("at"), valueName: "instant"))
    var at: String?

    @Option(name: .long, help: ArgumentHelp(help("lang"), valueName: "language"))
    var lang: String?

    @Flag(name: .long, help: ArgumentHelp(help("json")))
    var json = false
}
