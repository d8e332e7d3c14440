using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Organizations;

/// <summary>Adds an organization, or writes an existing one anew.</summary>
public sealed class SaveOrganization(PortalDb db, CurrentActor current, OrganizationByText organizations, TimeProvider clock)
{
    /// <param name="organizationId">Null for a new one.</param>
    /// <param name="form">What was typed.</param>
    public async Task<int> Handle(int? organizationId, OrganizationForm form)
    {
        var existing = organizationId is { } id ? await db.Organizations.OneAsync(row => row.Id == id) : null;
        RuleViolation.Require(await db.OrganizationKinds.AnyAsync(kind => kind.Id == form.KindId), "Chọn loại đơn vị.", nameof(form.KindId));
        await RequireFreeCode(form.Code!, organizationId);
        var parent = await Typed(form.Parent, organizationId, nameof(form.Parent));
        await OrganizationTree.RequireNotAbove(db, organizationId, parent, row => row.ParentId, "Đơn vị này đang là cấp trên của đơn vị vừa nhập.", nameof(form.Parent));
        var description = form.Describe(parent?.Id, (await Typed(form.AdvisingBody, organizationId, nameof(form.AdvisingBody)))?.Id);
        var organization = existing ?? new Organization(current.Actor, description);
        if (existing is null)
        {
            db.Add(organization);
        }
        else
        {
            db.Expect(existing, form.Version);
            existing.Describe(current.Actor, description);
        }

        await Save(form.Code!);
        return organization.Id;
    }

    private async Task<Organization?> Typed(string? text, int? exceptId, string field)
    {
        var found = Text.Clean(text) is { } typed ? await organizations.Handle(typed, Days.Today(clock), field) : null;
        RuleViolation.Require(found is null || found.Id != exceptId, "Nhập một đơn vị khác với chính đơn vị này.", field);
        return found;
    }

    private async Task RequireFreeCode(string typed, int? exceptId)
    {
        var code = Text.Clean(typed);
        RuleViolation.Require(!await db.Organizations.AnyAsync(row => row.Code == code && row.Id != exceptId), CodeTaken(typed), nameof(OrganizationForm.Code));
    }

    // Two administrators may have taken the same code at once.
    private Task Save(string code) =>
        db.SaveOnce(CodeTaken(code), nameof(OrganizationForm.Code));

    private static string CodeTaken(string code) => $"Mã “{Text.Clean(code)}” đã dùng cho đơn vị khác.";
}
