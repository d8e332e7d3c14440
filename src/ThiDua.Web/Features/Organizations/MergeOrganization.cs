using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Organizations;

/// <summary>Sáp nhập: from the day after the last one the successor stands in the organization's place; earlier years keep its name.</summary>
public sealed class MergeOrganization(PortalDb db, CurrentActor current, OrganizationByText organizations)
{
    public async Task Handle(int organizationId, MergeForm form)
    {
        var organization = await db.Organizations.OneAsync(row => row.Id == organizationId);
        db.Expect(organization, form.Version);
        var successor = await organizations.Handle(form.Successor!, form.LastOn!.Value.AddDays(1), nameof(form.Successor));
        RuleViolation.Require(successor.Id != organizationId, "Đơn vị kế thừa phải là đơn vị khác.", nameof(form.Successor));
        RuleViolation.Require(organization.ValidFromOn is not { } from || form.LastOn >= from, $"Ngày cuối cùng không được trước ngày bắt đầu {organization.ValidFromOn:dd/MM/yyyy}.", nameof(form.LastOn));
        await OrganizationTree.RequireNotAbove(db, organizationId, successor, row => row.SuccessorId, "Đơn vị kế thừa đã được sáp nhập vào chính đơn vị này.", nameof(form.Successor));
        organization.Merge(current.Actor, successor.Id, form.LastOn.Value);
        await db.SaveChangesAsync();
    }
}
