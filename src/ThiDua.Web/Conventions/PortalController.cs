using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Access;

namespace ThiDua.Web.Conventions;

/// <summary>How the portal's controllers answer forms.</summary>
public abstract class PortalController : Controller
{
    /// <summary>
    /// Handles a posted form: typed wrongly or refused by a rule (422), overtaken by somebody else (409): the same page again with what was typed;
    /// else <paramref name="done"/>.
    /// </summary>
    protected async Task<IActionResult> Submit(Func<Task> handle, Func<IActionResult> done, Func<Task<IActionResult>> again)
    {
        if (!ModelState.IsValid)
        {
            return await Again(StatusCodes.Status422UnprocessableEntity, again);
        }

        try
        {
            await handle();
            return done();
        }
        catch (RuleViolation violation)
        {
            ModelState.AddModelError(violation.Field ?? "", violation.Message);
            return await Again(StatusCodes.Status422UnprocessableEntity, again);
        }
        catch (NotReady notReady)
        {
            ModelState.AddModelError("", notReady.Message);
            foreach (var reason in notReady.Reasons)
            {
                ModelState.AddModelError("", reason);
            }

            return await Again(StatusCodes.Status422UnprocessableEntity, again);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            ModelState.AddModelError("", await HttpContext.RequestServices.GetRequiredService<Overtaken>().By(conflict));
            return await Again(StatusCodes.Status409Conflict, again);
        }
    }

    /// <summary>Redirects after a successful post, with a message for the next page.</summary>
    protected IActionResult Done(string message, string action, object? routeValues = null)
    {
        TempData["Notice"] = message;
        return RedirectToAction(action, new RouteValueDictionary(routeValues) { [EnterClusterYear.Key] = RouteData.Values[EnterClusterYear.Key], ["organizationId"] = RouteData.Values["organizationId"] });
    }

    private async Task<IActionResult> Again(int statusCode, Func<Task<IActionResult>> again)
    {
        var page = await again();
        Response.StatusCode = page is ViewResult { Model: IMayBeGone { IsGone: true } } ? StatusCodes.Status404NotFound : statusCode;
        return page;
    }
}

/// <summary>The page of a form whose row somebody else may have removed meanwhile: what was typed is shown, but the answer is "not found".</summary>
public interface IMayBeGone
{
    bool IsGone { get; }
}
