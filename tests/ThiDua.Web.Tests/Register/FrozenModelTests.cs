using ThiDua.Web.Documents;
using ThiDua.Web.Tests.Documents;

namespace ThiDua.Web.Tests.Register;

public sealed class FrozenModelTests
{
    public static TheoryData<string> Names => ["plan", "minutes", "sheet", "summary"];

    private static OfficialDocument Sample(string name) => name switch { "plan" => Samples.Plan, "minutes" => Samples.Minutes, "sheet" => Samples.ScoreSheet(), _ => Samples.Summary() };

    [Theory, MemberData(nameof(Names))]
    public void A_frozen_text_prints_as_the_document_that_was_frozen(string name)
    {
        var draft = Sample(name) with { Number = null, IssuedOn = null, Year = 2020 };
        OfficialDocumentHtml.Render(FrozenModel.Read(FrozenModel.Freeze(draft).Model)).ShouldBe(OfficialDocumentHtml.Render(draft));
    }

    [Fact]
    public void Number_and_date_come_in_where_they_were_blank_also_in_the_line_of_an_annex()
    {
        var draft = Samples.Plan with { Number = null, IssuedOn = null, Year = 2020 };
        draft = draft with { Annexes = [draft.Annexes[0] with { Enclosure = Wording.EnclosedWith(draft, "Kế hoạch", "Cụm thi đua các tỉnh Bắc Trung Bộ") }] };
        OfficialDocumentHtml.Render(Wording.Numbered(FrozenModel.Read(FrozenModel.Freeze(draft).Model), 5, new(2020, 7, 2))).ShouldBe(OfficialDocumentHtml.Render(Samples.Plan));
    }

    [Fact]
    public void The_same_text_has_the_same_hash_whatever_number_it_was_given()
    {
        FrozenModel.Freeze(Samples.Plan with { Year = 2020 }).Sha256.ShouldBe(FrozenModel.Freeze(Samples.Plan with { Number = 77, Year = 2020 }).Sha256);
        FrozenModel.Freeze(Samples.Plan).Sha256.ShouldNotBe(FrozenModel.Freeze(Samples.Plan with { Abstract = "Khác" }).Sha256);
    }

    [Fact]
    public void The_plain_text_has_the_words_of_paragraphs_tables_and_annexes()
    {
        var plain = FrozenModel.Freeze(Samples.Plan).Plain;
        plain.ShouldContain(Samples.Sentence);
        plain.ShouldContain("1.234,50");
        plain.ShouldContain("Danh mục tiêu chí");
    }
}
