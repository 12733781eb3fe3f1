import ArgumentParser
import Foundation
import TingClerk
import TingProceedings
import TingReports
import TingTally
import TingWorkflow

/// `ting propose`: begins a proposal.
struct Propose: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: help("propose"), discussion: help("propose-examples"))
    }

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp(help("propose-workflow")))
    var workflow: String
    @Option(help: ArgumentHelp(help("propose-title")))
    var title: String?
    @Option(help: ArgumentHelp(help("propose-file")))
    var file: String?
    @Option(parsing: .singleValue, help: ArgumentHelp(help("propose-touches")))
    var touches: [String] = []
    @Option(help: ArgumentHelp(help("propose-concerns")))
    var concerns: String?

    func run() throws {
        let office = try Office(options)
        let screen = Screen(options, office)
        let member = try office.member()
        let form = try form(office)
        let path = try file ?? written(form, office)
        guard let path else { throw Refusal(Statement("nothing-written")) }
        let draft = try ProposalFile(try Disk.read(path), name: path == "-" ? "stdin" : path)
        let named = form.fields.first { $0.form == .member }.flatMap { draft.fields[$0.name] }
        let concerned = try (concerns ?? draft.concerns ?? named).map(office.member)
        let paper = draft.paper(workflow, title: title, touches: touches, concerns: concerned)
        let receipt: Receipt
        do {
            receipt = try office.clerk.propose(paper, by: member, at: office.moment)
        } catch let error where file == nil {
            Output.error(screen.sentence("draft-kept", [.text("path", path)]) + "\n")
            throw error
        }
        if file == nil { unlink(path) }
        screen.show(receipt, office)
    }

    /// What a proposal under the workflow looks like.
    private func form(_ office: Office) throws -> Workflow.ProposalForm {
        guard let bytes = try office.clerk.library.bytes(ofWorkflow: workflow) else {
            throw NotFound(
                "workflow-not-found",
                [.text("workflow", workflow), .list("workflows", try office.clerk.library.workflowIDs())])
        }
        return try office.clerk.library.workflow(bytes, named: workflow).proposal
    }

    private func written(_ form: Workflow.ProposalForm, _ office: Office) throws -> String? {
        let template = try form.template.flatMap { try office.folder.template("proposals/" + $0) }?.text
        return try Editor.write(
            template ?? "---\ntitle: \(title ?? "")\n---\n", name: "ting-\(workflow)-\(getpid()).md",
            instead: "--file")
    }
}
