/// The nearest of some words to a word that was mistyped, when one is near.
///
/// Near means at most a third of the letters (one at least) inserted, left
/// out, replaced or swapped with a neighbour, and not every letter; case does not
/// matter. Of equally near words the first one is returned. Words over 64
/// letters are never near.
///
/// - Complexity: O(length² × candidates).
public func didYouMean(_ word: String, among candidates: [String]) -> String? {
    let letters = Array(word.lowercased())
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates {
        let others = Array(candidate.lowercased())
        guard others.count <= 64 else { continue }
        let distance = editDistance(letters, others)
        let shorter = min(letters.count, others.count)
        guard distance <= max(1, shorter / 3), distance < shorter else { continue }
        if let found = best, found.distance <= distance { continue }
        best = (candidate, distance)
    }
    return best?.word
}

/// How many letters must be inserted, left out, replaced or swapped with their neighbour.
///
/// - Source: Damerau 1964, in the restricted form that edits no part twice.
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
        var current = [row + 1]
        for (column, other) in second.enumerated() {
            var cost = min(last[column + 1] + 1, current[column] + 1)
            cost = min(cost, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
