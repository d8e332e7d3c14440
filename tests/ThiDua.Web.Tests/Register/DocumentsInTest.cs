using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Documents.Signatures;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Register;

/// <summary>A portal on a machine without a browser: documents are issued, their PDF waits.</summary>
public sealed class PortalWithoutBrowser : Portal
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Pdf:BrowserPath", "/khong/co/trinh-duyet");
    }
}

/// <summary>Documents put on their way as a feature does it.</summary>
public static class DocumentsInTest
{
    public static OfficialDocument Text(string about = "Hoạt động của Cụm năm 2020", string kind = "Kế hoạch", string symbol = "KH-CTĐT") =>
        Samples.Plan with { Title = about, Number = null, IssuedOn = null, Year = 2020, Kind = kind, Abstract = about, Symbol = symbol, Annexes = [] };

    /// <summary>Works as somebody who entered the year, in a scope of its own.</summary>
    public static async Task<T> With<T>(this ClusterYearInTest year, Portal portal, Actor by, Func<Issuing, PortalDb, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(by);
        scope.ServiceProvider.GetRequiredService<CurrentYear>().Enter(new(year.Id, 2020, "Cụm thi đua thử", ClusterKind.Cum, ClusterYearStage.Running, "Cụm trưởng", "Cụm phó", year.Authority.Id, year.StandingBody.Id, [], []));
        return await work(scope.ServiceProvider.GetRequiredService<Issuing>(), scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>A document of the cluster, its text frozen for signature.</summary>
    public static Task<int> ASubmittedDocument(this ClusterYearInTest year, Portal portal, string about = "Hoạt động của Cụm năm 2020", DocumentKind kind = DocumentKind.Plan, string symbol = "KH-CTĐT", int? organizationId = null, Actor? by = null) =>
        year.With(portal, by ?? year.Acting(year.Leader, Capacity.Clerk), async (issuing, db) =>
        {
            var document = await issuing.Submit(new(kind, "Test", Portal.Next()) { OrganizationId = organizationId }, Text(about, symbol: symbol), issuing.Note());
            await db.SaveChangesAsync();
            return document.Id;
        });

    /// <summary>The same, signed and waiting for its number.</summary>
    public static async Task<int> ASignedDocument(this ClusterYearInTest year, Portal portal, string about = "Hoạt động của Cụm năm 2020", DocumentKind kind = DocumentKind.Plan, string symbol = "KH-CTĐT")
    {
        var id = await year.ASubmittedDocument(portal, about, kind, symbol);
        return await year.With(portal, year.Acting(year.Leader, Capacity.Head), async (issuing, db) =>
        {
            await issuing.Take(await db.IssuedDocuments.SingleAsync(row => row.Id == id), DocumentStep.Sign, issuing.Note());
            return id;
        });
    }

    /// <summary>Issued by the leader's head with this number, or the portal's own.</summary>
    public static async Task<int> AnIssuedDocument(this ClusterYearInTest year, Portal portal, int? number, string about = "Hoạt động của Cụm năm 2020", DocumentKind kind = DocumentKind.Plan, string symbol = "KH-CTĐT", DateOnly? on = null)
    {
        var id = await year.ASignedDocument(portal, about, kind, symbol);
        return await year.With(portal, year.Acting(year.Leader, Capacity.Head), async (issuing, db) =>
        {
            await issuing.Issue(await db.IssuedDocuments.SingleAsync(row => row.Id == id), number, on ?? new(2020, 7, 2), issuing.Note());
            return id;
        });
    }

    /// <summary>A scan of an issued document, waiting for a head; with the document's public token.</summary>
    public static async Task<(int CopyId, string Token)> AScannedCopy(this ClusterYearInTest year, Portal portal, int documentId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var by = year.Acting(year.Leader, Capacity.Head);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(by);
        var (db, files) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<FileStore>());
        var stored = await files.Receive(new MemoryStream(System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\n%%EOF\n")), "ban-quet.pdf", CancellationToken.None);
        var document = await db.IssuedDocuments.SingleAsync(row => row.Id == documentId);
        var copy = new SignedCopy(by, document, stored, "ban-quet.pdf", new SignedCopyFindings { Grade = SignedCopyGrade.Scan }.ToFound(), ClusterYearInTest.Now);
        db.Add(copy);
        await db.SaveChangesAsync();
        return (copy.Id, document.PublicToken);
    }

    public static Task<IssuedDocument> Document(this ClusterYearInTest year, Portal portal, int id) =>
        portal.WithDb(db => db.IssuedDocuments.AsNoTracking().Include(row => row.History).SingleAsync(row => row.Id == id), year.Acting(year.Leader, Capacity.Head));
}
