using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>Adds a figure that is asked for, or changes one.</summary>
public sealed class WriteFigure(PortalDb db, CurrentActor current)
{
    public async Task Handle(int requirementId, int? figureId, FigureForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        _ = figureId is null || requirement.Figures.Any(row => row.Id == figureId) ? requirement : throw new NotFound();
        RuleViolation.Require(form.LeafId is not { } leafId || await db.Criteria.AnyAsync(row => row.Id == leafId && row.Rule != null), "Chọn tiêu chí trong danh sách.", nameof(FigureForm.LeafId));
        if (figureId is { } id)
        {
            db.Expect(requirement.ChangeFigure(current.Actor, id, form.ToDescription()), form.Version);
        }
        else
        {
            requirement.AddFigure(current.Actor, form.ToDescription());
        }

        await db.SaveChangesAsync();
    }
}

/// <summary>Takes a figure out of the requirement.</summary>
public sealed class RemoveFigure(PortalDb db, CurrentActor current)
{
    public async Task Handle(int requirementId, int figureId, RemoveItemForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        _ = requirement.Figures.FirstOrDefault(row => row.Id == figureId) ?? throw new NotFound();
        var figure = requirement.RemoveFigure(current.Actor, figureId);
        db.Remove(figure);
        db.Expect(figure, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Asks for indicators that the units registered.</summary>
public sealed class TakeIndicators(PortalDb db, CurrentActor current, RegisteredIndicators registered)
{
    public async Task<int> Handle(int requirementId, TakeIndicatorsForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        var chosen = (await registered.Handle(requirement)).Where(row => form.Keys.Contains(row.Key) && !row.IsAsked).ToList();
        RuleViolation.Require(chosen.Count > 0, "Các chỉ tiêu đã chọn vừa được lấy vào yêu cầu, hoặc không còn trong đăng ký. Xem lại rồi chọn.", nameof(form.Keys));
        foreach (var row in chosen)
        {
            requirement.AddFigure(current.Actor, new(row.Name, row.Unit) { CriterionId = row.CriterionId, IsSummed = row.Unit is { } unit && !unit.Contains('%', StringComparison.Ordinal) });
        }

        await db.SaveChangesAsync();
        return chosen.Count;
    }
}
