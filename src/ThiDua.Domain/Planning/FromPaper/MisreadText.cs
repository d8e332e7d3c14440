namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>Text read in a wrong encoding (sai bảng mã), told before anything is made of it.</summary>
public static class MisreadText
{
    private const int FewLetters = 5;

    /// <summary>The text of a file's bytes, which must be UTF-8.</summary>
    /// <exception cref="RuleViolation">It is in another encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        RuleViolation.Require(!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) && !bytes[..Math.Min(bytes.Length, 4096)].Contains((byte)0), Refusal("UTF-16"));
        try
        {
            var text = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            RequireReadable(text);
            return text;
        }
        catch (ArgumentException)
        {
            throw new RuleViolation(Refusal("windows-1258, TCVN3 (ABC) hoặc VNI"));
        }
    }

    /// <exception cref="RuleViolation">The letters are those of another encoding.</exception>
    public static void RequireReadable(string text)
    {
        if (Suspected(text) is { } encoding)
        {
            throw new RuleViolation(Refusal(encoding));
        }
    }

    private static string? Suspected(string text)
    {
        var count = new Letters();
        foreach (var letter in text)
        {
            count.Take(letter);
        }

        return count.Zero * 8 > text.Length ? "UTF-16"
            : count.Lost * 50 > text.Length || (count.Lost > 3 && count.Lost > count.Vietnamese) ? "khác UTF-8"
            : count.Foreign < FewLetters || count.Foreign <= count.Vietnamese * 2 || count.Foreign * 70 < text.Length ? null
            : count.Utf8 * 4 > count.Foreign ? "UTF-8 nhưng đã bị mở bằng bảng mã khác"
            : count.Tcvn * 4 > count.Foreign ? "TCVN3 (ABC)"
            : "windows-1258 hoặc VNI";
    }

    private static string Refusal(string encoding) =>
        $"Văn bản không đọc được vì sai bảng mã (có vẻ là {encoding}). Hãy mở văn bản bằng Word, chuyển sang phông Unicode (bảng mã UTF-8) rồi dán hoặc tải lên lại.";

    // What Vietnamese has in common with Western Europe, and signs that stand in any text.
    private const string Neutral = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý«»·°½¼¾²³§×±\u00AD";
    private const string Tcvn3Signs = "¨©ª«¬®µ¶·¸¹»¼½¾";

    // Letters that only Vietnamese in Unicode has, against those of Western Europe beyond ASCII.
    private struct Letters
    {
        private char _before;

        public int Vietnamese { get; private set; }

        public int Foreign { get; private set; }

        public int Utf8 { get; private set; }

        public int Tcvn { get; private set; }

        public int Lost { get; private set; }

        public int Zero { get; private set; }

        public void Take(char letter)
        {
            Zero += letter == '\0' ? 1 : 0;
            Lost += letter is '\uFFFD' or (>= '\u0080' and <= '\u009F') ? 1 : 0;
            Vietnamese += letter is (>= '\u1EA0' and <= '\u1EF9') or 'ă' or 'Ă' or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or (>= '\u0300' and <= '\u0323') ? 1 : 0;
            Foreign += letter is >= '\u00A1' and <= '\u00FF' && !Neutral.Contains(letter) || IsHigh1252(letter) || IsLooseMark(letter) ? 1 : 0;
            Utf8 += _before is 'Ã' or 'Ä' or 'Æ' or 'á' && (letter is >= '\u0080' and <= '\u00BF' || IsHigh1252(letter)) ? 1 : 0;
            Tcvn += Tcvn3Signs.Contains(letter) ? 1 : 0;
            _before = letter;
        }

        // windows-1258 writes its marks after the vowel; so read, two marked vowels stand together as in no word.
        private readonly bool IsLooseMark(char letter) => letter is 'ì' or 'Ì' or 'ò' or 'Ò' && "aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ".Contains(_before);

        private static bool IsHigh1252(char letter) => letter is '€' or '‚' or 'ƒ' or '„' or '†' or '‡' or 'ˆ' or '‰' or 'Š' or '‹' or 'Œ' or 'Ž' or '˜' or '™' or 'š' or '›' or 'œ' or 'ž' or 'Ÿ';
    }
}
