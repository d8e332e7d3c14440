using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Tests.Drafts;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>Reports with figures, and the consolidated report that sums them up, brought as far as a test begins with.</summary>
public static class ConsolidatedInTest
{
    /// <summary>With one file and this value of the first figure, written and submitted.</summary>
    public static async Task SendReport(this ClusterYearInTest year, int id, UnitInTest unit, string value, params (string, string)[] others)
    {
        await year.ClerkOf(unit).SendFiles(year.Report(id, unit), 0, ("Báo cáo.pdf", EvidenceInTest.APdf()));
        await year.ReportFigure(id, unit, value, others);
    }

    /// <summary>Written, or written anew, and submitted.</summary>
    public static async Task ReportFigure(this ClusterYearInTest year, int id, UnitInTest unit, string value, params (string, string)[] others)
    {
        var (clerk, head, url) = (year.ClerkOf(unit), year.HeadOf(unit), year.Report(id, unit));
        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/so-lieu"), [("Figures[0].Value", value), ("Figures[0].Before", "10"), .. others]));
        await head.Follow(await head.Take(url + "/nop"));
    }

    public static async Task Accept(this ClusterYearInTest year, int id, UnitInTest unit)
    {
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take(year.Report(id, unit, "/tiep-nhan")));
    }

    public static async Task Reopen(this ClusterYearInTest year, int id, UnitInTest unit)
    {
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take(year.Report(id, unit, "/mo-lai"), ("Reason", "Số liệu chưa đúng")));
    }

    /// <summary>Drafted from the requirement, the blanks filled in; gives the draft's id.</summary>
    public static async Task<int> StartConsolidated(this ClusterYearInTest year, int id, string? charts = null)
    {
        var leader = year.ClerkOf(year.Leader);
        var edit = await leader.Follow(await leader.Submit((await leader.See(year.Requirement(id, "/bao-cao-tong-hop"))).FormTo("/bao-cao-tong-hop")));
        var body = edit.Typed("Body").Replace("……", "Các đơn vị hoàn thành chỉ tiêu.", StringComparison.Ordinal);
        await leader.Follow(await leader.Submit(edit.FormTo("/sua"), ("Body", charts is null ? body : body.Replace("[[BIỂU ĐỒ]]", charts, StringComparison.Ordinal))));
        return DraftsInTest.IdOf(edit);
    }

    /// <summary>Frozen and signed; gives the id in the register.</summary>
    public static async Task<int> SignConsolidated(this ClusterYearInTest year, Portal portal, int draftId)
    {
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take(year.Draft(draftId, "/trinh-ky")));
        var documentId = await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == nameof(DraftedDocument) && row.OriginId == draftId).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        await leader.Follow(await leader.Take($"{year.Url}/van-ban/{documentId}/ky", DraftsInTest.Paper));
        return documentId;
    }

    public static Task<HttpResponseMessage> Issue(this ClusterYearInTest year, int documentId, string number = "12", params (string, string)[] typed) =>
        year.ClerkOf(year.Leader).Take($"{year.Url}/van-ban/{documentId}/ban-hanh", [.. DraftsInTest.Paper, ("Number", number), ("IssuedOn", "2/7/2020"), .. typed]);

    /// <summary>Revoked or replaced in the register by a later document.</summary>
    public static async Task End(this ClusterYearInTest year, int documentId, string path)
    {
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take($"{year.Url}/van-ban/{documentId}/{path}", [.. DraftsInTest.Paper, ("Reason", "Số liệu chưa đúng"), ("Document.Number", "15/BC-CTĐT"), ("Document.IssuedOn", "5/7/2020"), ("Document.Issuer", "Cụm thi đua thử")]));
    }
}
