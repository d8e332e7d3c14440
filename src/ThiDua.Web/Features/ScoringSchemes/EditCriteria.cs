using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

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
        await db.SaveDraft(scheme);
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
        await db.SaveDraft(scheme);
    }
}

/// <summary>Moves a criterion one place up or down among its siblings.</summary>
public sealed class MoveCriterion(PortalDb db, CurrentActor current)
{
    public async Task<int> Handle(MoveForm form)
    {
        var scheme = await db.DraftToChange();
        var criterionId = form.Up ?? form.Down!.Value;
        await db.RequireCriterion(scheme, criterionId);
        scheme.MoveCriterion(current.Actor, criterionId, form.Up is null ? 1 : -1);
        await db.SaveDraft(scheme);
        return criterionId;
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
