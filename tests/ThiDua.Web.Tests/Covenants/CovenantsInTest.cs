using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Covenants;

/// <summary>Covenants put into the state that a test begins with.</summary>
public static class CovenantsInTest
{
    public const string Commitment = "Hoàn thành và vượt các chỉ tiêu kinh tế - xã hội được giao";

    public static byte[] AScan() => Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\n%%EOF\n");

    /// <summary>Of this year; open for signatures until 2035 unless it stays a draft.</summary>
    public static Task<int> ACovenant(this ClusterYearInTest year, Portal portal, bool isOpen = true, int forYear = 2020) => year.WithCovenants(portal, async db =>
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        var covenant = new Covenant(by, new($"Giao ước thi đua năm {forYear} của Cụm") { Preamble = "Các đơn vị trong Cụm thống nhất ký kết giao ước **thi đua** với các nội dung sau:", Commitments = [Commitment, "Không để xảy ra <script>alert(1)</script> tiêu cực"], Witness = "ĐẠI DIỆN BỘ NỘI VỤ", SignBy = new(2035, 12, 31) }, forYear, 2020);
        db.Add(covenant);
        await db.SaveChangesAsync();
        if (isOpen)
        {
            covenant.OpenSigning(by, new(ClusterYearInTest.Now));
            await db.SaveChangesAsync();
        }

        return covenant.Id;
    });

    /// <summary>Signed on a scan at the ceremony by these units; gives the ids of their signatures.</summary>
    public static async Task<IReadOnlyList<int>> SignAtCeremony(this ClusterYearInTest year, Portal portal, int covenantId, params UnitInTest[] units)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var by = year.Acting(year.Leader, Capacity.Clerk);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(by);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var scan = await scope.ServiceProvider.GetRequiredService<FileStore>().Receive(new MemoryStream(AScan()), "giao-uoc.pdf", CancellationToken.None);
        var covenant = await db.Covenants.Include(row => row.Signings).SingleAsync(row => row.Id == covenantId);
        covenant.RecordCeremony(by, year.PartiesInTest(), covenant.TextSha256, units.ToDictionary(unit => unit.Id, unit => new SignedBy($"Ông Ký {unit.Id}", "Chủ tịch", new(2020, 12, 1), scan.Id)), ClusterYearInTest.Now);
        await db.SaveChangesAsync();
        return [.. covenant.Valid.Where(signing => units.Any(unit => unit.Id == signing.UnitId)).Select(signing => signing.Id)];
    }

    public static CovenantParties PartiesInTest(this ClusterYearInTest year) => new([.. year.Units.Select(unit => new CovenantParty(unit.Id, unit.Name))]);

    public static string Covenant(this ClusterYearInTest year, int covenantId, string path = "") => $"{year.Url}/giao-uoc/{covenantId}{path}";

    public static Task<Covenant> StoredCovenant(this ClusterYearInTest year, Portal portal, int covenantId) =>
        year.WithCovenants(portal, db => db.Covenants.AsNoTracking().Include(row => row.Signings).Include(row => row.History).SingleAsync(row => row.Id == covenantId));

    /// <summary>Lets the day by which the units sign be that of today.</summary>
    public static Task<int> TheDayHasCome(this ClusterYearInTest year, Portal portal, int covenantId) =>
        year.WithCovenants(portal, db => db.Covenants.Where(row => row.Id == covenantId).ExecuteUpdateAsync(set => set.SetProperty(row => row.SignBy, new DateOnly(2021, 1, 20))));

    public static Task<T> WithCovenants<T>(this ClusterYearInTest year, Portal portal, Func<PortalDb, Task<T>> work) => portal.WithDb(work, year.Acting(year.Leader, Capacity.Clerk));

    /// <summary>The head's browser, with a password of their own.</summary>
    public static async Task<HttpClient> HeadWithPassword(this ClusterYearInTest year, Portal portal, UnitInTest unit)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        (await users.AddPasswordAsync((await users.FindByIdAsync($"{unit.HeadId}"))!, Accounts.Accounts.Password)).Succeeded.ShouldBeTrue();
        return year.HeadOf(unit);
    }

    /// <summary>Fills the form as the user sees it and posts it with a file.</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient client, IHtmlFormElement form, string field, params (string Name, string Value)[] typed)
    {
        using var content = new MultipartFormDataContent();
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input is { Type: not ("file" or "checkbox"), Name: not null } && typed.All(one => one.Name != input.Name)))
        {
            content.Add(new StringContent(input.Value), input.Name!);
        }

        foreach (var (name, value) in typed)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(AScan()), field, "trang ký.pdf");
        return await client.PostAsync(new Uri(form.Action).PathAndQuery, content);
    }

    /// <summary>Signs on the portal.</summary>
    public static async Task<HttpResponseMessage> TrySigning(this ClusterYearInTest year, HttpClient head, int covenantId, string password = Accounts.Accounts.Password) =>
        await head.Submit((await head.See(year.Covenant(covenantId, "/ky"))).FormTo("/ky"), ("Password", password));

    public static Task<StoredFile> FileOf(this ClusterYearInTest year, Portal portal, int fileId) => year.WithCovenants(portal, db => db.StoredFiles.AsNoTracking().SingleAsync(row => row.Id == fileId));
}
