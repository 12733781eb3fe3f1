import TingWorkflow

/// A text file that somebody wrote, kept so that mistakes in it can be shown where they are.
struct SourceFile {
    /// The name by which people know it.
    let name: String
    /// Its bytes.
    let bytes: [UInt8]

    /// Does something with the file; mistakes found in it leave with the file.
    func reading<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as Unreadable {
            throw UnreadableFile(file: self, findings: error.findings)
        }
    }
}

/// A file that cannot be used, with everything that is wrong in it.
struct UnreadableFile: Error {
    /// The file.
    let file: SourceFile
    /// What is wrong.
    let findings: [Finding]
}
