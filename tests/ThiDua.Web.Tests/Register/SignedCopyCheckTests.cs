using ThiDua.Domain.Documents;
using ThiDua.Web.Documents;
using ThiDua.Web.Documents.Signatures;
using ThiDua.Web.Tests.Documents;

namespace ThiDua.Web.Tests.Register;

[Collection("Documents")]
public sealed class SignedCopyCheckTests(Renderer renderer)
{
    private static readonly DateTime At = new(2020, 7, 3, 1, 0, 0, DateTimeKind.Utc);
    private static readonly OfficialDocument Plan = DocumentsInTest.Text() with { Number = 5, IssuedOn = new(2020, 7, 2) };

    private Task<byte[]> Print(OfficialDocument document) => renderer.Pdf.Render(document);

    private static SignedCopyFindings Check(byte[] issued, byte[] copy) =>
        SignedCopyCheck.Of(new(issued, new PdfTools(issued).Text, "KH-CTĐT"), copy, isPdf: true, new PdfTools(copy).Text);

    [Fact]
    public async Task P3_The_issued_file_with_a_good_signature_is_told()
    {
        var issued = await Print(Plan);
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        var found = Check(issued, SigningInTest.Sign(issued, person, At));
        found.Problems.ShouldBeEmpty();
        found.Grade.ShouldBe(SignedCopyGrade.SameFile);
        var signature = found.Signatures.ShouldHaveSingleItem();
        signature.Problem.ShouldBeNull();
        (signature.Signer, signature.Organization, signature.Issuer, signature.SignedAt).ShouldBe(("Nguyễn Văn A", "UBND tỉnh Thanh Hóa", "Gốc thử nghiệm", At));
        signature.IsTrusted.ShouldBeFalse(); // the authority is the test's own
        found.ToFound().IsBroken.ShouldBeFalse();
    }

    [Fact]
    public async Task P3_Two_good_signatures_in_sequence_are_told()
    {
        var issued = await Print(Plan);
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        using var agency = SigningInTest.Certificate("Cụm thi đua các tỉnh Bắc Trung Bộ");
        var found = Check(issued, SigningInTest.Sign(SigningInTest.Sign(issued, person, At), agency, At.AddHours(1)));
        found.Problems.ShouldBeEmpty();
        found.Grade.ShouldBe(SignedCopyGrade.SameFile);
        found.Signatures.Select(signature => (signature.Signer, signature.Holds)).ShouldBe([("Nguyễn Văn A", true), ("Cụm thi đua các tỉnh Bắc Trung Bộ", true)]);
    }

    [Fact]
    public async Task P3_A_signed_file_changed_by_one_byte_is_told()
    {
        var issued = await Print(Plan);
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        var copy = SigningInTest.Sign(issued, person, At);
        copy[issued.Length / 2] ^= 1;
        var found = Check(issued, copy);
        found.Problems.ShouldContain(problem => problem.StartsWith("Tệp đã ban hành bị sửa bên trong: 1 byte khác", StringComparison.Ordinal));
        found.Signatures.Single().Problem!.ShouldStartWith("Chữ ký không đúng với tệp này");
        found.ToFound().IsBroken.ShouldBeTrue();
    }

    [Fact]
    public async Task P3_A_signature_over_half_a_file_is_told()
    {
        var issued = await Print(Plan);
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        var found = Check(issued, SigningInTest.Sign(issued, person, At, half: true));
        found.Problems.ShouldContain(problem => problem.StartsWith("Chữ ký cuối cùng không phủ hết tệp: sau phần đã ký còn 40 byte", StringComparison.Ordinal));
        found.ToFound().IsBroken.ShouldBeTrue();
    }

    [Fact]
    public async Task P3_Another_documents_signature_is_told()
    {
        var (issued, other) = (await Print(Plan), await Print(Plan with { Abstract = "Văn bản khác" }));
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        var found = Check(issued, SigningInTest.Sign(issued, person, At, cmsOfOther: SigningInTest.LastCms(SigningInTest.Sign(other, person, At))));
        found.Grade.ShouldBe(SignedCopyGrade.SameFile); // the pages are those that were issued
        found.Signatures.Single().Problem!.ShouldContain("được lấy từ văn bản khác");
        found.ToFound().IsBroken.ShouldBeTrue();
    }

