using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Drafts;

/// <summary>Drafted documents put into the state that a test begins with.</summary>
public static class DraftsInTest
{
    public static readonly (string, string)[] Paper = [("Paper.Number", "15/TTr"), ("Paper.SignedOn", "1/7/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")];

    /// <summary>A decision of the cluster of which nothing is missing.</summary>
    public static Task<int> ADraft(this ClusterYearInTest year, Portal portal, DraftTemplate template)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var text = new DraftedText("Về việc thành lập Tổ thẩm định năm 2020") { Symbol = "QĐ-CTĐT", Authority = "CỤM TRƯỞNG", Bases = ["Căn cứ Luật Thi đua, khen thưởng"], Body = "**Điều 1.** Thành lập Tổ thẩm định.", Recipients = ["Như Điều 1"], SignatoryLines = ["CỤM TRƯỞNG"] };
                var draft = new DraftedDocument(by, template, null, new(null, "Cụm thi đua thử"), text);
                db.Add(draft);
                await db.SaveChangesAsync();
                return draft.Id;
            },
            by);
    }

    public static string Draft(this ClusterYearInTest year, int draftId, string path = "") => $"{year.Url}/van-ban-theo-mau/{draftId}{path}";

    /// <summary>Started on its page by this person; gives the page of editing.</summary>
    public static async Task<IHtmlDocument> StartDraft(this ClusterYearInTest year, HttpClient person, DraftTemplate template, params (string, string)[] typed) =>
        await person.Follow(await person.Submit((await person.See($"{year.Url}/van-ban-theo-mau/them?mau={DraftPaths.Of(template)}")).FormTo("/them"), typed));

    public static int IdOf(IHtmlDocument page) => int.Parse(new Uri(page.Url).AbsolutePath.Split('/')[4], System.Globalization.CultureInfo.InvariantCulture);

    public static string Typed(this IHtmlDocument page, string name) => page.QuerySelector($"[name={name}]") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => throw new ShouldAssertException($"No field {name}."),
    };

    /// <summary>Submitted, signed and issued with number 12, on paper, by this clerk; gives the id in the register.</summary>
    public static async Task<int> IssueDraft(this ClusterYearInTest year, Portal portal, HttpClient clerk, UnitInTest unit, int draftId, string number = "12")
    {
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Draft(draftId, "/trinh-ky"))).FormTo("/trinh-ky")));
        var documentId = await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == nameof(DraftedDocument) && row.OriginId == draftId).Select(row => row.Id).SingleAsync(), year.Acting(unit, Capacity.Head));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/van-ban/{documentId}/ky")).FormTo("/ky"), Paper));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/van-ban/{documentId}/ban-hanh")).FormTo("/ban-hanh"), [.. Paper, ("Number", number), ("IssuedOn", "2/7/2020")]));
        return documentId;
    }

    public static Task<DraftedDocument> StoredDraft(this ClusterYearInTest year, Portal portal, int draftId) =>
        portal.WithDb(db => db.DraftedDocuments.AsNoTracking().Include(row => row.History).SingleAsync(row => row.Id == draftId), year.Acting(year.Leader, Capacity.Head));
}
