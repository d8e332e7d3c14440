using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Recipients;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Recipients;

/// <summary>Address books of clusters.</summary>
public static class RecipientsInTest
{
    public static Task<int> AContact(this ClusterYearInTest year, Portal portal, string? name = null, string? purpose = "để b/c")
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var contact = new Contact(by, await db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.ClusterId).SingleAsync(), new(ContactKind.Office, name ?? $"Ban Tuyên giáo {Portal.Next()}") { Purpose = purpose, Email = "vanthu@tinh.gov.vn" });
                db.Add(contact);
                await db.SaveChangesAsync();
                return contact.Id;
            },
            by);
    }

    public static Task<int> AGroup(this ClusterYearInTest year, Portal portal, params string[] lines)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var group = new RecipientGroup(by, await db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.ClusterId).SingleAsync(), $"Nơi nhận {Portal.Next()}", lines.Length > 0 ? lines : ["Hội đồng Thi đua - Khen thưởng Trung ương (để b/c)", "Các đơn vị thành viên"]);
                db.Add(group);
                await db.SaveChangesAsync();
                return group.Id;
            },
            by);
    }
}
