/// Which options beat which, one against one.
struct Beats {
    private let beaten: [OptionSet256]
    private let beating: [OptionSet256]

    /// What a matrix says.
    init(in matrix: PairwiseMatrix) {
        var beaten = Array(repeating: OptionSet256(), count: matrix.size)
        var beating = beaten
        for defeat in matrix.defeats {
            beaten[defeat.winner][defeat.loser] = true
            beating[defeat.loser][defeat.winner] = true
        }
        self.beaten = beaten
        self.beating = beating
    }

    /// The smallest set of options of which each beats every option outside it.
    ///
    /// - Complexity: O(options).
    /// - Source: Good 1971; Smith 1973.
    func smithSet(among options: OptionSet256) -> OptionSet256 {
        // An option that is beaten least often, a win weighing as much, is always in the set.
        let balance = options.options.map { option in
            (
                option: option,
                losses: beating[option].intersection(options).count
                    - beaten[option].intersection(options).count
            )
        }
        guard let first = balance.min(by: { $0.losses < $1.losses }) else { return options }
        var set = OptionSet256([first.option])
        var waiting = set
        // Whatever a member does not beat is a member too.
        while let member = waiting.popFirst() {
            var unbeaten = options
            unbeaten.subtract(beaten[member])
            unbeaten.subtract(set)
            set.formUnion(unbeaten)
            waiting.formUnion(unbeaten)
        }
        return set
    }

    /// All options in layers, each the smallest set that beats all others left: no method that is true to
    /// these sets puts an option of a later layer above one of an earlier.
    func layers(of options: OptionSet256) -> [[Int]] {
        var left = options
        var layers: [[Int]] = []
        while !left.isEmpty {
            let set = smithSet(among: left)
            layers.append(set.options)
            left.subtract(set)
        }
        return layers
    }
}
