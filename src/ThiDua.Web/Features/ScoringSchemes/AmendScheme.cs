using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>A step of the amendment, with the version of the scheme that was seen.</summary>
public sealed record AmendForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<AmendForm>
    {
        public Validator() => RuleFor(form => form.Version).GreaterThanOrEqualTo(-1).WithMessage("Mở lại trang rồi thực hiện.");
    }
}

/// <summary>Starts the draft of the next version beside the scheme in force (sửa đổi sau khi ban hành).</summary>
public sealed class AmendScheme(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public const string EntryIsClosed = "Đã khóa nhập liệu nên không sửa đổi bảng tiêu chí được nữa. Phải mở lại nhập liệu ở trang Xếp hạng trước.";
    private const string There = "Đã có dự thảo sửa đổi; hãy mở lại trang Tiêu chí và thang điểm.";

    public async Task Handle(AmendForm form)
    {
        var scheme = await db.ScoringSchemes.Include(row => row.Criteria).OneAsync();
        RuleViolation.Require(!await db.Rankings.AnyAsync(row => row.State != RankingState.Collecting), EntryIsClosed);
        RuleViolation.Require(!await db.AllSchemes().AnyAsync(row => row.AmendsId != null && SchemeWorkflow.Unissued.Contains(row.State)), There);
        var draft = scheme.Amend(current.Actor, new(clock.GetUtcNow().UtcDateTime));
        db.Expect(scheme, form.Version);
        db.Add(draft);
        await db.SaveOnce(There);

        if (scheme.TieKeys.Any(key => key.NodeId is not null))
        {
            // Keys name criteria by id, which the copies have only now.
            draft.BreakTiesBy(current.Actor, [.. scheme.TieKeys.Select(key => key with { NodeId = draft.Criteria.FirstOrDefault(row => row.OriginId == key.NodeId)?.Id })]);
            await db.SaveChangesAsync();
        }
    }
}

