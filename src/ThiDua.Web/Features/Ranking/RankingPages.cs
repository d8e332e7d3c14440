using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>What the controllers of the ranking share: the page itself, and the ways back to it.</summary>
public abstract class RankingPages(PortalDb db, CurrentActor current, CurrentYear year, ResultsOverYears years) : PortalController
{
    protected PortalDb Db => db;

    protected Actor Actor => current.Actor;

    protected async Task<RankingPage> Page(int? layerId)
    {
        var page = await RankingPage.Load(db, current.Actor, year.Year, layerId);
        return page.Table is { } table ? page with { Table = table.Beside(await years.OfLastYear([.. table.Rows.Select(row => row.UnitId)])) } : page;
    }

    /// <summary>After an act: the ranking, with what was done.</summary>
    protected IActionResult ToRanking(string done)
    {
        TempData["Notice"] = done;
        return RedirectToAction(nameof(RankingController.Show), "Ranking", new { clusterYearId = year.Year.Id });
    }

    /// <summary>A page that is not open now leads back to the ranking, which says why.</summary>
    protected async Task<IActionResult> OrBack(Func<Task<IActionResult>> page)
    {
        try
        {
            return await page();
        }
        catch (RuleViolation notNow)
        {
            TempData["Problem"] = notNow.Message;
            return RedirectToAction(nameof(RankingController.Show), "Ranking", new { clusterYearId = year.Year.Id });
        }
    }

    /// <summary>A form again; where somebody else took the step meanwhile it is of no use any more, and the ranking says where things stand.</summary>
    protected async Task<IActionResult> OrMoved(Func<Task<IActionResult>> form)
    {
        db.ChangeTracker.Clear();
        try
        {
            return await form();
        }
        catch (RuleViolation)
        {
            return View("Show", await Page(null));
        }
    }

    /// <summary>The page before an act.</summary>
    protected Task<IActionResult> Act(RankingStep step) => OrBack(() => Act(step, null));

    protected Task<IActionResult> Take(RankingStep step, RankingActForm form, Func<Task> handle, string done) =>
        Submit(handle, () => ToRanking(done), () => OrMoved(() => Act(step, form)));

    private async Task<IActionResult> Act(RankingStep step, RankingActForm? typed) => View("Act", await ActPage.Load(db, current.Actor, year.Year, step, typed));
}