    [Fact]
    public async Task P3_An_expired_certificate_is_told()
    {
        var issued = await Print(Plan);
        using var person = SigningInTest.Certificate("Nguyễn Văn A", new DateTimeOffset(2020, 6, 30, 0, 0, 0, TimeSpan.Zero));
        var signature = Check(issued, SigningInTest.Sign(issued, person, At)).Signatures.Single();
        signature.Holds.ShouldBeFalse();
        signature.Problem!.ShouldStartWith("Chứng thư của người ký đã hết hạn");
    }

    [Fact]
    public async Task P3_A_file_made_again_with_number_and_date_filled_in_is_told()
    {
        var (issued, again) = (await Print(Plan), await Print(Plan with { Number = null, IssuedOn = null, Year = 2020 }));
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        var found = Check(issued, SigningInTest.Sign(again, person, At));
        found.Differences.ShouldBeEmpty();
        found.Grade.ShouldBe(SignedCopyGrade.SameText);
        found.ToFound().IsBroken.ShouldBeFalse();
    }

    [Fact]
    public async Task P3_Marks_of_signature_do_not_make_another_text()
    {
        var issued = await Print(Plan);
        var marked = await Print(Plan with { Signatures = [Plan.Signatures[0] with { Note = "Ký bởi: Nguyễn Văn A. Cơ quan: UBND tỉnh Thanh Hóa. Thời gian ký: 03/07/2020 08:00:00 +07:00" }] });
        Check(issued, marked).Grade.ShouldBe(SignedCopyGrade.SameText);
    }

    [Fact]
    public async Task P3_Another_text_is_told_with_the_words_that_differ()
    {
        var (issued, other) = (await Print(Plan), await Print(Plan with { Body = [.. Plan.Body, new Paragraph("Kinh phí: 500 triệu đồng.")] }));
        var found = Check(issued, other);
        found.Grade.ShouldBe(SignedCopyGrade.OtherText);
        found.Differences.ShouldContain(difference => difference.Copy.Contains("Kinh phí: 500 triệu đồng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task P3_A_page_changed_after_the_signature_is_told()
    {
        var issued = await Print(Plan);
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        using var agency = SigningInTest.Certificate("Cụm thi đua");
        var found = Check(issued, SigningInTest.Sign(SigningInTest.Overwrite(SigningInTest.Sign(issued, person, At)), agency, At.AddHours(1)));
        found.Signatures.ShouldAllBe(signature => signature.Holds); // each over its own revision
        found.Problems.ShouldContain(problem => problem.Contains("ngoài chữ ký còn có thay đổi", StringComparison.Ordinal));
        found.ToFound().IsBroken.ShouldBeTrue();
    }

    [Fact]
    public async Task P3_A_scan_is_told_and_so_is_a_server_that_reads_no_text()
    {
        var issued = await Print(Plan);
        SignedCopyCheck.Of(new(issued, "văn bản", "KH-CTĐT"), [1, 2, 3], isPdf: false, null).Grade.ShouldBe(SignedCopyGrade.Scan);
        var empty = await Print(new() { Title = "Bản quét", Body = [] });
        Check(issued, empty).Grade.ShouldBe(SignedCopyGrade.Scan);
        SignedCopyCheck.Of(new(issued, null, "KH-CTĐT"), empty, isPdf: true, null).Grade.ShouldBe(SignedCopyGrade.Unread);
    }

    [Fact]
    public void A_file_that_is_no_PDF_within_is_told_and_breaks_nothing()
    {
        var nonsense = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4 /ByteRange [0 5 3 2] /ByteRange [0 99999999999 1 1] startxref 7 %%EOF");
        var found = SignedCopyCheck.Of(new([1], "văn bản", "KH-CTĐT"), nonsense, isPdf: true, "");
        found.Signatures.ShouldAllBe(signature => !signature.Holds);
        found.ToFound().IsBroken.ShouldBeTrue();
    }
}
