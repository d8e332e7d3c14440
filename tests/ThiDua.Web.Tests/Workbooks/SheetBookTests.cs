using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Workbooks;

public sealed class SheetBookTests(Portal portal)
{
    private const string Target = "E", Achieved = "F", Level = "G", Judged = "H", Points = "I", Note = "J";

    private async Task<(ClusterYearInTest Year, HttpClient Clerk, string Url)> AnOpenSheet()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        return (year, year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}");
    }

    private static async Task<Spreadsheet> Download(HttpClient person, string url) => new(await person.GetByteArrayAsync(url + "/bang-tinh.xlsx"));

    private static async Task<HttpResponseMessage> Preview(HttpClient person, string url, byte[] file) =>
        await person.Upload((await person.See(url + "/bang-tinh")).FormTo("/bang-tinh"), file, "bang.xlsx");

    [Fact]
    public async Task A_sheet_is_filled_offline_previewed_old_to_new_and_saved()
    {
        var (year, clerk, url) = await AnOpenSheet();
        (await clerk.See(url)).QuerySelector($"a[href='{url}/bang-tinh']").ShouldNotBeNull();
        using var book = await Download(clerk, url);
        book.Type(book.At("I.2", Target), 100);
        book.Type(book.At("I.2", Achieved), "92,5");
        book.Type(book.At("I.2", Note), "=cmd|' /C calc'!A0");
        book.Type(book.At("II.1", Judged), 15.5);
        book.Figure(book.At("I.2", Points)).ShouldBe(null, "a text is no figure to the spreadsheet");
        book.Type(book.At("I.2", Achieved), 92.5);
        (book.Figure(book.At("I.2", Points)), book.Figure(book.At("I", Points))).ShouldBe((27.75m, 27.75m));

        var page = await (await Preview(clerk, url, book.Save())).Html();
        page.Says().ShouldContain("2 dòng sẽ thay đổi");
        var line = page.QuerySelector("[data-line='I.2']")!.TextContent;
        line.ShouldContain("trống");
        line.ShouldContain("92,5 %");
        line.ShouldContain("27,75");
        (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Version.ShouldBe(0, "a preview writes nothing");

        (await clerk.Follow(await clerk.Submit(page.FormTo("/xac-nhan")))).Says().ShouldContain("Đã lưu 2 dòng");
        var cell = (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!;
        (cell.Points, cell.Note, cell.Version).ShouldBe((27.75m, "=cmd|' /C calc'!A0", 1));
        (await portal.WithDb(db => db.AuditEntries.CountAsync(entry => entry.Kind == nameof(ScoreEntry) && entry.Subject == $"{cell.Id}" && entry.Change == "Modified"))).ShouldBe(1);

        using var again = await Download(clerk, url);
        again.Text(again.At("I.2", Note)).ShouldBe("=cmd|' /C calc'!A0", "X2: what looks like a formula leaves as text");
        (await (await Preview(clerk, url, again.Save())).Html()).Says().ShouldContain("không có gì khác");
    }

    [Fact]
    public async Task Only_inputs_are_open_and_only_those_that_the_method_needs()
    {
        var (_, clerk, url) = await AnOpenSheet();
        using var book = await Download(clerk, url);
        var open = from row in new[] { "I.1", "I.2", "II.1", "II.2", "B.1", "C.1" } from column in new[] { "C", Target, Achieved, Level, Judged, Points, Note } where book.IsOpen(book.At(row, column)) select row + column;
        open.ShouldBe(["I.1E", "I.1F", "I.1J", "I.2E", "I.2F", "I.2J", "II.1H", "II.1J", "B.1F", "B.1J", "C.1F", "C.1J"]);
        book.Formulas.Count().ShouldBe(5 + 4 + 1, "leaves but the portal's, sections, the total");
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_cell_and_nothing_is_saved()
    {
        var (year, clerk, url) = await AnOpenSheet();
        using var book = await Download(clerk, url);
        book.Type(book.At("I.1", Target), "bảy phần trăm");
        book.Type(book.At("I.2", Target), 0);
        book.Type(book.At("I.2", Achieved), 5);
        book.Type(book.At("II.1", Judged), 20.5);
        book.Type(book.At("B.1", Achieved), 1.5);
        book.Type(book.At("C.1", Note), new string('a', 4001));
        var page = await (await Preview(clerk, url, book.Save())).Html();
        var told = page.QuerySelectorAll("[data-problem]").Select(row => (row.GetAttribute("data-problem"), row.LastElementChild!.TextContent)).ToList();
        told.Select(row => row.Item1).ShouldBe([book.At("I.1", Target), book.At("I.2", Target), book.At("II.1", Judged), book.At("B.1", Achieved), book.At("C.1", Note)]);
        told[0].Item2.ShouldContain("không phải là số");
        told[1].Item2.ShouldContain("lớn hơn 0");
        told[2].Item2.ShouldContain("không được quá điểm tối đa 20");
        told[3].Item2.ShouldContain("số nguyên");
        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/xac-nhan", StringComparison.Ordinal));
        (await portal.WithDb(db => db.ScoreEntries.CountAsync(row => row.Version > 0), year.Acting(year.Member, Capacity.Clerk))).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_another_unit_another_year_an_older_scheme_or_nobody_is_refused()
    {
        var (year, clerk, url) = await AnOpenSheet();
        var (_, otherClerk, otherUrl) = await AnOpenSheet();
        var deputy = $"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Deputy)}";
        using var ofDeputy = await Download(year.ClerkOf(year.Deputy), deputy);
        using var ofOther = await Download(otherClerk, otherUrl);
        using var old = await Download(clerk, url);
        using var moved = await Download(clerk, url);
        await Refused(ofDeputy.Save(), $"bảng chấm điểm của {year.Deputy.Name}");
        await Refused(ofOther.Save(), "bảng chấm điểm của");
        await Refused(await ImportInTest.Workbook(["TT"], [["I.1"]]), "không phải bảng tính đã tải từ trang này");
        await Refused("không"u8.ToArray(), "không phải bảng tính");
        moved.Type(moved.At("I.2", Achieved), 5);
        moved.Type(moved.At("I.2", "A"), "I.9");
        (await (await Preview(clerk, url, moved.Save())).Html()).QuerySelector("[data-problem]")!.TextContent.ShouldContain("không còn đứng đúng chỗ");
        await portal.WithDb(db => db.ScoringSchemes.ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1)), year.Acting(year.Leader, Capacity.Head));
        await Refused(old.Save(), "Bảng tiêu chí và thang điểm đã thay đổi");
        (await clerk.GetAsync(deputy + "/bang-tinh.xlsx")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task Refused(byte[] file, string said)
        {
            var answer = await Preview(clerk, url, file);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Html()).Says().ShouldContain(said);
        }
    }

    [Fact]
    public async Task A_line_changed_in_the_portal_meanwhile_shows_both_texts_and_the_person_chooses()
    {
        var (year, clerk, url) = await AnOpenSheet();
        using var book = await Download(clerk, url);
        await Write(year, "I.2", new(Target: 100, Achieved: 80), "bản của đồng nghiệp");
        await Write(year, "II.1", new(Points: 10), "không ai sửa trong tệp");
        await Write(year, "C.1", new(Achieved: 1), null);
        book.Type(book.At("I.2", Target), 100);
        book.Type(book.At("I.2", Achieved), 90);
        book.Type(book.At("C.1", Achieved), 2);
        var page = await (await Preview(clerk, url, book.Save())).Html();
        var conflict = page.QuerySelector("[data-line='I.2']")!.TextContent;
        conflict.ShouldContain("đã cập nhật dòng này lúc");
        conflict.ShouldContain("bản của đồng nghiệp");
        page.QuerySelector("[data-line='II.1']").ShouldBeNull("the file says nothing of this line");

        var unchosen = await clerk.Submit(page.FormTo("/xac-nhan"));
        unchosen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await unchosen.Html();
        page.QuerySelector("main")!.TextContent.ShouldContain("Chọn bản được giữ lại ở từng dòng");
        (await clerk.Follow(await clerk.Submit(page.FormTo("/xac-nhan"), ("Choices[0].TakeFile", "true"), ("Choices[1].TakeFile", "false")))).Says().ShouldContain("Đã lưu 1 dòng");
        (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Points.ShouldBe(27);
        (await year.Cell(portal, year.Member, "C.1", ScoreStage.Self))!.Points.ShouldBe(-3);
        (await year.Cell(portal, year.Member, "II.1", ScoreStage.Self))!.Points.ShouldBe(10);
    }

    [Fact]
    public async Task A_confirmation_is_of_what_the_preview_said_once_and_only_while_the_sheet_is_open()
    {
        var (year, clerk, url) = await AnOpenSheet();
        using var book = await Download(clerk, url);
        book.Type(book.At("II.1", Judged), 12);
        book.Type(book.At("B.1", Achieved), 1);
        var form = (await (await Preview(clerk, url, book.Save())).Html()).FormTo("/xac-nhan");
        await Write(year, "II.1", new(Points: 11), "vừa sửa");
        var overtaken = await clerk.Submit(form);
        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await overtaken.Html();
        page.Says().ShouldContain("đã thay đổi từ lúc xem trước");
        (await year.Cell(portal, year.Member, "B.1", ScoreStage.Self))!.Version.ShouldBe(0, "all or nothing");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => clerk.Submit(page.FormTo("/xac-nhan"), ("Choices[0].TakeFile", "true"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1, "C1");
        (await year.Cell(portal, year.Member, "B.1", ScoreStage.Self))!.Version.ShouldBe(1);

        await year.FillAndSubmit(portal, year.Member, growth: 7);
        (await clerk.Follow(await clerk.GetAsync(url + "/bang-tinh"))).Says().ShouldContain("không nhập được");
        (await clerk.GetAsync(url + "/bang-tinh.xlsx")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.See(url)).QuerySelector($"a[href='{url}/bang-tinh']").ShouldBeNull();
    }

    private Task<int> Write(ClusterYearInTest year, string code, LineValues values, string? note) => portal.WithDb(
        async db =>
        {
            var criterion = await db.Criteria.SingleAsync(row => row.Code == code);
            var cell = await db.ScoreEntries.SingleAsync(row => row.Sheet.UnitId == year.Member.Id && row.CriterionId == criterion.Id && row.Stage == ScoreStage.Self);
            cell.Enter(year.Acting(year.Member, Capacity.Head), new(values, note), criterion, ClusterYearInTest.Now);
            return await db.SaveChangesAsync();
        },
        year.Acting(year.Member, Capacity.Head));
}
