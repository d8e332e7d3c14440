using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.TagHelpers;

/// <summary>Says in every form who typed it: one that arrives after its session has ended is offered again to that person only.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class PersonOfFormTagHelper(CurrentPerson person) : TagHelper
{
    // After the antiforgery token.
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (person.MayBe is { } known && string.Equals(context.AllAttributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase))
        {
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{KeptForms.PersonField}\" value=\"{known.UserId}\" />");
        }
    }
}
