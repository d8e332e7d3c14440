using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>An authority opens a year of its cluster (mở năm thi đua) with members, leader and deputies.</summary>
public sealed class OpenYear(PortalDb db, CurrentActor current, OrganizationsToChoose organizations)
{
    public async Task<int> Handle(int authorityId, int clusterId, OpenYearForm form)
    {
        var cluster = await db.Clusters.OneAsync(row => row.Id == clusterId && row.AuthorityId == authorityId);
        RuleViolation.Require(!await db.ClusterYears.AnyAsync(row => row.ClusterId == clusterId && row.Year == form.Year), $"Năm {form.Year} của cụm, khối đã được mở.", nameof(form.Year));
        var from = form.FromOn!.Value;
        var year = new ClusterYear(current.Actor, cluster, form.Year!.Value, form.ToParameters(), form.Document.ToReference());
        foreach (var member in await organizations.OnDay(form.Ticked(), from, nameof(form.MemberIds)))
        {
            year.AddMember(current.Actor, member.Id, member.Name, from);
        }

        Appoint(year, form, from);
        db.Add(year);
        await Save(form);
        return year.Id;
    }

    private void Appoint(ClusterYear year, OpenYearForm form, DateOnly from)
    {
        if (form.LeaderId is { } leader)
        {
            year.AppointLeader(current.Actor, leader, from);
        }

        foreach (var deputy in new[] { form.FirstDeputyId, form.SecondDeputyId }.OfType<int>())
        {
            year.AppointDeputy(current.Actor, deputy, from);
        }
    }

    private async Task Save(OpenYearForm form)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException && db.IsUniqueViolation(failure))
        {
            throw new RuleViolation($"Năm {form.Year} của cụm, khối vừa được người khác mở.", nameof(form.Year));
        }
    }
}
