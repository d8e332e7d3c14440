using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>A requirement of six items that a thousand units owe: one unit and its report as the domain makes them, copied in the database.</summary>
internal static class ThousandUnits
{
    private const int Base = 5_000_000;

    public static async Task<(ClusterYearInTest Year, int Requirement)> Make(Portal portal, int units)
    {
        var year = await ClusterYearInTest.Make(portal);
        var requirement = await year.ARequirement(portal, "đến hết ngày 10/7/2020", isAnnounced: false);
        var by = year.Acting(year.Leader, Capacity.Clerk);
        await portal.WithDb(
            async db =>
            {
                var row = await db.ReportRequirements.Include(one => one.Items).SingleAsync(one => one.Id == requirement);
                Enumerable.Range(3, 4).ToList().ForEach(number => row.AddItem(by, new($"Thành phần thứ {number}", IsRequired: false)));
                row.Announce(by, new(ReportsInTest.InTime(row)));
                return await db.SaveChangesAsync();
            },
            by);
        var report = await year.AReport(portal, requirement, year.Member);
        if (units > year.Units.Count)
        {
            await portal.WithDb(db => Copy(db, year, requirement, report, units - year.Units.Count));
        }

        return (year, requirement);
    }

    private static async Task<int> Copy(PortalDb db, ClusterYearInTest year, int requirement, int report, int times)
    {
        var member = year.Member.Id.ToString(CultureInfo.InvariantCulture);
        await Copy<Organization>(db, $"Id = {member}", times, ("Id", $"{Base} + n.i"), ("Code", "'B' || n.i"), ("Name", "'Xã thứ ' || n.i"));
        await Copy<Membership>(db, $"OrganizationId = {member} AND ClusterYearId = {year.Id}", times, ("OrganizationId", $"{Base} + n.i"), ("NameThen", "'Xã thứ ' || n.i"));
        await Copy<ReportSubmission>(db, $"Id = {report}", times, ("Id", $"{Base} + n.i"), ("UnitId", $"{Base} + n.i"), ("UnitName", "'Xã thứ ' || n.i"));
        foreach (var item in await db.RequirementItems.IgnoreQueryFilters().Where(row => row.RequirementId == requirement).Select(row => row.Id).ToListAsync())
        {
            await Copy<SubmittedFile>(db, $"SubmissionId = {report}", times, ("SubmissionId", $"{Base} + n.i"), ("ItemId", item.ToString(CultureInfo.InvariantCulture)));
        }

        return times;
    }

    private static Task<int> Copy<T>(PortalDb db, string which, int times, params (string Column, string Value)[] changed)
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableMappings().First().Table;
        var columns = table.Columns.Select(column => column.Name).Where(name => name != "Id" || changed.Any(one => one.Column == "Id")).ToList();
        var values = columns.Select(name => changed.FirstOrDefault(one => one.Column == name).Value ?? $"t.\"{name}\"");
        var sql = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) SELECT {string.Join(", ", values)} FROM n, (SELECT * FROM \"{table.Name}\" WHERE {which} LIMIT 1) AS t";
        return db.Database.ExecuteSqlRawAsync(sql);
    }
}
