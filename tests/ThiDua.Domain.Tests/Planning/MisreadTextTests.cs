using System.Text;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Domain.Tests.Planning.Papers;

namespace ThiDua.Domain.Tests.Planning;

public sealed class MisreadTextTests
{
    private const string Vietnamese = "Căn cứ Công văn số 13/HĐTĐKT-VI ngày 27/4/2020 của Hội đồng Thi đua - Khen thưởng Trung ương về việc thông báo Trưởng, phó các cụm, khối thi đua năm 2020.";

    [Theory]
    [InlineData(Vietnamese)]
    [InlineData("Ke hoach hoat dong cua Cum thi dua nam 2020, khong dau.")]
    [InlineData("½ ngày; 5 m²; 30 °C; § 2; «Đèn ơn đáp nghĩa»; café, Genève, Curaçao")]
    [InlineData("Élève à l'école française: où, déjà, là, très, père, mère, été, hôtel, forêt")]
    public void Readable_text_is_taken(string text)
    {
        MisreadText.RequireReadable(text);
        MisreadText.RequireReadable(text.Normalize(NormalizationForm.FormD));
        MisreadText.Decode(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
        MisreadText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).ShouldBe(text);
    }

    [Fact]
    public void The_samples_are_readable() => Paper.All.ToList().ForEach(paper => MisreadText.RequireReadable(paper.Text));

    [Theory]
    [InlineData("C¨n cø C«ng v¨n sè 13/H§T§KT-VI ngµy 27/4/2020 cña Héi ®ång Thi ®ua - Khen th­ëng Trung ­¬ng vÒ viÖc th«ng b¸o Tr­ëng, phã c¸c côm, khèi thi ®ua", "TCVN3 (ABC)")]
    [InlineData("Caên cöù Coâng vaên soá 13 ngaøy 27/4/2020 cuûa Hoäi ñoàng Thi ñua - Khen thöôûng Trung öông veà vieäc thoâng baùo Tröôûng, phoù caùc cuïm", "windows-1258 hoặc VNI")]
    public void Text_of_old_fonts_is_refused_by_name(string text, string encoding) => Refused(() => PaperReader.Read(text)).ShouldContain(encoding);

    [Fact]
    public void Utf8_opened_as_something_else_is_refused()
    {
        var latin = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Vietnamese));
        Refused(() => PaperReader.Read(latin)).ShouldContain("sai bảng mã");
    }

    [Fact]
    public void Utf16_is_refused()
    {
        Refused(() => MisreadText.Decode(Encoding.Unicode.GetBytes(Vietnamese))).ShouldContain("UTF-16");
        Refused(() => MisreadText.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Vietnamese)])).ShouldContain("UTF-16");
        Refused(() => MisreadText.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Vietnamese)])).ShouldContain("UTF-16");
        Refused(() => PaperReader.Read(string.Concat("Ke hoach".Select(letter => $"{letter}\0")))).ShouldContain("UTF-16");
    }

    [Fact]
    public void Windows_1258_is_refused_as_bytes_and_as_text()
    {
        // ă ứ ô ă ố à ủ ộ đ ồ in windows-1258: letters and marks after them.
        byte[] bytes = [.. "C"u8, 0xE3, .. "n c"u8, 0xFD, 0xEC, .. " C"u8, 0xF4, .. "ng v"u8, 0xE3, .. "n s"u8, 0xF4, 0xEC, .. " ng"u8, 0xE0, .. "y c"u8, 0x75, 0xD2, .. "a H"u8, 0xF4, 0xF2, .. "i "u8, 0xF0, 0xF4, 0xCC, .. "ng"u8];
        Refused(() => MisreadText.Decode(bytes)).ShouldContain("windows-1258");
        var text = Encoding.Latin1.GetString(bytes);
        Refused(() => PaperReader.Read($"{text} {text}")).ShouldContain("sai bảng mã");
    }

    [Fact]
    public void Lost_letters_are_told() => Refused(() => PaperReader.Read(Vietnamese.Replace('ô', '\uFFFD').Replace('ă', '\uFFFD').Replace('ộ', '\uFFFD').Replace('n', '\uFFFD'))).ShouldContain("sai bảng mã");

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void Nothing_is_refused(string text) => Refused(() => PaperReader.Read(text)).ShouldBe("Chưa có nội dung văn bản để đọc.");

    private static string Refused(Action act) => Should.Throw<RuleViolation>(act).Message;
}
