using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Shared.TagHelpers;

/// <summary>Points, two decimals, right-aligned figures.</summary>
[HtmlTargetElement("points", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PointsTagHelper : TagHelper
{
    public decimal? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Say("span", "figure", Shown.Points(Value));
}

/// <summary>A day, dd/MM/yyyy.</summary>
[HtmlTargetElement("vn-date", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VnDateTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Say("time", "date", Shown.Day(Value));
}

/// <summary>An instant in Vietnamese time, HH:mm dd/MM/yyyy.</summary>
[HtmlTargetElement("vn-time", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VnTimeTagHelper : TagHelper
{
    public DateTime? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Say("time", "date", Shown.Time(Value));
}

internal static class Saying
{
    public static void Say(this TagHelperOutput output, string tag, string cssClass, string text)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"{output.Attributes["class"]?.Value} {cssClass}".Trim());
        output.Content.SetContent(text);
    }
}
