using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>A score sheet as one person may see it (bảng chấm điểm).</summary>
public sealed record SheetPage
{
    public required SheetHead Head { get; init; }

    public required SchemeTree Tree { get; init; }

    public required IReadOnlyList<SheetLine> Lines { get; init; }

    public required SheetTotals SelfTotals { get; init; }

    public SheetTotals? AppraisedTotals { get; init; }

    /// <summary>The totals after objections were answered; null where there were none.</summary>
    public SheetTotals? ReviewedTotals { get; init; }

    /// <summary>Whether a figure in the total still waits for the whole cluster (tạm tính).</summary>
    public bool IsSelfProvisional => Leaves.Any(line => line.IsProvisional);

    public bool IsAppraisedProvisional => Leaves.Any(line => (line.ReviewedNow ?? line.AppraisedNow) is { IsProvisional: true });

    public SheetTotals? FinalTotals { get; init; }

    public IReadOnlyList<Workflow<ScoreSheetState, ScoreSheetStep>.OpenStep> Steps { get; init; } = [];

    public bool MayEnter { get; init; }

    /// <summary>Who looks: what the browser keeps unsaved is kept for this person alone.</summary>
    public int UserId { get; init; }

    /// <summary>Until when the unit may enter, for those who enter; null where there is no date.</summary>
    public WindowNow? Entry { get; init; }

    /// <summary>The files behind each leaf.</summary>
    public required ILookup<int, FileAtLine> FilesByLeaf { get; init; }

    /// <summary>Conflicts of the last save: what another person wrote meanwhile, by criterion.</summary>
    public IReadOnlyDictionary<int, string> Conflicts { get; init; } = new Dictionary<int, string>();

    public IEnumerable<SheetLine> Leaves => Lines.Where(line => line.Cell is not null);

    /// <summary>The leaves that the unit has to fill; those by the portal are not among them.</summary>
    public IReadOnlyList<SheetLine> ToFill => [.. Leaves.Where(line => line is { Node: { Kind: CriterionKind.Normal, Rule: not ByPortalRule }, IsScored: true })];

    /// <summary>What the appraiser answered to the unit's objection (trả lời đề nghị xem xét lại).</summary>
    public string? AnswerToObjection => Head.WasObjected && Head.State is (ScoreSheetState.Appraised or ScoreSheetState.Agreed or ScoreSheetState.Adopted) ? Head.LastReason : null;

    public int Filled => ToFill.Count(line => line.IsFilled);

    /// <summary>What keeps the sheet from being submitted; a line that the unit asks not to be assigned may wait empty for the decision.</summary>
    public IReadOnlyList<SheetLine> Missing => [.. ToFill.Where(line => !line.IsFilled && !line.IsAsked)];

    /// <summary>Whether the base of this unit is smaller than the scheme's.</summary>
    public bool HasReducedBase => Head.NotAssigned == NotAssignedPolicy.ReduceBase && Leaves.Any(line => !line.IsScored);

    public IReadOnlyList<string> MissingInWords => [.. Missing.Select(line => $"{line.Node.Code}. {line.Node.Name}: {line.Problem ?? "chưa chấm điểm"}")];
}

/// <summary>The head of a sheet: whose it is and where it stands.</summary>
public sealed record SheetHead(int Id, int Version, int UnitId, string UnitName, ScoreSheetState State, DateTime? SubmittedAt, string? LastReason, RankingState Ranking, NotAssignedPolicy NotAssigned)
{
    /// <summary>The unit that appraises, by its name in that year.</summary>
    public string Appraiser { get; init; } = "";

    public bool IsOwn { get; init; }

    /// <summary>Whether this person sees the appraised column now.</summary>
    public bool SeesAppraisal { get; init; }

    /// <summary>Whether the unit asked to look at the appraisal again.</summary>
    public bool WasObjected { get; init; }

    /// <summary>Reads a sheet that this person may open; anything else does not exist.</summary>
    public static async Task<SheetHead> Find(PortalDb db, Actor actor, EnteredYear year, int id)
    {
        var head = await db.ScoreSheets.AsNoTracking().Where(sheet => sheet.Id == id)
            .Select(sheet => new SheetHead(sheet.Id, sheet.Version, sheet.UnitId, sheet.UnitName, sheet.State, sheet.SubmittedAt, sheet.LastReason, db.Rankings.Select(ranking => ranking.State).FirstOrDefault(), sheet.Scheme.NotAssigned)
            {
                WasObjected = sheet.History.Any(step => step.Step == nameof(ScoreSheetStep.RaiseObjection)),
            }).OneAsync();
        var responsible = year.Duties.Responsible(head.UnitId);
        if (!SheetAccess.MayRead(actor, head.UnitId, responsible, head.State, head.Ranking))
        {
            throw new NotFound();
        }

        var appraiser = responsible is null ? null : await db.Memberships.Where(member => member.OrganizationId == responsible).Select(member => member.NameThen).FirstOrDefaultAsync();
        return head with { Appraiser = year.Duties.AssignmentOf(head.UnitId)?.Appraiser.Name ?? appraiser ?? "cơ quan thường trực", IsOwn = actor.UnitId == head.UnitId, SeesAppraisal = ScoreSheetWorkflow.WithAppraisal.Contains(head.State) && SheetAccess.MayReadAppraisal(actor, head.UnitId, responsible, head.State) };
    }
}
