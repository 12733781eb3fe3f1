import TingReports
import TingTestSupport
import TingYAML

/// The words of the tests: the English file itself.
enum TestWords {
    static func english() throws -> Words {
        try Words(YAML.read(Golden.bytes(at: "Templates/words/en.yaml")))
    }
}
