using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Organizations;

/// <summary>Organizations and kinds of a test's own.</summary>
public static class OrganizationInTest
{
    public static async Task<HttpClient> AnAdministrator(this Portal portal) => portal.As((await portal.AnAccount(isAdministrator: true)).Id);

    public static Task<int> AKind(this Portal portal, string name) => portal.WithDb(async db =>
    {
        var kind = new OrganizationKind(name, 9);
        db.Add(kind);
        await db.SaveChangesAsync();
        return kind.Id;
    });

    public static async Task<int> AnOrganization(this Portal portal, string name, int? kindId = null)
    {
        var kind = kindId ?? await portal.AKind($"Loại {Portal.Next()}");
        return await portal.WithDb(async db =>
        {
            var made = new Organization(Actor.Portal, new($"M{Portal.Next()}", name, name, kind));
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
    }

    public static Task<int> Merge(this Portal portal, int id, int successorId, DateOnly lastOn) => portal.WithDb(async db =>
    {
        (await db.Organizations.FindAsync(id))!.Merge(Actor.Portal, successorId, lastOn);
        return await db.SaveChangesAsync();
    });
}
