using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Papers;
using ThiDua.Web.Features.ScoreSheets;
using ThiDua.Web.Features.Workbooks;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Workbooks;

public sealed class SheetBookAgreementTests(Portal portal, ITestOutputHelper output)
{
    private const string Target = "E", Achieved = "F", Level = "G", Judged = "H", Points = "I", Note = "J";

    private static async Task<Spreadsheet> Download(HttpClient person, string url) => new(await person.GetByteArrayAsync(url + "/bang-tinh.xlsx"));

    private static async Task<HttpResponseMessage> Preview(HttpClient person, string url, byte[] file) =>
        await person.Upload((await person.See(url + "/bang-tinh")).FormTo("/bang-tinh"), file, "bang.xlsx");

    [Fact, Trait("Category", "Full")]
    public async Task S6_X1_Workbook_server_page_and_document_agree_and_the_result_is_the_preview_for_random_sheets()
    {
        var year = await AllMethods.Make(portal);
        var sheetId = await year.SheetOf(portal, year.Member);
        var (random, saved, refused, compared) = (new Random(6), 0, 0, 0);
        var typed = new Dictionary<string, LineValues>();
        var sheets = Checks.RandomFiles(150);
        for (var run = 0; run < sheets; run++)
        {
            using var book = new Spreadsheet(await portal.InYear(year, year.Member, async services => SheetBook.Make(await services.GetRequiredService<FindOwnSheet>().Handle(sheetId), ClusterYearInTest.Now)));
            var leaves = await Leaves(year);
            var changed = new Dictionary<string, LineValues>(typed);
            foreach (var leaf in leaves.Values.Where(leaf => leaf.Rule is not ByPortalRule && random.Next(4) == 0))
            {
                changed[leaf.Code] = RandomLines.Values(random, leaf);
                Fill(book, leaf, changed[leaf.Code]);
            }

            var spoiled = random.Next(3) == 0 ? Spoil(book, random, leaves) : null;
            var file = book.Save();
            var preview = await portal.InYear(year, year.Member, services => services.GetRequiredService<PreviewSheetBook>().Handle(sheetId, file));
            var done = await portal.InYear(year, year.Member, services => services.GetRequiredService<ImportSheetBook>().Handle(sheetId, new() { Kept = preview.Kept }));
            preview.Plan!.Problems.Select(problem => problem.Address).ShouldBe(spoiled is null ? [] : [spoiled], $"run {run}");
            typed = spoiled is null ? changed : typed;
            var isNew = spoiled is null && preview.Plan.Changes.Count > 0;
            done.Saved.ShouldBe(isNew ? preview.Plan.Changes.Count : 0);
            (saved, refused) = (saved + (isNew ? 1 : 0), refused + (spoiled is null ? 0 : 1));
            if (spoiled is null)
            {
                compared += await Compare(year, sheetId, book, typed, preview.Plan.TotalAfter, run);
            }
        }

        output.WriteLine($"{saved} sheets saved, {refused} refused at the cell that was spoiled, {compared} figures agree in workbook, page and document");
        (saved > sheets / 2 && refused > sheets / 4).ShouldBeTrue();
    }

    private async Task<int> Compare(ClusterYearInTest year, int sheetId, Spreadsheet book, Dictionary<string, LineValues> typed, decimal previewed, int run)
    {
        var page = await portal.InYear(year, year.Member, services => services.GetRequiredService<LoadSheet>().Handle(sheetId));
        var paper = await portal.InYear(year, year.Member, services => services.GetRequiredService<SheetPaper>().Handle(sheetId));
        var printed = ((ThiDua.Web.Documents.Table)paper.Body[0]).Rows.ToDictionary(row => row.Cells[0].Text is { Length: > 0 } code ? code : "Tổng", row => row.Cells[5].Number);
        foreach (var line in page.Lines)
        {
            var (code, inBook) = (line.Node.Code, book.Figure(book.At(line.Node.Code, Points)));
            var shown = line.Cell is null ? page.SelfTotals.ByNode[line.Node.Id] : line.Points;
            (inBook is { } figure ? ThiDua.Domain.Points.Round(figure) : null as decimal?).ShouldBe(line.IsByPortal ? null : shown, $"run {run}: {code} {typed.GetValueOrDefault(code)}");
            (printed[code] ?? 0).ShouldBe(shown ?? 0, $"run {run}: {code} in the document");
            line.Cell?.Values.ShouldBe(typed.GetValueOrDefault(code) ?? new(), $"run {run}: {code}");
        }

        var total = book.Figure("I" + (book.RowOf("C.5") + 1));
        ThiDua.Domain.Points.Round(total!.Value).ShouldBe(page.SelfTotals.Total);
        (printed["Tổng"], previewed).ShouldBe((page.SelfTotals.Total, page.SelfTotals.Total));
        return page.Lines.Count + 1;
    }

    private Task<Dictionary<string, Criterion>> Leaves(ClusterYearInTest year) =>
        portal.WithDb(db => db.Criteria.AsNoTracking().Where(row => row.Rule != null).OrderBy(row => row.Id).ToDictionaryAsync(row => row.Code), year.Acting(year.Member, Capacity.Clerk));

    private static void Fill(Spreadsheet book, Criterion leaf, LineValues values)
    {
        var rule = leaf.Rule!;
        Set(LineInputs.Target, Target, values.Target);
        Set(LineInputs.Achieved, Achieved, values.Achieved);
        Set(LineInputs.Points, Judged, values.Points);
        Set(LineInputs.Level, Level, values.Level is { } level ? RandomLines.NameOf(rule, level) : null);
        for (var part = 0; part < (values.Parts?.Count ?? 0); part++)
        {
            book.Type(Achieved + (book.RowOf(leaf.Code) + 1 + part), values.Parts![part]);
        }

        void Set(LineInputs input, string column, object? value)
        {
            if (rule.Inputs.HasFlag(input))
            {
                book.Type(book.At(leaf.Code, column), value);
            }
        }
    }

    private static string Spoil(Spreadsheet book, Random random, Dictionary<string, Criterion> leaves)
    {
        var (code, column, value) = random.Next(9) switch
        {
            0 => ("I.1.1", Target, (object)"một trăm"),
            1 => ("I.1.2", Target, -1),
            2 => ("I.1.6", Achieved, 4),
            3 => ("I.2.4", Level, "Hoàn thành vượt bậc"),
            4 => ("I.2.6", Judged, 7.75),
            5 => ("I.2.6", Judged, 0.1),
            6 => ("B.1", Achieved, 2.5),
            7 => ("C.3", Judged, -4.5),
            _ => ("I.1.3", Achieved, 1.0000001),
        };
        if (leaves[code].Rule!.Inputs.HasFlag(LineInputs.Target))
        {
            book.Type(book.At(code, Target), 100);
            book.Type(book.At(code, Achieved), 50);
        }

        book.Type(book.At(code, column), value);
        return book.At(code, column);
    }
}
