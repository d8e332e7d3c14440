using ThiDua.Domain.Access;
using ThiDua.Domain;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Adds a criterion at the end of its section.</summary>
public sealed class AddCriterion(PortalDb db, CurrentActor current)
{
    public async Task<int> Handle(NewCriterionForm form)
    {
        var scheme = await db.DraftToChange();
        if (form.ParentId is { } parentId)
        {
            await db.RequireCriterion(scheme, parentId);
        }

        var kind = scheme.Criteria.FirstOrDefault(row => row.Id == form.ParentId)?.Kind;
        var added = scheme.AddCriterion(current.Actor, form.ParentId, form.ToDescription(kind));
        await db.SaveDraft(scheme, added.Code);
        return added.Id;
    }
}

/// <summary>Changes a criterion, provided that nobody did since the form was opened.</summary>
public sealed class ChangeCriterion(PortalDb db, CurrentActor current)
{
    public async Task Handle(int criterionId, ChangedCriterionForm form)
    {
        var scheme = await db.DraftToChange();
        await db.RequireCriterion(scheme, criterionId);
        var criterion = scheme.Criteria.Single(row => row.Id == criterionId);
        scheme.ChangeCriterion(current.Actor, criterionId, form.ToDescription(criterion.ParentId is null ? null : criterion.Kind));
        db.Expect(criterion, form.Version);
        await db.SaveDraft(scheme, criterion.Code, criterionId);
    }
}

/// <summary>Changes what the row of the table shows: name, maximum, evidence; the rest of the criterion stays.</summary>
public sealed class ChangeCriterionRow(PortalDb db, CurrentActor current)
{
    public async Task Handle(int criterionId, CriterionRowForm form)
    {
        var scheme = await db.DraftToChange();
        await db.RequireCriterion(scheme, criterionId);
        var criterion = scheme.Criteria.Single(row => row.Id == criterionId);
        var max = criterion.Part is null ? form.Max : form.Max ?? criterion.Max; // what a framework holds is not typed
        var written = criterion.Description() with { Name = Text.Clean(form.Name)!, Max = max, EvidenceNeeded = criterion.Rule is null ? criterion.EvidenceNeeded : Text.Clean(form.EvidenceNeeded) };
        if (written == criterion.Description())
        {
            return;
        }

        var problems = criterion.Rule?.Problems(max, criterion.Kind) ?? [];
        RuleViolation.Require(problems.Count == 0, $"{string.Join(' ', problems)} Sửa cùng cách chấm ở trang sửa tiêu chí.", nameof(form.Max));
        scheme.ChangeCriterion(current.Actor, criterionId, written);
        db.Expect(criterion, form.Version);
        await db.SaveDraft(scheme);
    }
}

/// <summary>Moves a criterion one place up or down among its siblings, into the section above or out of its own.</summary>
public sealed class MoveCriterion(PortalDb db, CurrentActor current)
{
    public async Task<int> Handle(MoveForm form)
    {
        var scheme = await db.DraftToChange();
        var criterionId = form.Moved!.Value;
        await db.RequireCriterion(scheme, criterionId);
        if ((form.Up ?? form.Down) is not null)
        {
            scheme.MoveCriterion(current.Actor, criterionId, form.Up is null ? 1 : -1);
        }
        else
        {
            scheme.ShiftCriterion(current.Actor, criterionId, form.Out is null ? 1 : -1);
        }

        await db.SaveDraft(scheme);
        return criterionId;
    }
}

/// <summary>Puts a criterion where it was dropped.</summary>
public sealed class PlaceCriterion(PortalDb db, CurrentActor current)
{
    public async Task<int> Handle(PlaceForm form)
    {
        var scheme = await db.DraftToChange();
        await db.RequireCriterion(scheme, form.Moved!.Value);
        await db.RequireCriterion(scheme, form.Target!.Value);
        scheme.PlaceCriterion(current.Actor, form.Moved.Value, form.Target.Value, form.Place!.Value);
        await db.SaveDraft(scheme);
        return form.Moved.Value;
    }
}

/// <summary>Removes a criterion with all below it; refused where there is more below than the person was told.</summary>
public sealed class RemoveCriterion(PortalDb db, CurrentActor current)
{
    public async Task<int?> Handle(int criterionId, RemoveForm form)
    {
        var scheme = await db.DraftToChange();
        await db.RequireCriterion(scheme, criterionId);
        var criterion = scheme.Criteria.Single(row => row.Id == criterionId);
        var removed = scheme.RemoveCriterion(current.Actor, criterionId);
        RuleViolation.Require(removed.Count - 1 == form.Below, $"Bảng vừa được người khác sửa: dưới mục {criterion.Code} nay có {removed.Count - 1} tiêu chí. Xem lại rồi xóa.");
        db.RemoveRange(removed);
        db.Expect(criterion, form.Version);
        await db.SaveDraft(scheme);
        return criterion.ParentId;
    }
}
