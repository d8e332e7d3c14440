using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Ranking;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The northern departments of home affairs after their annual conference: all appraised, results adopted, waiting for the ministry.</summary>
internal static class DemoNorth
{
    private const string Leader = "31";
    private const string Deputy = "36";

    public static async Task Plant(DemoStage stage, ClusterYear year)
    {
        await DemoRegulation.Plant(stage, year, DemoPeople.ClerkOf(Leader));
        year.Start(stage.ActAs(DemoPeople.ClerkOf(Leader), year), new(2020, 3, 26, 2, 0, 0, DateTimeKind.Utc));
        await stage.Db.SaveChangesAsync();
        var scheme = await Scheme.Issue(stage, year);
        year.BeginReview(stage.ActAs(DemoPeople.ClerkOf(Leader), year), new(2020, 11, 20, 1, 0, 0, DateTimeKind.Utc));
        await stage.Db.SaveChangesAsync();
        var scores = new DemoScores(stage, year, scheme, new("north"), DemoOrganizations.HomeAffairsOf);
        await Score(scores);
        await Adopt(stage, year);
    }

    private static async Task Score(DemoScores scores)
    {
        var day = new DateTime(2020, 11, 12, 2, 0, 0, DateTimeKind.Utc);
        foreach (var unit in DemoOrganizations.North)
        {
            await scores.Enter(unit, day);
            await scores.Submit(unit, day.AddHours(7));
            day = day.AddDays(1);
        }

        day = new(2020, 11, 24, 1, 30, 0, DateTimeKind.Utc);
        foreach (var unit in DemoOrganizations.North)
        {
            await scores.Appraise(unit, unit == Leader ? Deputy : Leader, day);
            day = day.AddHours(2);
        }
    }

    // Through the same use cases as in the portal, with the clock of 2020.
    private static async Task Adopt(DemoStage stage, ClusterYear year)
    {
        stage.ActAs(DemoPeople.HeadOf(Leader), year);
        var (ranking, entered) = (await stage.Db.Rankings.SingleAsync(), DemoStage.Enter(year));
        var options = Microsoft.Extensions.Options.Options.Create(new Files.FilesOptions());
        var files = new Files.FileStore(stage.Db, new Files.FolderOfFiles(options), new Files.Scanner(options, Microsoft.Extensions.Logging.Abstractions.NullLogger<Files.Scanner>.Instance), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Files.FileStore>.Instance); // no paper here bears a scan
        await new CloseEntry(stage.Db, stage.Current, entered, new At(new(2020, 11, 30, 2, 0, 0, DateTimeKind.Utc)), files).Handle(new() { Version = ranking.Version }, default);
        await new PublishDraftResults(stage.Db, stage.Current, entered, new At(new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc)), files).Handle(new() { Version = ranking.Version }, default);
        var results = await ResultsInMaking.Load(stage.Db, entered.Year, ScoreStage.Appraised);
        var minutes = new DocumentForm { Number = "07/BB-CTĐ", IssuedOn = new(2020, 12, 4), Issuer = year.Name, Abstract = "Biên bản Hội nghị tổng kết hoạt động năm 2020 của Cụm thi đua các tỉnh, thành Bắc Bộ" };
        var form = new AdoptResults.Form
        {
            Version = ranking.Version,
            Document = minutes,
            Honours = [.. Adoption.Default(year.Parameters.Honours, results.Snapshot()).Select(given => new AdoptResults.HonourLine { UnitId = given.UnitId, Honour = given.Honour })],
        };
        await new AdoptResults(stage.Db, stage.Current, entered, new At(new(2020, 12, 4, 4, 30, 0, DateTimeKind.Utc)), files).Handle(form, default);
    }

    private static DemoScheme Scheme => new(
        "provincial-block",
        "Bảng tiêu chí và thang điểm thi đua năm 2020 của Cụm thi đua các tỉnh, thành Bắc Bộ",
        Leader,
        new("815/HD-CTĐ", new(2020, 4, 10), "Cụm thi đua các tỉnh, thành Bắc Bộ", "Hướng dẫn chấm điểm thi đua năm 2020"),
        new(2020, 11, 10),
        new(2020, 4, 6, 3, 0, 0, DateTimeKind.Utc),
        new(2020, 4, 10, 8, 0, 0, DateTimeKind.Utc));

    /// <summary>A clock that stands still.</summary>
    private sealed class At(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc);
    }
}
