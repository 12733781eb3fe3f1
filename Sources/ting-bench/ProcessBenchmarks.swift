import Foundation

/// Whole processes that need no assembly.
enum ProcessBenchmarks {
    static func run(_ report: BenchReport) throws {
        let program = try Program()
        report.time("ting --version, best of 50", try program.best(of: 50, ["--version"]), limit: 15)
        let workflow = try BigAssembly.library() + "/Workflows/feature-request.yaml"
        report.time(
            "ting workflow check of one file, best of 50",
            try program.best(of: 50, ["workflow", "check", workflow]),
            limit: 30)
    }
}
