using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Data;

namespace ThiDua.Web.Conventions;

/// <summary>Answers refusals that no form caught: a step of one button goes back to its page with the message.</summary>
public sealed class ShowRefusalsFilter(ITempDataDictionaryFactory tempData, Overtaken overtaken) : IAsyncExceptionFilter
{
    public const string Reasons = "Reasons";

    public async Task OnExceptionAsync(ExceptionContext context)
    {
        context.Result = context.Exception switch
        {
            NotFound gone => Gone(context.HttpContext, gone.Why),
            NotPermitted refusal => Forbidden(context.HttpContext, refusal.Message),
            RuleViolation refusal => Back(context.HttpContext, refusal.Message),
            NotReady refusal => Back(context.HttpContext, refusal.Message, refusal.Reasons),
            DbUpdateConcurrencyException conflict => Back(context.HttpContext, await overtaken.By(conflict)),
            _ => null,
        };
        context.ExceptionHandled = context.Result is not null;
    }

    private static NotFoundResult Gone(HttpContext http, string? why)
    {
        http.Items[nameof(NotFound)] = why;
        return new();
    }

    private static StatusCodeResult Forbidden(HttpContext http, string message)
    {
        http.Items[nameof(NotPermitted)] = message;
        return new(StatusCodes.Status403Forbidden);
    }

    private IActionResult Back(HttpContext http, string message, IReadOnlyList<string>? reasons = null)
    {
        if (HttpMethods.IsGet(http.Request.Method) || !IsOwnPage(http, out var from))
        {
            return new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = message, ContentType = "text/plain; charset=utf-8" };
        }

        var kept = tempData.GetTempData(http);
        kept["Problem"] = message;
        kept[Reasons] = reasons?.ToArray();
        return new LocalRedirectResult(from);
    }

    private static bool IsOwnPage(HttpContext http, out string path)
    {
        path = "/";
        if (!Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var referer))
        {
            return true;
        }

        path = referer.Authority == http.Request.Host.Value ? referer.PathAndQuery : "/";
        return true;
    }
}
