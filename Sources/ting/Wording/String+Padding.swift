extension String {
    /// The text with spaces up to a length in characters.
    func padded(to length: Int) -> String {
        count >= length ? self : self + String(repeating: " ", count: length - count)
    }

    /// The text with spaces, or another sign, in front up to a length in characters.
    func leftPadded(to length: Int, with sign: Character = " ") -> String {
        count >= length ? self : String(repeating: sign, count: length - count) + self
    }
}
