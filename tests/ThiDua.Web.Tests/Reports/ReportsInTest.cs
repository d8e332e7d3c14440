using System.Globalization;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>Requirements and reports put into the state that a test begins with, and files as people send them.</summary>
public static class ReportsInTest
{
    /// <summary>A day from today in Vietnam, as typed; the host's clock is the real one.</summary>
    public static string Day(int fromToday) => DateTime.UtcNow.AddHours(7).AddDays(fromToday).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A requirement of two items, the first of which must be there, announced unless it is to stay a draft.</summary>
    public static Task<int> ARequirement(this ClusterYearInTest year, Portal portal, string? when = null, bool closesHard = false, bool isAnnounced = true, OwedBy owedBy = OwedBy.EachMember, string title = "Báo cáo sơ kết 6 tháng", ReportKind kind = ReportKind.SixMonth, params IReadOnlyList<FigureDescription> figures)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var requirement = new ReportRequirement(by, 2020, new(kind, title) { When = when ?? $"đến hết ngày {Day(30)}", ClosesHard = closesHard, OwedBy = owedBy, Recipient = new() { Name = "đơn vị Cụm trưởng", Through = "Ban Thi đua - Khen thưởng tỉnh" } }, waitsForWorkingDay: false);
                requirement.AddItem(by, new("Báo cáo sơ kết") { MostFiles = 3 });
                requirement.AddItem(by, new("Tài liệu liên quan", IsRequired: false));
                foreach (var figure in figures)
                {
                    requirement.AddFigure(by, figure);
                }

                db.Add(requirement);
                await db.SaveChangesAsync();
                if (isAnnounced)
                {
                    requirement.Announce(by, new(InTime(requirement)));
                    await db.SaveChangesAsync();
                }

                return requirement.Id;
            },
            by);
    }

    /// <summary>The instant of tests, or a week before a deadline that was then past already.</summary>
    public static DateTime InTime(ReportRequirement requirement) =>
        requirement.LastDay is { } last && VietnamTime.StartOf(last.AddDays(-7)) is var before && before < ClusterYearInTest.Now ? before : ClusterYearInTest.Now;

    /// <summary>A report with one file at the first item, written by the unit and submitted by its head where asked for.</summary>
    public static async Task<int> AReport(this ClusterYearInTest year, Portal portal, int requirementId, UnitInTest unit, bool isSubmitted = true)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var by = year.Acting(unit, Capacity.Head);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(by);
        var (db, files) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<FileStore>());
        var requirement = await db.ReportRequirements.Include(row => row.Items).Include(row => row.Extensions).SingleAsync(row => row.Id == requirementId);
        var stored = await files.Receive(new MemoryStream(EvidenceInTest.APdf()), "bao-cao.pdf", CancellationToken.None);
        var report = ReportSubmission.Begin(by, requirement, (unit.Id, unit.Name), ClusterYearInTest.Now);
        report.AddFile(by, requirement, new(requirement.Items[0].Id, stored, "Báo cáo sơ kết.pdf", ClusterYearInTest.Now), ClusterYearInTest.Now);
        db.Add(report);
        await db.SaveChangesAsync();
        if (isSubmitted)
        {
            report.Submit(by, requirement, new(ClusterYearInTest.Now));
            await db.SaveChangesAsync();
        }

        return report.Id;
    }

    /// <summary>An upload of which nothing has come yet.</summary>
    public static Task<int> AnUpload(this ClusterYearInTest year, Portal portal, ReportSubmission report, int itemId, UnitInTest unit)
    {
        var by = year.Acting(unit, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var upload = new PartialUpload(by, report, await db.RequirementItems.SingleAsync(row => row.Id == itemId), "đang tải.pdf", 500, "1", DateTime.UtcNow);
                db.Add(upload);
                await db.SaveChangesAsync();
                return upload.Id;
            },
            by);
    }

    public static string Requirement(this ClusterYearInTest year, int requirementId, string path = "") => $"{year.Url}/bao-cao/{requirementId}{path}";

    public static string Report(this ClusterYearInTest year, int requirementId, UnitInTest unit, string path = "") => $"{year.Url}/bao-cao/{requirementId}/don-vi/{unit.Id}{path}";

    public static Task<ReportRequirement> StoredRequirement(this ClusterYearInTest year, Portal portal, int requirementId) => portal.WithDb(
        db => db.ReportRequirements.AsNoTracking().Include(row => row.Items).Include(row => row.Figures).Include(row => row.Extensions).Include(row => row.History).SingleAsync(row => row.Id == requirementId), year.Acting(year.Leader, Capacity.Head));

    public static Task<ReportSubmission> StoredReport(this ClusterYearInTest year, Portal portal, int requirementId, UnitInTest unit) => portal.WithDb(
        db => db.ReportSubmissions.AsNoTracking().Include(row => row.Figures).Include(row => row.Files).ThenInclude(row => row.File).Include(row => row.History).SingleAsync(row => row.RequirementId == requirementId && row.UnitId == unit.Id), year.Acting(year.Leader, Capacity.Head));

    /// <summary>Sends files of the first item by the form, as without script.</summary>
    public static async Task<HttpResponseMessage> SendFiles(this HttpClient person, string report, int item, params (string Name, byte[] Content)[] files)
    {
        var page = await person.See(report);
        var form = page.Forms.Where(row => row.HasAttribute("data-pieces")).ElementAt(item);
        var body = new MultipartFormDataContent { { new StringContent(TokenOf(page)), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"Files\"", FileName = "\"f\"", FileNameStar = name };
            body.Add(part);
        }

        return await person.PostAsync(new Uri(form.Action).PathAndQuery, body);
    }

    public static string TokenOf(IHtmlDocument page) => ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value;

    /// <summary>Opens a step's page and sends its form.</summary>
    public static async Task<HttpResponseMessage> Take(this HttpClient person, string url, params (string, string)[] typed) =>
        await person.Submit((await person.See(url)).FormTo(url[url.LastIndexOf('/')..]), typed);

    public static readonly (string, string)[] Paper = [("Paper.Number", "15/BC-UBND"), ("Paper.SignedOn", "02/03/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")];
}

/// <summary>A clock that stands where a test puts it.</summary>
public sealed class StandingClock : TimeProvider
{
    public DateTime At { get; set; } = DateTime.UtcNow;

    public override DateTimeOffset GetUtcNow() => new(At, TimeSpan.Zero);
}