/// <summary>Gives the draft of the next version up; nothing that is in force changes.</summary>
public sealed class DropAmendment(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(AmendForm form)
    {
        var draft = await db.DraftToChange();
        draft.Drop(current.Actor, new(clock.GetUtcNow().UtcDateTime));
        db.Expect(draft, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Issues the next version: open sheets move to it and keep what was typed; submitted ones whose points are touched go back to their units, in one transaction.</summary>
public sealed class IssueAmendment(PortalDb db, TargetsInSheets targets, CurrentActor current, TimeProvider clock, FileStore files)
{
    private const string Changed = "Dự thảo sửa đổi vừa được sửa sau khi bạn mở trang này. Xem lại rồi ban hành.";

    public async Task Handle(IssueSchemeForm form)
    {
        var scan = await files.Receive(form.Paper.Scan, "Paper.Scan", CancellationToken.None);
        var (issued, draft) = (await db.ScoringSchemes.Include(row => row.Criteria).OneAsync(), await db.DraftToChange());
        IssueScheme.RequireIssuing(current.Actor, form, Days.Today(clock));
        var seen = CriteriaSeen.Of(draft);
        RuleViolation.Require(form.Seen == $"{seen}", Changed);
        RuleViolation.Require(!await db.Rankings.AnyAsync(row => row.State != RankingState.Collecting), AmendScheme.EntryIsClosed);
        var document = form.ToDocument();
        StepNote note = new(clock.GetUtcNow().UtcDateTime, null, form.Paper.ToPaper(scan?.Id));
        var comparison = issued.PutInForce(current.Actor, draft, note, document);
        db.Expect(draft, form.Version);
        (await db.Consultations.Where(row => row.SchemeId == draft.Id).ToListAsync()).ForEach(round => round.Follow(current.Actor, issued));
        await MoveSheets(issued, comparison, note with { Reason = $"Bảng tiêu chí sửa đổi, phiên bản {issued.Edition}, theo văn bản số {document.Number} ngày {document.IssuedOn:dd/MM/yyyy}: {(comparison.InWords.Length > 0 ? comparison.InWords : "sửa quy định chung của bảng")}." });
        db.MustStillHave(draft, seen, Changed);
        db.MustStillBe(db.Rankings.Where(row => row.State == RankingState.Collecting), row => row.State, AmendScheme.EntryIsClosed);
        await db.SaveChangesAsync();
    }

    private async Task MoveSheets(ScoringScheme issued, SchemeComparison comparison, StepNote note)
    {
        var by = current.Actor;
        var touched = comparison.Nodes.Where(node => node.TouchesPoints && node is { Before.Rule: not null, After.Rule: not null }).Select(node => node.After!).ToDictionary(row => row.Id);
        var ids = touched.Keys.ToList();
        foreach (var cell in await db.ScoreEntries.Where(cell => ids.Contains(cell.CriterionId) && (cell.Stage == ScoreStage.Self || cell.Stage == ScoreStage.Appraised)).ToListAsync())
        {
            cell.FollowAmendment(by, touched[cell.CriterionId]);
        }

        var fresh = comparison.Nodes.Where(node => node.IsNewLeaf).Select(node => node.After!.Id).ToList();
        var there = (await db.ScoreEntries.Where(cell => fresh.Contains(cell.CriterionId) && cell.Stage == ScoreStage.Self).Select(cell => new { cell.SheetId, cell.CriterionId }).ToListAsync()).ToHashSet();
        var touchesPoints = comparison.Nodes.Any(node => node.TouchesPoints);
        var proposals = (await db.PortalProposals.ToListAsync()).ToLookup(one => one.SheetId);
        var (registered, leaves) = (await targets.Handle(), issued.Criteria.ToDictionary(row => row.Id));
        var sheets = await db.ScoreSheets.Where(sheet => sheet.SchemeId == issued.Id).ToListAsync();
        foreach (var sheet in sheets)
        {
            sheet.FollowAmendment(by, note, touchesPoints);
            db.AddRange(fresh.Where(id => !there.Contains(new { SheetId = sheet.Id, CriterionId = id })).Select(id => registered.Fill(by, new(sheet, id), leaves[id])));
            db.AddRange(issued.Criteria.SelectMany(leaf => PortalProposal.ForNewLine(sheet, leaf, [.. proposals[sheet.Id]])));
        }

        await targets.Follow(sheets, leaves, issued.NotAssigned);
    }
}

/// <summary>What the issue of the next version would touch: criteria, lines already filled, sheets that stay open or go back.</summary>
public sealed record AmendmentImpact(SchemeComparison Comparison, int Edition, IReadOnlyDictionary<int, int> Filled, IReadOnlyList<string> Open, IReadOnlyList<string> Submitted, IReadOnlyList<string> Objected, bool IsEntryClosed)
{
    public bool TouchesPoints => Comparison.Nodes.Any(node => node.TouchesPoints);

    public int FilledLines => Filled.Values.Sum();

    public int FilledOf(ComparedNode node) => node.Before is { } before ? Filled.GetValueOrDefault(before.Id) : 0;

    public static async Task<AmendmentImpact> Load(PortalDb db, ScoringScheme draft)
    {
        var issued = await db.ScoringSchemes.AsNoTracking().Include(row => row.Criteria).OneAsync();
        var comparison = SchemeComparison.Of(issued, draft);
        var ids = comparison.Nodes.Where(node => node is { TouchesPoints: true, Before: not null }).Select(node => node.Before!.Id).ToList();
        var filled = await db.ScoreEntries.Where(cell => cell.Stage == ScoreStage.Self && cell.EnteredAt != null && ids.Contains(cell.CriterionId)).GroupBy(cell => cell.CriterionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        var sheets = await db.ScoreSheets.AsNoTracking().Select(sheet => new { sheet.UnitName, sheet.State }).ToListAsync();
        IReadOnlyList<string> In(params ScoreSheetState[] states) => [.. sheets.Where(sheet => states.Contains(sheet.State)).Select(sheet => sheet.UnitName).Order(Text.VietnameseOrder)];
        return new(comparison, draft.Edition, filled, In(ScoreSheetWorkflow.OpenForEntry), In(ScoreSheetState.Submitted, ScoreSheetState.Appraised), In(ScoreSheetState.Objected), await db.Rankings.AnyAsync(row => row.State != RankingState.Collecting));
    }
}

/// <summary>Before an action: whether the draft that is worked on is one of the next version, which has a page of its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KnowsDraftAttribute : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<PortalDb>();
        if (await db.AllSchemes().AnyAsync(row => row.AmendsId != null && SchemeWorkflow.Unissued.Contains(row.State)))
        {
            context.HttpContext.Items[SchemeAddress.HasAmendment] = true;
        }

        await next();
    }
}
