using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office waits for from others in one cluster year.</summary>
internal static class AwaitedInYear
{
    private const int NamesShown = 5;

    public static IReadOnlyList<Awaited> For(YearInMotion year, Actor actor) => year.Year.Stage == ClusterYearStage.Concluded
        ? []
        : [.. Scheme(year, actor), .. Comments(year, actor), .. OwnSheet(year, actor), .. OthersSheets(year, actor), .. AwaitedReports.For(year, actor), .. Results(year, actor)];

    private static IEnumerable<Awaited> Scheme(YearInMotion year, Actor actor)
    {
        if (!year.IsIssued && !actor.CanInAnyWay(Permission.IssueScheme))
        {
            yield return new(year.Cluster, "Ban hành bảng tiêu chí và thang điểm", LeaderOf(year), year.Url("tieu-chi"));
        }
    }

    // Who sums comments up waits for those who have not answered.
    private static IEnumerable<Awaited> Comments(YearInMotion year, Actor actor) => year.Rounds
        .Where(round => round is { IsOpen: true, Waiting.Count: > 0 } && actor.Can(Permission.AnswerComments))
        .Select(round => new Awaited(year.Cluster, $"Góp ý dự thảo: {round.About} ({round.Waiting.Count} đơn vị)", Names(round.Waiting.Select(unit => unit.Name)), year.Url($"y-kien/{round.Id}/don-vi")));

    private static IEnumerable<Awaited> OwnSheet(YearInMotion year, Actor actor)
    {
        if (year.Sheets.FirstOrDefault(sheet => sheet.UnitId == actor.UnitId) is { } sheet && ScoreSheetWorkflow.OpenForAppraisal.Contains(sheet.State))
        {
            yield return new(year.Cluster, "Thẩm định bảng chấm điểm của đơn vị", AppraiserOf(year, sheet), year.Url($"cham-diem/{sheet.Id}"));
        }
    }

    // Who closes entry waits for those who have not submitted, and then for those who appraise.
    private static IEnumerable<Awaited> OthersSheets(YearInMotion year, Actor actor)
    {
        if (!actor.CanInAnyWay(Permission.PublishDraftResults))
        {
            yield break;
        }

        var missing = year.Awaited.Where(sheet => sheet.UnitId != actor.UnitId && ScoreSheetWorkflow.OpenForEntry.Contains(sheet.State)).ToList();
        if (missing.Count > 0)
        {
            yield return new(year.Cluster, $"Nộp bảng tự chấm điểm ({missing.Count} đơn vị)", Names(missing.Select(sheet => sheet.UnitName)), year.Url("cham-diem"));
        }

        foreach (var byAppraiser in year.Sheets.Where(sheet => sheet.UnitId != actor.UnitId && ScoreSheetWorkflow.OpenForAppraisal.Contains(sheet.State) && year.DutyFor(sheet).ResponsibleUnitId != actor.UnitId).GroupBy(sheet => AppraiserOf(year, sheet)))
        {
            yield return new(year.Cluster, $"Thẩm định {byAppraiser.Count()} bảng chấm điểm", byAppraiser.Key, year.Url("cham-diem"));
        }
    }

    private static IEnumerable<Awaited> Results(YearInMotion year, Actor actor)
    {
        if (year.Ranking is not { } state || !year.EveryoneSubmitted)
        {
            yield break;
        }

        var (permission, what, whom) = state switch
        {
            RankingState.Adopted or RankingState.Verified => (Permission.RecognizeResults, "Công nhận kết quả", "Cơ quan quản lý"),
            RankingState.Recognized => (Permission.ReadClusterYear, "", ""),
            RankingState.Collecting or RankingState.EntryClosed => (Permission.PublishDraftResults, "Công bố kết quả dự kiến", LeaderOf(year)),
            _ => (Permission.AdoptResults, "Thông qua kết quả", LeaderOf(year)),
        };
        if (!actor.Can(permission) && !(permission == Permission.RecognizeResults && actor.Positions.Contains(Position.Authority)) && (state is RankingState.Adopted or RankingState.Verified || !actor.CanInAnyWay(permission)))
        {
            yield return new(year.Cluster, what, whom, year.Url("xep-hang"));
        }
    }

    private static string LeaderOf(YearInMotion year) => year.Sheets.FirstOrDefault(sheet => sheet.UnitId == year.Year.LeaderId)?.UnitName ?? $"đơn vị {year.Year.LeaderTitle}";

    private static string AppraiserOf(YearInMotion year, SheetInMotion sheet) =>
        year.DutyFor(sheet).ResponsibleUnitId is { } unit ? year.Sheets.FirstOrDefault(row => row.UnitId == unit)?.UnitName ?? "đơn vị khác trong cụm, khối" : "cơ quan thường trực";

    internal static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(NamesShown)) + (all.Count > NamesShown ? $" và {all.Count - NamesShown} đơn vị khác" : "");
    }
}
