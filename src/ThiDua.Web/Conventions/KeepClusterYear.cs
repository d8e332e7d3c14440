using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using ThiDua.Web.Access;

namespace ThiDua.Web.Conventions;

/// <summary>Links and forms that name an action stay in the cluster year, or with the authority, of the page that shows them.</summary>
public sealed class KeepClusterYear(IAntiforgery antiforgery, IOptions<MvcViewOptions> options, IModelMetadataProvider metadata, IUrlHelperFactory urls, HtmlEncoder encoder, ValidationHtmlAttributeProvider validation)
    : DefaultHtmlGenerator(antiforgery, options, metadata, urls, encoder, validation)
{
    private static readonly string[] Kept = [EnterClusterYear.Key, "organizationId"];

    public override TagBuilder GenerateActionLink(ViewContext viewContext, string linkText, string actionName, string controllerName, string protocol, string hostname, string fragment, object routeValues, object htmlAttributes) =>
        base.GenerateActionLink(viewContext, linkText, actionName, controllerName, protocol, hostname, fragment, With(routeValues, viewContext), htmlAttributes);

    public override TagBuilder GenerateForm(ViewContext viewContext, string actionName, string controllerName, object routeValues, string method, object htmlAttributes) =>
        base.GenerateForm(viewContext, actionName, controllerName, With(routeValues, viewContext), method, htmlAttributes);

    private static RouteValueDictionary With(object? routeValues, ViewContext context)
    {
        var values = new RouteValueDictionary(routeValues);
        foreach (var key in Kept)
        {
            if (context.RouteData.Values[key] is string id)
            {
                values.TryAdd(key, id);
            }
        }

        return values;
    }
}
