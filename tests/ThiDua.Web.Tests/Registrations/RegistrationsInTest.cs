using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Registrations;

/// <summary>Registrations put into the state that a test begins with.</summary>
public static class RegistrationsInTest
{
    /// <summary>Each unit is writing one: a target of I.1 and a title.</summary>
    public static async Task Registrations(this ClusterYearInTest year, Portal portal)
    {
        foreach (var unit in year.Units)
        {
            await year.ARegistration(portal, unit, isRegistered: false);
        }
    }

    /// <summary>A target of I.1 and a title, registered by the head or still being written.</summary>
    public static Task<int> ARegistration(this ClusterYearInTest year, Portal portal, UnitInTest unit, decimal value = 7, bool isRegistered = true) => portal.WithDb(
        async db =>
        {
            var by = year.Acting(unit, Capacity.Head);
            var leaf = await db.Criteria.Where(row => row.Code == "I.1").Select(row => new { row.Id, row.Name, row.Unit }).SingleAsync();
            var registration = new Registration(by, unit.Id, unit.Name);
            registration.AddTarget(by, new(leaf.Id, leaf.Name, leaf.Unit, value, TargetSource.Registered), ClusterYearInTest.Now);
            registration.AddTitle(by, new("Cờ thi đua của Chính phủ", TitleFor.Unit), ClusterYearInTest.Now);
            db.Add(registration);
            await db.SaveChangesAsync();
            if (isRegistered)
            {
                registration.Register(by, new(ClusterYearInTest.Now));
                await db.SaveChangesAsync();
            }

            return registration.Id;
        },
        year.Acting(unit, Capacity.Head));

    public static string Registration(this ClusterYearInTest year, UnitInTest unit, string path = "") => $"{year.Url}/dang-ky/{unit.Id}{path}";

    public static Task<Registration> StoredRegistration(this ClusterYearInTest year, Portal portal, UnitInTest unit) => portal.WithDb(
        db => db.Registrations.AsNoTracking().Include(row => row.Targets).Include(row => row.Titles).Include(row => row.History).SingleAsync(row => row.UnitId == unit.Id), year.Acting(unit, Capacity.Head));

    /// <summary>Types the registered target of a leaf on the page of all leaves.</summary>
    public static async Task<HttpResponseMessage> FillTarget(this ClusterYearInTest year, Portal portal, UnitInTest unit, string code, string value)
    {
        var (clerk, leaf) = (year.ClerkOf(unit), await year.LeafId(portal, code));
        var page = await clerk.See(year.Registration(unit, "/chi-tieu/nhap-nhanh"));
        return await clerk.Submit(page.FormTo("/nhap-nhanh"), (page.QuerySelector($"#gia-tri-{leaf}")!.GetAttribute("name")!, value));
    }

    /// <summary>The head registers on the page.</summary>
    public static async Task<HttpResponseMessage> Register(this ClusterYearInTest year, UnitInTest unit)
    {
        var head = year.HeadOf(unit);
        return await head.Submit((await head.See(year.Registration(unit, "/duyet"))).FormTo("/duyet"));
    }

    /// <summary>Opens it again by a document of this day.</summary>
    public static async Task<HttpResponseMessage> Adjust(this ClusterYearInTest year, UnitInTest unit, string issuedOn)
    {
        var clerk = year.ClerkOf(unit);
        return await clerk.Submit((await clerk.See(year.Registration(unit, "/dieu-chinh"))).FormTo("/dieu-chinh"), ("Document.Number", "900/UBND-TH"), ("Document.IssuedOn", issuedOn), ("Document.Issuer", "UBND tỉnh"));
    }
}
