/// Who does the work of a count: one core, or several at once.
///
/// A count gives the same result with any number of workers. This module
/// starts no threads: a program that has several cores hands in how to use them.
public struct Workers: Sendable {
    /// How many can work at once.
    public let count: Int
    /// Does a numbered piece of work for each number below the first argument, and returns when all are done.
    public let perform: @Sendable (Int, @Sendable (Int) -> Void) -> Void

    /// Makes workers.
    public init(count: Int, perform: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void) {
        self.count = count
        self.perform = perform
    }

    /// One after the other, on the core that asks.
    public static let alone = Workers(count: 1) { pieces, work in
        for piece in 0..<pieces { work(piece) }
    }
}
