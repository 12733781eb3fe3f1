/// The letters by which options are named on a ballot paper.
public enum BallotLetters {
    /// The letter at a place, from 0: A to Z, then AA, AB and so on.
    public static func letter(_ place: Int) -> String {
        var letters = ""
        var rest = place
        while rest >= 0 {
            letters = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + letters
            rest = rest / 26 - 1
        }
        return letters
    }
}
