using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Consultations;
using ThiDua.Web.Tests.Covenants;
using ThiDua.Web.Tests.Drafts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.LegalBases;
using ThiDua.Web.Tests.Plans;
using ThiDua.Web.Tests.Recipients;
using ThiDua.Web.Tests.Register;
using ThiDua.Web.Tests.Registrations;
using ThiDua.Web.Tests.Reports;
using ThiDua.Web.Tests.Requests;
using ThiDua.Web.Tests.Regulations;
using ThiDua.Web.Tests.Results;
using ThiDua.Web.Tests.ScoringSchemes;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>How far a cluster year of the gates has come: the scheme is a draft; sheets are entered; the draft results are published.</summary>
public enum Stage { Drafting, Entering, Published }

/// <summary>A cluster year at a stage, and the ids that its addresses name.</summary>
public sealed class YearAtStage(Portal portal)
{
    public ClusterYearInTest Year { get; private set; } = null!;

    /// <summary>The scan behind the submission of <see cref="Neighbour"/>.</summary>
    public int StepId { get; private set; }

    /// <summary>A bar of <see cref="Neighbour"/> that the leader's clerk recorded.</summary>
    public int BarId { get; private set; }

    /// <summary>A plan that the cluster issued.</summary>
    public int DocumentId { get; private set; }

    /// <summary>A decision of the cluster that is drafted from a template.</summary>
    public int DraftId { get; private set; }

    /// <summary>The signed copy of that plan, which a head still has to look at.</summary>
    public int CopyId { get; private set; }

    public string PublicToken { get; private set; } = "";

    /// <summary>A plan that the members commented on and its leader mends now, with a section and a basis.</summary>
    public int PlanId { get; private set; }

    public int SectionId { get; private set; }

    public int BasisId { get; private set; }

    /// <summary>A draft regulation of which nothing is missing.</summary>
    public int RegulationId { get; private set; }

    /// <summary>A document that the cluster added to the catalogue of legal bases.</summary>
    public int LegalBasisId { get; private set; }

    /// <summary>An entry and a group of the cluster's address book.</summary>
    public int ContactId { get; private set; }

    public int GroupId { get; private set; }

    /// <summary>A covenant that units sign, with the signature of <see cref="Neighbour"/> on a scan.</summary>
    public int CovenantId { get; private set; }

    public int SigningId { get; private set; }
    /// <summary>A deadline written in the plan.</summary>
    public int BlockId { get; private set; }

    /// <summary>A requirement that was announced, with its first item.</summary>
    public int RequirementId { get; private set; }

    public int ItemId { get; private set; }

    /// <summary>A figure that the requirement asks for.</summary>
    public int FigureId { get; private set; }

    /// <summary>A file of the report that each unit writes, and an upload that stopped on its way.</summary>
    public Dictionary<int, int> ReportFiles { get; } = [];

    public Dictionary<int, int> Uploads { get; } = [];

    /// <summary>A text brought in, of which no plan was made yet.</summary>
    public int PaperId { get; private set; }

    /// <summary>An open round of comments on another plan, and a comment of <see cref="ClusterYearInTest.Member"/> there.</summary>
    public int ConsultationId { get; private set; }

    public int CommentId { get; private set; }

    /// <summary>A plan that was sent to the authority and waits for its answer.</summary>
    public int RequestId { get; private set; }

    /// <summary>A target and a title that each unit is writing.</summary>
    public Dictionary<int, int> Targets { get; private set; } = [];

    public Dictionary<int, int> Titles { get; private set; } = [];

    public int ClusterId { get; private set; }

    /// <summary>A draft of the authority beside the framework that is in force, which the scheme deviates from.</summary>
    public int FrameworkId { get; private set; }

    public int CriterionId { get; private set; }

    public int LayerId { get; private set; }

    /// <summary>A delegation that is over: it gives nobody anything here.</summary>
    public int DelegationId { get; private set; }

    public int ObserverId { get; private set; }

    public Dictionary<int, int> Sheets { get; private set; } = [];

    /// <summary>Evidence of each unit, one link for each person who may withdraw it and one that stays.</summary>
    public Dictionary<int, int[]> Links { get; } = [];

