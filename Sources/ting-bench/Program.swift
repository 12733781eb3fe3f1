import Foundation

/// The program `ting` beside this one, run as whole processes.
struct Program {
    /// Its path.
    let path: String

    /// Finds the program.
    init() throws {
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        path = folder.appendingPathComponent("ting").path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
    }

    /// The program is not beside the benchmark.
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) is missing: build the product ting in the same folder first" }
    }

    /// Runs it once, its output thrown away.
    ///
    /// - Returns: the exit code.
    @discardableResult
    func run(_ arguments: [String]) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var child = pid_t()
        guard posix_spawn(&child, path, &actions, nil, words, environ) == 0 else { return -1 }
        var status: Int32 = 0
        waitpid(child, &status, 0)
        return (status >> 8) & 0xFF
    }

    /// The shortest of several whole runs, in milliseconds.
    func best(of runs: Int, _ arguments: [String]) throws -> Double {
        let code = run(arguments)
        guard code == 0 else { throw Failed(arguments: arguments, code: code) }
        return Stopwatch.best(of: runs) { run(arguments) }
    }

    /// A command ended otherwise than it should.
    struct Failed: Error, CustomStringConvertible {
        let arguments: [String]
        let code: Int32
        var description: String { "ting \(arguments.joined(separator: " ")) ended with \(code)" }
    }
}
