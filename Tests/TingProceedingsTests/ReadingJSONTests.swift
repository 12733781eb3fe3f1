import Testing
import TingProceedings

@Suite("Reading and writing JSON")
struct ReadingJSONTests {
    @Test("the ordinary course: keys ascending, no white space, the same when read and written again")
    func ordinaryCourse() throws {
        let text = #" { "b" : [ 1 , -2 , true , false ] , "a" : { "c" : "å\u00e5\n" } } "#
        let json = try JSON(bytes: Array(text.utf8))
        let canonical = #"{"a":{"c":"åå\n"},"b":[1,-2,true,false]}"#
        #expect(String(decoding: json.canonicalBytes, as: UTF8.self) == canonical)
        #expect(try JSON(bytes: json.canonicalBytes).canonicalBytes == json.canonicalBytes)
    }

    /// RFC 8785, section 3.2.2.2: what is escaped, and how.
    @Test(
        "strings are escaped as RFC 8785 says",
        arguments: [
            ("\u{08}\t\n\u{0C}\r\"\\", #""\b\t\n\f\r\"\\""#), ("\u{00}\u{1F}", "\"\\u0000\\u001f\""),
            ("/\u{7F}é😀", "\"/\u{7F}é😀\""),
        ])
    func escapes(text: String, written: String) throws {
        #expect(String(decoding: JSON.string(text).canonicalBytes, as: UTF8.self) == written)
        #expect(try JSON(bytes: Array(written.utf8)) == .string(text))
    }

    @Test(
        "numbers as large as 64 bits hold, and not one more",
        arguments: [
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("0", 0), ("-1", -1),
        ])
    func numbers(text: String, number: Int) throws {
        #expect(try JSON(bytes: Array(text.utf8)) == .integer(number))
        #expect(String(decoding: JSON.integer(number).canonicalBytes, as: UTF8.self) == text)
    }

    @Test(
        "what is refused",
        arguments: [
            "", " ", "null", "1.0", "1e3", "01", "-0", "-", "+1", "9223372036854775808",
            "-9223372036854775809",
            #"{"a":1,"a":2}"#, #"{"a":1,}"#, "[1,]", "[1 2]", "{1:2}", #"{"a"}"#, #"{"a":}"#, "[", "]", "{",
            #"""#,
            #""\x""#, #""\u12""#, #""\u+123""#, #""\u-000""#, #""\ud800""#, #""\ud800A""#, #""\udc00""#,
            "\"\u{01}\"", "\"\n\"", "tru", "truee", "1 2", #""a" "b""#, "'a'",
        ])
    func refused(text: String) {
        #expect(throws: NotJSON.self) { try JSON(bytes: Array(text.utf8)) }
    }

    @Test(
        "bytes that are not UTF-8 are refused, also within escapes and cut short",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22],
            [0x22, 0x5C, 0x6E, 0xFF, 0x22], [0xEF, 0xBB, 0xBF, 0x31],
        ] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) {
        #expect(throws: NotJSON.self) { try JSON(bytes: bytes) }
    }

    @Test(
        "sixty-four lists within each other are read, sixty-five are not",
        arguments: [(63, true), (64, true), (65, false), (100_000, false)])
    func depth(count: Int, isRead: Bool) {
        let text = String(repeating: "[", count: count) + String(repeating: "]", count: count)
        #expect(((try? JSON(bytes: Array(text.utf8))) != nil) == isRead)
    }

    @Test("keys that differ only in their Unicode form are the same key")
    func sameKey() {
        #expect(throws: NotJSON.self) { try JSON(bytes: Array("{\"\u{E5}\":1,\"a\u{30A}\":2}".utf8)) }
    }

    @Test("any bytes are read or refused, never more")
    func anyBytes() {
        var state: UInt64 = 42
        let alphabet = Array("{}[]\",:\\u0019-tfe \n".utf8) + [0xC3, 0xA5, 0xFF]
        for _ in 0..<5_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int(state % 24) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            if let json = try? JSON(bytes: bytes) {
                #expect((try? JSON(bytes: json.canonicalBytes)) == json)
            }
        }
    }
}
