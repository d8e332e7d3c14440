using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Sending;

namespace ThiDua.Web.Features.Requests;

/// <summary>The letter to the authority as it prints, Báo cáo or Tờ trình, and the text that goes with it as it was sent.</summary>
public sealed class RequestPaper(PortalDb db, CurrentActor current, CurrentYear year, TextsToSend texts)
{
    public async Task<OfficialDocument> Handle(AuthorityRequest request)
    {
        var cluster = await PaperOfCluster.Load(db, year.Year);
        var kind = request.Manner.PrintedAs();
        return cluster.Base(year.Year) with
        {
            Title = $"{Labels.Of(kind)} - {request.Abstract}",
            Symbol = DocumentSymbol.Of(kind, cluster.Abbreviation),
            Kind = Labels.Of(kind),
            Abstract = request.Abstract,
            Addressees = request.Addressees,
            Body = MarkupBlocks.Of(request.Body),
            Signatures = [cluster.Chair],
            Archive = $"VT, hồ sơ {cluster.Abbreviation}",
        };
    }

    /// <summary>The plan or scheme as it was sent; before that as it stands now.</summary>
    public async Task<OfficialDocument> Enclosed(int requestId)
    {
        var request = await db.Readable(current.Actor).AsNoTracking().OneAsync(row => row.Id == requestId);
        var kept = request.State == RequestState.Draft ? null : await db.EnclosedTexts.AsNoTracking().Where(row => row.RequestId == requestId).OrderByDescending(row => row.Id).Select(row => row.Model).FirstOrDefaultAsync();
        return kept is null ? await texts.Print(request) : FrozenModel.Read(kept);
    }
}