    /// <summary>A file in the library of each unit.</summary>
    public Dictionary<int, int> Evidence { get; } = [];

    /// <summary>Another member whose sheet is submitted.</summary>
    public UnitInTest Neighbour => Year.Units[3];

    private Actor Lead => Year.Acting(Year.Leader, Capacity.Head);

    public static async Task<YearAtStage> Make(Portal portal, Stage stage)
    {
        var made = new YearAtStage(portal) { Year = await ClusterYearInTest.Make(portal) };
        await (stage switch { Stage.Drafting => made.Year.ADraftScheme(), Stage.Entering => made.Enter(), _ => made.Publish() });
        await made.DelegateAndObserve();
        await made.BarNeighbour(stage);
        made.DocumentId = await made.Year.AnIssuedDocument(portal, 5);
        (made.CopyId, made.PublicToken) = await made.Year.AScannedCopy(portal, made.DocumentId);
        made.DraftId = await made.Year.ADraft(portal, DraftTemplate.AppraisalTeam);
        made.PlanId = await made.Year.APlan(portal, wasConsulted: true);
        made.RegulationId = await made.Year.ARegulation(portal);
        made.LegalBasisId = await made.Year.ALegalBasis(portal);
        (made.ContactId, made.GroupId) = (await made.Year.AContact(portal), await made.Year.AGroup(portal));
        made.CovenantId = await made.Year.ACovenant(portal);
        made.SigningId = (await made.Year.SignAtCeremony(portal, made.CovenantId, made.Neighbour)).Single();
        made.BlockId = await made.Year.ADeadlineIn(portal, made.PlanId);
        made.PaperId = await made.Year.APaper(portal);
        (_, made.ConsultationId) = await made.Year.AConsultedPlan(portal);
        made.CommentId = await made.Year.AComment(portal, made.ConsultationId, made.Year.Member, "II");
        made.RequestId = await made.Year.ASentRequest(portal, made.PlanId);
        await made.Year.Registrations(portal);
        await made.WriteReports();
        await made.Year.AnIssuedFramework(portal);
        made.FrameworkId = await made.Year.AFramework(portal);
        await made.NoteIds();
        return made;
    }

    // That of the neighbour is submitted.
    private async Task WriteReports()
    {
        RequirementId = await Year.ARequirement(portal, figures: new FigureDescription("Số xã đạt chuẩn") { IsRequired = false });
        var requirement = await Year.StoredRequirement(portal, RequirementId);
        (ItemId, FigureId) = (requirement.Items[0].Id, requirement.Figures[0].Id);
        foreach (var unit in Year.Units)
        {
            await Year.AReport(portal, RequirementId, unit, isSubmitted: unit == Neighbour);
            var report = await Year.StoredReport(portal, RequirementId, unit);
            ReportFiles[unit.Id] = report.Files[0].Id;
            Uploads[unit.Id] = await Year.AnUpload(portal, report, ItemId, unit);
        }
    }

    private async Task DelegateAndObserve()
    {
        ObserverId = (await Year.AUnit("Hội đồng")).Id;
        DelegationId = await portal.WithDb(
            async db =>
            {
                var year = await db.ClusterYears.Include(row => row.Members).Include(row => row.Positions).SingleAsync(row => row.Id == Year.Id);
                year.AppointObserver(Actor.Portal, ObserverId, new(2020, 1, 1));
                year.Delegate(Lead, Year.Deputy.Id, [Permission.MoveStage], new(2020, 1, 1), new(2020, 12, 31), year.NamingDocument, ClusterYearInTest.Now);
                await db.SaveChangesAsync();
                return year.Delegations[0].Id;
            },
            Lead);
    }

    private async Task BarNeighbour(Stage stage)
    {
        if (stage != Stage.Drafting)
        {
            var by = Year.Acting(Year.Leader, Capacity.Clerk);
            BarId = await portal.WithDb(
                async db =>
                {
                    var bar = new ResultBar(by, new([(Year.Leader.Id, Position.Leader, 1)]), Neighbour.Id, new(0, BarKind.PendingCase, [BarEffect.Commendation], new(2020, 11, 1), "Quy chế", "Có đơn", new("1/CV", new(2020, 11, 1), "Cơ quan", "")), ClusterYearInTest.Now);
                    db.Add(bar);
                    await db.SaveChangesAsync();
                    return bar.Id;
                },
                by);
        }
    }

