import TingTally

extension MapReader {
    /// Reads `caps`, which names one class.
    func cap() -> ClassCap? {
        guard let value = node["caps"] else { return nil }
        guard let entries = value.entries else {
            reading.wrongForm(value, for: "caps", expected: "map")
            return nil
        }
        guard let entry = entries.first else {
            reading.error("empty-list", [.text("key", "caps")], at: value)
            return nil
        }
        // What two caps would make of one another no statute says.
        for other in entries.dropFirst() {
            reading.error("caps-of-several", at: other.mark, width: max(1, other.key.unicodeScalars.count))
        }
        guard let name = memberClass(entry) else { return nil }
        return reading.cap(entry.value, ofClass: name)
    }

    /// Reads `weights` and `carried`, which go together; the weights add up to 1.
    func weights() -> ClassWeights? {
        guard node["weights"] != nil else {
            if node["carried"] != nil {
                reading.error("carried-without-weights", at: mark(of: "carried"), width: "carried".count)
            }
            return nil
        }
        let parts = classParts("weights")
        let words = ClassWeights.Carrying.allCases.map(\.rawValue)
        if node["carried"] == nil {
            reading.error(
                "weights-without-carried", at: mark(of: "weights"), width: "weights".count, allowed: words)
        }
        let carrying = one(of: words, "carried").flatMap(ClassWeights.Carrying.init)
        guard let parts, let carrying, let node = node["weights"] else { return nil }
        var sum: Fraction? = Fraction(0)
        for part in parts { sum = sum.flatMap { try? $0 + part.weight } }
        guard sum == Fraction(1) else {
            reading.error(
                "weights-sum", [sum.map { .fraction("sum", $0) } ?? .text("sum", "?")],
                at: mark(of: "weights"), width: "weights".count)
            return nil
        }
        if parts.count < 2 { reading.error("weights-of-one", at: node) }
        return ClassWeights(parts, carrying: carrying)
    }

    /// Reads a map from classes to parts; nil when one of them is wrong.
    func classParts(_ key: String) -> [ClassWeights.Part]? {
        guard let value = node[key] else { return nil }
        guard let entries = value.entries else {
            reading.wrongForm(value, for: key, expected: "map")
            return nil
        }
        if entries.isEmpty { reading.error("empty-list", [.text("key", key)], at: value) }
        let parts = entries.map { entry -> ClassWeights.Part? in
            let name = memberClass(entry)
            guard let weight = reading.part(entry.value, for: entry.key), let name else { return nil }
            return ClassWeights.Part(className: name, weight: weight)
        }
        return parts.isEmpty || parts.contains(where: { $0 == nil }) ? nil : parts.compactMap { $0 }
    }

    /// The class that a key names.
    private func memberClass(_ entry: Node.Entry) -> String? {
        return reading.reference(.memberClass, entry.key, at: entry.name)
    }
}
