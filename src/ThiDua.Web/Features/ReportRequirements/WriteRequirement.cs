using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>The leader writes a requirement by hand; what the leader itself owes is a package of the one report, unless changed.</summary>
public sealed class AddRequirement(PortalDb db, CurrentActor current, CurrentYear year, SaveRequirements save)
{
    public async Task<int> Handle(RequirementForm form)
    {
        var requirement = new ReportRequirement(current.Actor, year.Year.Year, form.ToTerms(), year.Year.Parameters.WaitsForWorkingDay);
        if (requirement.OwedBy == OwedBy.Leader)
        {
            requirement.AddItem(current.Actor, new(requirement.Title));
        }

        db.Add(requirement);
        await save.Handle([requirement], nameof(RequirementForm.Title));
        return requirement.Id;
    }
}

/// <summary>The leader changes a draft.</summary>
public sealed class EditRequirement(PortalDb db, CurrentActor current, SaveRequirements save)
{
    public async Task Handle(int requirementId, RequirementForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        requirement.Describe(current.Actor, form.ToTerms());
        db.Expect(requirement, form.Version);
        await save.Handle([requirement], nameof(RequirementForm.Title));
    }
}

/// <summary>Adds an item to the package.</summary>
public sealed class AddItem(PortalDb db, CurrentActor current)
{
    public async Task Handle(int requirementId, ItemForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        requirement.AddItem(current.Actor, form.ToDescription());
        await db.SaveChangesAsync();
    }
}

/// <summary>Changes an item of the package.</summary>
public sealed class ChangeItem(PortalDb db, CurrentActor current)
{
    public async Task Handle(int requirementId, int itemId, ItemForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        _ = requirement.Items.FirstOrDefault(row => row.Id == itemId) ?? throw new NotFound();
        db.Expect(requirement.ChangeItem(current.Actor, itemId, form.ToDescription()), form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Takes an item out of the package.</summary>
public sealed class RemoveItem(PortalDb db, CurrentActor current)
{
    public async Task Handle(int requirementId, int itemId, RemoveItemForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        _ = requirement.Items.FirstOrDefault(row => row.Id == itemId) ?? throw new NotFound();
        var item = requirement.RemoveItem(current.Actor, itemId);
        db.Remove(item);
        db.Expect(item, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Makes drafts of the deadlines that the leader chose among those of the plans in force.</summary>
public sealed class TakeFromPlan(PortalDb db, CurrentActor current, CurrentYear year, ListPlanned planned, SaveRequirements save)
{
    public async Task<IReadOnlyList<ReportRequirement>> Handle(TakeFromPlanForm form)
    {
        var chosen = (await planned.Handle()).Where(row => form.BlockIds.Contains(row.BlockId)).ToList();
        RuleViolation.Require(chosen.Count == form.BlockIds.Distinct().Count() && chosen.TrueForAll(row => row.TakenBy is null), "Có thời hạn vừa được lập yêu cầu báo cáo hoặc không còn trong kế hoạch. Xem lại rồi chọn.", nameof(form.BlockIds));
        IReadOnlyList<ReportRequirement> made = [.. chosen.Select(Make)];
        db.AddRange(made);
        await save.Handle(made, nameof(form.BlockIds));
        return made;
    }

    private ReportRequirement Make(PlannedReport planned)
    {
        var content = planned.Content;
        var terms = new RequirementTerms(content.Kind, planned.Title) { OwedBy = content.OwedBy, When = content.When, Recipient = RecipientOf(content), FromBlockId = planned.OriginId };
        var requirement = new ReportRequirement(current.Actor, year.Year.Year, terms, year.Year.Parameters.WaitsForWorkingDay);
        foreach (var item in ItemsOf(content))
        {
            requirement.AddItem(current.Actor, item);
        }

        return requirement;
    }

    // A deadline that names no package is a package of the one report.
    private static IEnumerable<ItemDescription> ItemsOf(DeadlineContent content) => content.Required.Count + content.Optional.Count == 0
        ? [new(PlannedReport.Capital(content.Name))]
        : content.Required.Select(name => new ItemDescription(PlannedReport.Capital(name))).Concat(content.Optional.Select(name => new ItemDescription(PlannedReport.Capital(name), IsRequired: false))).DistinctBy(item => item.Name.ToUpperInvariant());

    private static ReportRecipient RecipientOf(DeadlineContent content)
    {
        var mail = content.Address?.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal))?.Trim('.', ':');
        return new() { Name = content.Recipient, Through = content.Through, Address = content.Address, Mail = mail };
    }
}
