using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Plans;

/// <summary>Adds a conference, a deadline or an assignment to a section.</summary>
public sealed class AddBlock(PortalDb db, CurrentActor current)
{
    public async Task<int> Handle(int planId, BlockForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireSection(plan, form.SectionId!.Value);
        var block = plan.AddBlock(current.Actor, form.SectionId.Value, form.ToContent(), form.IsInText);
        await db.SavePlan(plan);
        return block.Id;
    }
}

/// <summary>Changes a block, provided that nobody did since the form was opened.</summary>
public sealed class ChangeBlock(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, int blockId, BlockForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireBlock(plan, blockId);
        await db.RequireSection(plan, form.SectionId!.Value);
        plan.ChangeBlock(current.Actor, blockId, form.SectionId.Value, form.ToContent(), form.IsInText);
        db.Expect(plan.Blocks.Single(row => row.Id == blockId), form.Version);
        await db.SavePlan(plan);
    }
}

/// <summary>Removes a block.</summary>
public sealed class RemoveBlock(PortalDb db, CurrentActor current)
{
    public async Task Handle(int planId, int blockId, RemoveForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireBlock(plan, blockId);
        var block = plan.RemoveBlock(current.Actor, blockId);
        db.Remove(block);
        db.Expect(block, form.Version);
        await db.SavePlan(plan);
    }
}
