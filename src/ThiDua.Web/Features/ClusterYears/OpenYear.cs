using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>An authority opens a year of its cluster (mở năm thi đua) with members, leader and deputies.</summary>
public sealed class OpenYear(PortalDb db, CurrentActor current, OrganizationsToChoose organizations, RegulationsOfCluster regulations)
{
    public async Task<int> Handle(int authorityId, int clusterId, OpenYearForm form)
    {
        var cluster = await db.Clusters.OneAsync(row => row.Id == clusterId && row.AuthorityId == authorityId);
        RuleViolation.Require(!await db.ClusterYears.AnyAsync(row => row.ClusterId == clusterId && row.Year == form.Year), $"Năm {form.Year} của cụm, khối đã được mở.", nameof(form.Year));
        var from = form.FromOn!.Value;
        var year = await Opened(cluster, form, from);
        foreach (var member in await organizations.OnDay(form.Ticked(), from, nameof(form.MemberIds)))
        {
            year.AddMember(current.Actor, member.Id, member.Name, from);
        }

        Appoint(year, form, from);
        db.Add(year);
        await Save(form);
        return year.Id;
    }

    // By the regulation in force on the first day; without one, by what is typed.
    private async Task<ClusterYear> Opened(Cluster cluster, OpenYearForm form, DateOnly from)
    {
        var (number, naming) = (form.Year!.Value, form.Document.ToReference());
        return await regulations.InForceOn(cluster.Id, from) is { } regulation
            ? ClusterYear.Under(regulation.ToTake(), current.Actor, cluster, number, naming)
            : new(current.Actor, cluster, number, form.ToParameters(), naming);
    }

    private void Appoint(ClusterYear year, OpenYearForm form, DateOnly from)
    {
        if (form.LeaderId is { } leader)
        {
            year.AppointLeader(current.Actor, leader, from);
        }

        List<int> deputies = [.. new[] { form.FirstDeputyId, form.SecondDeputyId }.OfType<int>()];
        var most = year.Parameters.Deputies;
        RuleViolation.Require(deputies.Count <= most, $"Theo Quy chế đang có hiệu lực, cụm, khối {(most == 0 ? "không có đơn vị phó" : $"có nhiều nhất {most:00} đơn vị phó")}.", deputies.Count > 1 && most > 0 ? nameof(form.SecondDeputyId) : nameof(form.FirstDeputyId));
        foreach (var deputy in deputies)
        {
            year.AppointDeputy(current.Actor, deputy, from);
        }
    }

    private Task Save(OpenYearForm form) =>
        db.SaveOnce($"Năm {form.Year} của cụm, khối vừa được người khác mở.", nameof(form.Year));
}
