import ArgumentParser
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
        let receipt =
            if let file {
                try propose(file, form, by: member, office)
            } else {
                try Editor.write(template(form, office), name: workflow, instead: "--file", screen) {
                    try propose($0, form, by: member, office)
                }
            }
        screen.show(receipt, office)
    }

    /// Proposes what a file says.
    private func propose(
        _ path: String, _ form: Workflow.ProposalForm, by member: String, _ office: Office
    ) throws -> Receipt {
        let draft = try ProposalFile(try Disk.read(path), name: path == "-" ? "stdin" : path)
        let named = form.fields.first { $0.form == .member }.flatMap { draft.fields[$0.name] }
        let concerned = try (concerns ?? draft.concerns ?? named).map(office.member)
        let paper = draft.paper(workflow, title: title, touches: touches, concerns: concerned)
        return try office.clerk.propose(paper, by: member, at: office.moment)
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

    private func template(_ form: Workflow.ProposalForm, _ office: Office) throws -> String {
        let template = try form.template.flatMap { try office.folder.template("proposals/" + $0) }?.text
        return template ?? "---\ntitle: \(title ?? "")\n---\n"
    }
}
