using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>The leader writes a requirement by hand.</summary>
public sealed class AddRequirement(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<int> Handle(RequirementForm form)
    {
        var requirement = new ReportRequirement(current.Actor, year.Year.Year, form.ToTerms(), year.Year.Parameters.WaitsForWorkingDay);
        db.Add(requirement);
        db.First(() => RequireNew(requirement)); // also where it is sent twice
        await db.SaveChangesAsync();
        return requirement.Id;
    }

    private async Task RequireNew(ReportRequirement requirement) =>
        RuleViolation.Require(
            !await db.ReportRequirements.AnyAsync(row => row.Title == requirement.Title && row.Period == requirement.Period && row.State != RequirementState.Dropped && row.State != RequirementState.Withdrawn),
            "Đã có yêu cầu báo cáo cùng tên, cùng kỳ.",
            nameof(RequirementForm.Title));
}

/// <summary>The leader changes a draft.</summary>
public sealed class EditRequirement(PortalDb db, CurrentActor current)
{
    public async Task Handle(int requirementId, RequirementForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        requirement.Describe(current.Actor, form.ToTerms());
        db.Expect(requirement, form.Version);
        await db.SaveChangesAsync();
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
public sealed class TakeFromPlan(PortalDb db, CurrentActor current, CurrentYear year, ListPlanned planned)
{
    public async Task<IReadOnlyList<ReportRequirement>> Handle(TakeFromPlanForm form)
    {
        var chosen = (await planned.Handle()).Where(row => form.BlockIds.Contains(row.BlockId)).ToList();
        RuleViolation.Require(chosen.Count == form.BlockIds.Distinct().Count() && chosen.TrueForAll(row => row.TakenBy is null), "Có thời hạn vừa được lập yêu cầu báo cáo hoặc không còn trong kế hoạch. Xem lại rồi chọn.", nameof(form.BlockIds));
        IReadOnlyList<ReportRequirement> made = [.. chosen.Select(row => Make(row.BlockId, row.Content))];
        db.AddRange(made);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            throw new RuleViolation("Thời hạn này vừa được lập yêu cầu báo cáo.", nameof(form.BlockIds));
        }

        return made;
    }

    private ReportRequirement Make(int blockId, DeadlineContent content)
    {
        var terms = new RequirementTerms(content.Kind, Capital(content.Name)) { OwedBy = content.OwedBy, When = content.When, Recipient = RecipientOf(content), FromBlockId = blockId };
        var requirement = new ReportRequirement(current.Actor, year.Year.Year, terms, year.Year.Parameters.WaitsForWorkingDay);
        foreach (var item in ItemsOf(content))
        {
            requirement.AddItem(current.Actor, item);
        }

        return requirement;
    }

    // A deadline that names no package is a package of the one report.
    private static IEnumerable<ItemDescription> ItemsOf(DeadlineContent content) => content.Required.Count + content.Optional.Count == 0
        ? [new(Capital(content.Name))]
        : content.Required.Select(name => new ItemDescription(Capital(name))).Concat(content.Optional.Select(name => new ItemDescription(Capital(name), IsRequired: false))).DistinctBy(item => item.Name.ToUpperInvariant());

    private static ReportRecipient RecipientOf(DeadlineContent content)
    {
        var mail = content.Address?.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal))?.Trim('.', ':');
        return new() { Name = content.Recipient, Through = content.Through, Address = content.Address, Mail = mail };
    }

    private static string Capital(string text) => $"{char.ToUpper(text[0], System.Globalization.CultureInfo.InvariantCulture)}{text[1..].TrimEnd('.', ';', ',')}";
}
