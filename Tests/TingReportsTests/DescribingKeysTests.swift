import Testing
import TingReports
import TingWorkflow

@Suite("Describing the keys of workflow files") struct DescribingKeysTests {
    @Test("every key and every kind has a sentence for editors")
    func everyKey() throws {
        let words = try TestWords.english()
        var names = Set<String>()
        func collect(_ form: Key.Form) {
            switch form {
            case .phrase, .wording, .oneOf, .reference: break
            case .map(let keys): keys.forEach(collect)
            case .named(let form), .list(let form): collect(form)
            case .closed(let keys, let otherwise):
                keys.forEach(collect)
                collect(otherwise)
            case .state: for type in Kinds.all { State.keys(of: type).forEach(collect) }
            case .either(let forms): forms.forEach(collect)
            }
        }
        func collect(_ key: Key) {
            names.insert(key.name)
            collect(key.form)
        }
        Workflow.keys.forEach(collect)
        let silent = names.filter { words.plain("keys." + $0).hasPrefix("[") }
        #expect(silent.sorted() == [])
        #expect(Kinds.words.filter { words.plain("kinds." + $0).hasPrefix("[") } == [])
    }
}
