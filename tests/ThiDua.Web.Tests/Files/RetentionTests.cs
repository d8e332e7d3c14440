using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Audit;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Reports;

namespace ThiDua.Web.Tests.Files;

/// <summary>What nobody uses any more is removed after its time; what a row points at never is.</summary>
public sealed class RetentionTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly DateTime Long = DateTime.UtcNow.AddDays(-40);

    private string PathOf(string sha256) => Path.Combine(portal.Folder, "files", sha256[..2], sha256);

    private async Task<StoredFile> Store(byte[] content)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        return await scope.ServiceProvider.GetRequiredService<FileStore>().Receive(new MemoryStream(content), "a.pdf", CancellationToken.None);
    }

    private async Task Age(string sha256)
    {
        File.SetLastWriteTimeUtc(PathOf(sha256), Long);
        await portal.WithDb(db => db.StoredFiles.Where(row => row.Sha256 == sha256).ExecuteUpdateAsync(set => set.SetProperty(row => row.StoredAt, Long)));
    }

    private async Task<int> Run()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        return await scope.ServiceProvider.GetRequiredService<RemoveUnused>().Run(CancellationToken.None);
    }

    [Fact]
    public async Task A_file_that_nobody_points_at_is_removed_after_its_time_and_what_a_former_version_holds_stays()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Member);
        var submitted = (await year.StoredReport(portal, id, year.Member)).Files[0].File;
        var (unused, young, sentAgain, bytes) = (await Store(EvidenceInTest.APdf()), await Store(EvidenceInTest.APdf()), EvidenceInTest.APdf(), "no row was ever written"u8.ToArray());
        var again = await Store(sentAgain);
        var orphan = new string('0', 64);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(orphan))!);
        await File.WriteAllBytesAsync(PathOf(orphan), bytes);
        foreach (var file in new[] { submitted.Sha256, unused.Sha256, again.Sha256, orphan })
        {
            await Age(file);
        }

        (await Store(sentAgain)).Id.ShouldBe(again.Id);
        (await Run()).ShouldBe(2);
        File.Exists(PathOf(submitted.Sha256)).ShouldBeTrue("a submission points at it");
        File.Exists(PathOf(unused.Sha256)).ShouldBeFalse();
        File.Exists(PathOf(orphan)).ShouldBeFalse();
        File.Exists(PathOf(young.Sha256)).ShouldBeTrue("its time is not over");
        File.Exists(PathOf(again.Sha256)).ShouldBeTrue("somebody has just sent it again");
        (await portal.WithDb(db => db.StoredFiles.CountAsync(row => row.Sha256 == unused.Sha256))).ShouldBe(0);
        (await Run()).ShouldBe(0);
        File.Exists(PathOf((await Store(EvidenceInTest.Pdf)).Sha256)).ShouldBeTrue();
    }

    [Fact]
    public void Every_column_that_names_a_file_is_a_foreign_key_to_it()
    {
        using var scope = portal.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<PortalDb>().Model;
        var pointers = model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(int) || property.ClrType == typeof(int?))
            .Where(property => property.Name.EndsWith("FileId", StringComparison.Ordinal) || property.Name.EndsWith("ScanId", StringComparison.Ordinal) || property.Name is "PdfId" or "DocxId").ToList();
        pointers.Count.ShouldBeGreaterThan(11);
        pointers.Where(property => !property.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(StoredFile)))
            .Select(property => $"{property.DeclaringType.Name}.{property.Name}").ShouldBeEmpty("what is no foreign key would be removed as unused");
    }

    [Fact]
    public async Task C4_Two_servers_that_store_and_remove_one_content_at_once_lose_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("thidua-shared-").FullName;
        var (servers, sha256) = (Enumerable.Range(0, 2).Select(_ => new FolderOfFiles(Options.Create(new FilesOptions { Root = folder }))).ToList(), new string('a', 64));
        var content = new byte[200_000];
        Random.Shared.NextBytes(content);
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (turn, cancellationToken) =>
        {
            var server = servers[turn % 2];
            if (turn % 5 == 4)
            {
                server.Remove(sha256, FileStanding.Clear, DateTime.UtcNow.AddMinutes(-1));
                return;
            }

            var temporary = server.NewTemporary();
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            server.Keep(temporary, sha256, FileStanding.Clear);
            await using var opened = servers[(turn + 1) % 2].Open(sha256, FileStanding.Clear);
            opened.ShouldNotBeNull();
            opened.Length.ShouldBe(content.Length, "never a half");
        });
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task C4_Two_servers_that_take_the_same_upload_at_once_keep_one_file_and_one_row()
    {
        var pdf = EvidenceInTest.APdf();
        await using var other = portal.WithWebHostBuilder(_ => { });
        var stored = await Task.WhenAll(Enumerable.Range(0, 12).Select(async turn =>
        {
            await using var scope = (turn % 2 == 0 ? portal.Services : other.Services).CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
            return (await scope.ServiceProvider.GetRequiredService<FileStore>().Receive(new MemoryStream(pdf), "a.pdf", CancellationToken.None)).Id;
        }));
        stored.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Pieces_cut_off_are_removed_after_a_day_by_whichever_server_comes_first_and_fresh_ones_stay()
    {
        var tmp = Directory.CreateDirectory(Path.Combine(portal.Folder, "files", "tmp")).FullName;
        for (var number = 0; number < 50; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(tmp, $"u-old{number}"), "piece", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(Path.Combine(tmp, $"u-old{number}"), DateTime.UtcNow.AddHours(-25));
        }

        await File.WriteAllTextAsync(Path.Combine(tmp, "u-fresh"), "piece", TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new RemoveUnfinished(Options.Create(new FilesOptions { Root = Path.Combine(portal.Folder, "files") }), TimeProvider.System).Run())));
        Directory.EnumerateFiles(tmp, "u-*").Select(Path.GetFileName).ShouldBe(["u-fresh"]);
    }
}
