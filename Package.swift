// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target of ours: Swift 6 language mode comes with the tools version.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "ting",
    products: [
        .executable(name: "ting", targets: ["ting"]),
        .executable(name: "ting-bench", targets: ["ting-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Debian's libyaml; imported by TingYAML alone.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

        // The pure chain: how votes are counted, what may happen, what did happen.
        .target(name: "TingTally", swiftSettings: house),
        .target(name: "TingWorkflow", dependencies: ["TingTally"], swiftSettings: house),
        .target(
            name: "TingProceedings", dependencies: ["TingTally", "TingWorkflow"],
            swiftSettings: house),

        // The use cases, with the ports that the adapters fill.
        .target(
            name: "TingClerk",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house),

        // The adapters; none imports another.
        .target(
            name: "TingYAML", dependencies: ["CLibYAML", "TingTally", "TingWorkflow"],
            swiftSettings: house),
        .target(
            name: "TingReports",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: house),
        .target(
            name: "TingStore",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),

        // The programs.
        .executableTarget(
            name: "ting",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk", "TingYAML",
                "TingReports", "TingStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "ting-bench",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk", "TingYAML",
                "TingStore",
            ],
            swiftSettings: house),
        // Long trials of the checker and of the reader; no product, so that only a whole build makes it.
        .executableTarget(
            name: "ting-trial",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk", "TingYAML",
            ],
            swiftSettings: house),

        // The tests.
        .target(
            name: "TingTestSupport",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk", "TingYAML",
                "TingReports",
            ],
            path: "Tests/Support", swiftSettings: house),
        .testTarget(
            name: "TingTallyTests", dependencies: ["TingTally", "TingTestSupport"],
            exclude: ["Cases"], swiftSettings: house),
        .testTarget(
            name: "TingWorkflowTests",
            dependencies: ["TingTally", "TingWorkflow", "TingYAML", "TingReports", "TingTestSupport"],
            exclude: ["Bad", "Drawings", "Files"], swiftSettings: house),
        .testTarget(
            name: "TingYAMLTests",
            dependencies: ["TingTally", "TingWorkflow", "TingYAML", "TingReports", "TingTestSupport"],
            exclude: ["Bad", "Corpus"], swiftSettings: house),
        .testTarget(
            name: "TingProceedingsTests",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk", "TingYAML", "TingTestSupport",
            ],
            exclude: ["Workflows"], swiftSettings: house),
        .testTarget(
            name: "TingClerkTests",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk", "TingYAML", "TingStore",
                "TingTestSupport",
            ],
            exclude: ["Course"], swiftSettings: house),
        .testTarget(
            name: "TingStoreTests",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingClerk", "TingYAML", "TingStore",
                "TingTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "TingReportsTests",
            dependencies: [
                "TingTally", "TingWorkflow", "TingProceedings", "TingYAML", "TingReports",
                "TingTestSupport",
            ],
            exclude: ["Goldens"], swiftSettings: house),
        .testTarget(
            name: "TingCommandTests", dependencies: ["ting", "TingTestSupport"],
            exclude: ["Sessions", "Schema"], swiftSettings: house),
        .testTarget(
            name: "TingTrialTests",
            dependencies: [
                "ting-trial", "TingTally", "TingWorkflow", "TingYAML", "TingTestSupport",
            ],
            swiftSettings: house),
        .testTarget(
            name: "TingHouseRulesTests", dependencies: ["TingReports", "TingYAML", "TingTestSupport"],
            swiftSettings: house),
    ]
)
