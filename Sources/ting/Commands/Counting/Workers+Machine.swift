import Dispatch
import Foundation
import TingTally

extension Workers {
    /// All cores of this machine.
    static let everyCore = Workers(count: ProcessInfo.processInfo.activeProcessorCount) { pieces, work in
        DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
    }
}
