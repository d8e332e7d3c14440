using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.Regulations;

/// <summary>What a new draft begins with: the regulation in force, else the starter text filled from the year's parameters.</summary>
public sealed class BeginRegulation(PortalDb db, RegulationsOfCluster regulations, CurrentYear year, TimeProvider clock)
{
    public async Task<DraftForm> Handle()
    {
        var entered = year.Year;
        if (await regulations.InForceOn(entered.ClusterId, Days.Today(clock)) is { } inForce)
        {
            var earlier = await db.Regulations.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().OneAsync(row => row.Id == inForce.Id);
            if (earlier.Text is not null)
            {
                return DraftForm.Of(await Usual(earlier.Title, earlier.Parameters) with { Text = earlier.Text, Bases = earlier.Bases }, 0);
            }
        }

        return DraftForm.Of(await Usual($"Quy chế tổ chức và hoạt động của {entered.Name}", entered.Parameters), 0);
    }

    private async Task<RegulationTerms> Usual(string title, YearParameters parameters)
    {
        var (entered, cluster) = (year.Year, await PaperOfCluster.Load(db, year.Year));
        return new(title, parameters)
        {
            Text = RegulationStarter.Text(entered.Name, parameters, ClusterWords.Of(entered.Kind, entered.LeaderTitle, entered.DeputyTitle)),
            Bases = ["Căn cứ Luật Thi đua, khen thưởng"],
            Recipients = ["Cơ quan quản lý cụm, khối (để b/c)", "Các đơn vị thành viên"],
            Archive = $"VT, hồ sơ {cluster.Abbreviation}",
            SignatoryLines = cluster.Chair.Lines,
        };
    }
}

/// <summary>Starts a draft (soạn thảo quy chế) and gives its id.</summary>
public sealed class StartRegulation(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<int> Handle(DraftForm form)
    {
        var regulation = new Regulation(current.Actor, year.Year.ClusterId, form.ToTerms());
        db.Add(regulation);
        await db.SaveChangesAsync();
        return regulation.Id;
    }
}

/// <summary>Writes the draft.</summary>
public sealed class DescribeRegulation(PortalDb db, CurrentActor current)
{
    public async Task Handle(int regulationId, DraftForm form)
    {
        var regulation = await db.RegulationToChange(regulationId, current.Actor);
        regulation.Describe(current.Actor, form.ToTerms());
        db.Expect(regulation, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Trình ký: freezes the decision with the regulation as its annex; number and date stay blank. Gives the document's id.</summary>
public sealed class SubmitRegulation(PortalDb db, CurrentActor current, RegulationPaper paper, Issuing issuing)
{
    public async Task<int> Handle(int regulationId, RegulationStepForm form)
    {
        var regulation = await db.RegulationToChange(regulationId, current.Actor);
        var note = issuing.Note();
        var text = await paper.Handle(regulation, regulation.Terms());
        regulation.Submit(current.Actor, note);
        db.Expect(regulation, form.Version);
        var document = await issuing.Submit(new(DocumentKind.Decision, nameof(Regulation), regulation.Id), text, note);
        await db.SaveChangesAsync();
        return document.Id;
    }
}

/// <summary>Gives a draft up, with the document that was returned, if any.</summary>
public sealed class DropRegulation(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int regulationId, RegulationStepForm form)
    {
        var regulation = await db.RegulationToChange(regulationId, current.Actor);
        var note = issuing.Note(form.Reason);
        regulation.Drop(current.Actor, note);
        db.Expect(regulation, form.Version);
        await issuing.SaveWithReturned(nameof(Regulation), regulationId, note);
    }
}

/// <summary>A regulation moves with its document in the register: returned, issued, replaced, revoked.</summary>
public sealed class RegulationFollowsItsDocument(PortalDb db, RegulationsOfCluster regulations, CurrentActor current) : IFollowsItsDocument
{
    public string Origin => nameof(Regulation);

    // Of every year of the cluster: a regulation is in force over years.
    private IQueryable<Regulation> Regulations => db.Regulations.IgnoreQueryFilters([PortalDb.ThisClusterYear]);

    /// <summary>A new regulation takes the place of the one in force; of a year that is concluded nothing changes any more, there it ends by its days alone.</summary>
    public async Task<IssuedDocument?> ReplacedBy(IssuedDocument document)
    {
        var next = await Regulations.AsNoTracking().OneAsync(row => row.Id == document.OriginId);
        var day = next.FromOn ?? document.IssuedOn!.Value;
        return (await regulations.Handle(next.ClusterId)).FirstOrDefault(row => row.State == RegulationState.Issued && row.IsInForceOn(day)) is { } before
            ? await db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear])
                .FirstOrDefaultAsync(row => row.Origin == nameof(Regulation) && row.OriginId == before.Id && row.State == DocumentState.Issued && db.ClusterYears.Any(year => year.Id == row.ClusterYearId && year.Stage != ClusterYearStage.Concluded))
            : null;
    }

    public async Task Follow(IssuedDocument document, DocumentStep step, StepNote note)
    {
        RegulationStep? own = step switch { DocumentStep.Return => RegulationStep.Return, DocumentStep.Issue => RegulationStep.Issue, DocumentStep.Replace => RegulationStep.Replace, DocumentStep.Revoke => RegulationStep.Revoke, _ => null };
        if (own is { } taken)
        {
            var regulation = await Regulations.OneAsync(row => row.Id == document.OriginId);
            var next = db.Regulations.Local.FirstOrDefault(row => row.Id != regulation.Id && row.State == RegulationState.Issued); // the one that is being issued
            regulation.Follow(current.Actor, taken, document, note, next?.FromOn);
        }
    }
}
