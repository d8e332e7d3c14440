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
            Tell(violation);
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

    // What is said of a field that the form does not have, nobody would see beside it: it is said above the form.
    private void Tell(RuleViolation violation)
    {
        ModelState.AddModelError(violation.Field ?? "", violation.Message);
        if (violation.Field is { } field && !WasSent(field))
        {
            ModelState.AddModelError("", violation.Message);
        }

        foreach (var (other, message) in violation.Others)
        {
            ModelState.AddModelError(other, message);
        }
    }

    private bool WasSent(string field) => Request.HasFormContentType && Request.Form.Keys.Concat(Request.Form.Files.Select(file => file.Name))
        .Any(name => name.StartsWith(field, StringComparison.OrdinalIgnoreCase) && (name.Length == field.Length || name[field.Length] is '.' or '['));

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
