using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using ThiDua.Web.Access;

namespace ThiDua.Web.Conventions;

/// <summary>Links and forms stay in the cluster year, or with the authority, of the page that shows them.</summary>
public sealed class KeepClusterYear : ITagHelperInitializer<AnchorTagHelper>, ITagHelperInitializer<FormTagHelper>
{
    private static readonly string[] Kept = [EnterClusterYear.Key, "organizationId"];

    public void Initialize(AnchorTagHelper helper, ViewContext context) => Keep(helper.RouteValues, context);

    public void Initialize(FormTagHelper helper, ViewContext context) => Keep(helper.RouteValues, context);

    private static void Keep(IDictionary<string, string?> routeValues, ViewContext context)
    {
        foreach (var key in Kept)
        {
            if (context.RouteData.Values[key] is string id)
            {
                routeValues[key] = id;
            }
        }
    }
}
