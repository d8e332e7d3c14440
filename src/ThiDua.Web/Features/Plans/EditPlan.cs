using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Bases;

namespace ThiDua.Web.Features.Plans;

/// <summary>Writes abstract, opening paragraph, recipients and signature.</summary>
public sealed class DescribePlan(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, PlanTermsForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        plan.Describe(current.Actor, form.ToTerms());
        db.Expect(plan, form.Version);
        await db.SavePlan(plan);
    }
}

/// <summary>Adds a section at the end of the one above it.</summary>
public sealed class AddSection(PortalDb db, CurrentActor current)
{
    public async Task<int> Handle(int planId, NewSectionForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        if (form.ParentId is { } parentId)
        {
            await db.RequireSection(plan, parentId);
        }

        var added = plan.AddSection(current.Actor, form.ParentId, form.ToText());
        await db.SavePlan(plan);
        return added.Id;
    }
}

/// <summary>Changes a section, provided that nobody did since the form was opened.</summary>
public sealed class ChangeSection(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, int sectionId, ChangedSectionForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireSection(plan, sectionId);
        plan.ChangeSection(current.Actor, sectionId, form.ToText());
        db.Expect(plan.Sections.Single(row => row.Id == sectionId), form.Version);
        await db.SavePlan(plan);
    }
}

/// <summary>Moves a section one place up or down, into the one above it or out of its own.</summary>
public sealed class MoveSection(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, MoveForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        var sectionId = form.Moved!.Value;
        await db.RequireSection(plan, sectionId);
        if ((form.Up ?? form.Down) is not null)
        {
            plan.MoveSection(current.Actor, sectionId, form.Up is null ? 1 : -1);
        }
        else
        {
            plan.ShiftSection(current.Actor, sectionId, form.Out is null ? 1 : -1);
        }

        await db.SavePlan(plan);
    }
}

/// <summary>Removes a section with all below it; refused where there is more below than the person was told.</summary>
public sealed class RemoveSection(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, int sectionId, RemoveForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireSection(plan, sectionId);
        var section = plan.Sections.Single(row => row.Id == sectionId);
        var removed = plan.RemoveSection(current.Actor, sectionId);
        db.Expect(section, form.Version);
        var below = removed.Sections.Count - 1 + removed.Blocks.Count;
        RuleViolation.Require(below == form.Below, $"Kế hoạch vừa được người khác sửa: mục này nay có {removed.Sections.Count - 1} mục bên dưới và {removed.Blocks.Count} hội nghị, thời hạn, phân công. Xem lại rồi xóa.");
        db.RemoveRange(removed.Blocks);
        db.RemoveRange(removed.Sections);
        await db.SavePlan(plan);
    }
}

/// <summary>Adds a legal basis at the end; where asked for, keeps it in the cluster's catalogue in the same act.</summary>
public sealed class AddBasis(PortalDb db, CurrentActor current, KeepBasis keep)
{
    public async Task Handle(int planId, BasisForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        plan.AddBasis(current.Actor, form.ToDescription());
        if (form.Keep)
        {
            await keep.Handle(form.ToDescription());
        }

        try
        {
            await db.SavePlan(plan);
        }
        catch (DbUpdateException failure) when (form.Keep && db.IsUniqueViolation(failure))
        {
            throw new RuleViolation("Văn bản vừa được lưu vào danh mục. Xem lại các căn cứ của kế hoạch.", nameof(form.Keep));
        }
    }
}

/// <summary>Changes a legal basis, provided that nobody did since the form was opened.</summary>
public sealed class ChangeBasis(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, int basisId, BasisForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireBasis(plan, basisId);
        plan.ChangeBasis(current.Actor, basisId, form.ToDescription());
        db.Expect(plan.Bases.Single(row => row.Id == basisId), form.Version);
        await db.SavePlan(plan);
    }
}

/// <summary>Moves a legal basis one place up or down.</summary>
public sealed class MoveBasis(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, MoveForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        RuleViolation.Require((form.Up ?? form.Down) is not null, "Chọn căn cứ cần chuyển.");
        var basisId = (form.Up ?? form.Down)!.Value;
        await db.RequireBasis(plan, basisId);
        plan.MoveBasis(current.Actor, basisId, form.Up is null ? 1 : -1);
        await db.SavePlan(plan);
    }
}

/// <summary>Removes a legal basis.</summary>
public sealed class RemoveBasis(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, int basisId, RemoveForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireBasis(plan, basisId);
        var basis = plan.RemoveBasis(current.Actor, basisId);
        db.Remove(basis);
        db.Expect(basis, form.Version);
        await db.SavePlan(plan);
    }
}