    private async Task Enter()
    {
        await Year.IssueWithCells(portal);
        foreach (var unit in Year.Units)
        {
            await AddEvidence(unit);
        }

        await Year.FillAndSubmit(portal, Year.Leader, growth: 8.4m);
        await Year.FillAndSubmit(portal, Neighbour, growth: 7);
        await portal.WithDb(
            async db => await db.StepsTaken.Where(step => db.ScoreSheets.Any(sheet => sheet.UnitId == Neighbour.Id && sheet.Id == EF.Property<int?>(step, "OfSheetId")))
                .ExecuteUpdateAsync(set => set.SetProperty(step => step.PaperScanId, db.StoredFiles.Select(file => (int?)file.Id).First())),
            Lead);
    }

    private async Task<int> Publish()
    {
        await Year.IssueWithCells(portal);
        foreach (var (unit, index) in Year.Units.Select((unit, index) => (unit, index)))
        {
            await Year.FillAndSubmit(portal, unit, growth: 8.4m - (index * 0.5m));
            await Year.Appraise(portal, unit);
        }

        var head = Year.HeadOf(Year.Leader);
        await head.Follow(await head.Submit((await head.See($"{Year.Url}/xep-hang/khoa-nhap-lieu")).FormTo("khoa-nhap-lieu")));
        await head.Follow(await head.Submit((await head.See($"{Year.Url}/xep-hang/cong-bo-du-kien")).FormTo("cong-bo-du-kien")));
        return await portal.WithDb(db => db.ResultLayers.CountAsync(), Lead);
    }

    private async Task AddEvidence(UnitInTest unit)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var by = Year.Acting(unit, Capacity.Clerk);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(by);
        var (db, files) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<FileStore>());
        var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == unit.Id);
        var leaf = await db.Criteria.SingleAsync(row => row.Code == "II.1");
        var links = new List<EvidenceLink>();
        for (var number = 0; number < 3; number++)
        {
            var stored = await files.Receive(new MemoryStream(Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\n%%EOF\n")), "minh-chung.pdf", CancellationToken.None);
            links.Add(new(by, sheet, leaf.Id, new Domain.Scoring.Evidence(by, unit.Id, 2020, stored, $"minh-chung-{number}.pdf", ClusterYearInTest.Now), new(EvidenceRole.Result), ClusterYearInTest.Now));
            db.Add(links[^1]);
            await db.SaveChangesAsync();
        }

        Links[unit.Id] = [.. links.Select(link => link.Id)];
        Evidence[unit.Id] = links[^1].EvidenceId;
    }

    private Task<int> NoteIds() => portal.WithDb(
        async db =>
        {
            ClusterId = await db.ClusterYears.Where(year => year.Id == Year.Id).Select(year => year.ClusterId).SingleAsync();
            (SectionId, BasisId) = (await db.PlanSections.Where(row => row.PlanId == PlanId && row.ParentId != null).Select(row => row.Id).FirstAsync(), await db.PlanBases.Where(row => row.PlanId == PlanId).Select(row => row.Id).FirstAsync());
            CriterionId = await db.Criteria.Where(row => row.Code == "II.1").Select(row => row.Id).SingleAsync();
            LayerId = await db.ResultLayers.Select(row => row.Id).FirstOrDefaultAsync();
            StepId = await db.StepsTaken.Where(row => row.PaperScanId != null).Select(row => row.Id).FirstOrDefaultAsync();
            Targets = await db.RegisteredTargets.Select(row => new { row.Registration.UnitId, row.Id }).ToDictionaryAsync(row => row.UnitId, row => row.Id);
            Titles = await db.RegisteredTitles.Select(row => new { row.Registration.UnitId, row.Id }).ToDictionaryAsync(row => row.UnitId, row => row.Id);
            Sheets = await db.ScoreSheets.ToDictionaryAsync(row => row.UnitId, row => row.Id);
            return 0;
        },
        Lead);
}
