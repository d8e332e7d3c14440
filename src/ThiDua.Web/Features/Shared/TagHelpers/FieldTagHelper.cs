using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Shared.TagHelpers;

/// <summary>
/// One field of a form: label, input, hint, and the message beside it; after a refusal it shows what was typed.
/// Kinds: text (default), number, date, password, textarea, checkbox, select (with <c>options</c>).
/// </summary>
[HtmlTargetElement("field", Attributes = "name,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public object? Value { get; set; }

    public string Kind { get; set; } = "text";

    public string? Hint { get; set; }

    public bool Required { get; set; }

    public string? Autocomplete { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = View.ViewData.ModelState[Name];
        var problem = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var typed = state?.AttemptedValue ?? Text(Value);
        var id = IdOf(Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind == "checkbox" ? "field form-check mb-3" : "field mb-3");
        var input = Input(id, typed, problem is not null);
        if (Kind == "checkbox")
        {
            output.Content.AppendHtml(input);
        }

        output.Content.AppendHtml(LabelOf(id));
        if (Kind != "checkbox")
        {
            output.Content.AppendHtml(input);
        }

        AppendNote(output, Hint, id + "-hint", "form-text");
        AppendNote(output, problem, id + "-problem", "invalid-feedback d-block");
    }

    /// <summary>The id of the field of this name, to link to it.</summary>
    public static string IdOf(string name) => "f-" + name.Replace('.', '-').Replace('[', '-').Replace(']', '-');

    private TagBuilder LabelOf(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.AddCssClass(Kind == "checkbox" ? "form-check-label" : "form-label");
        label.InnerHtml.Append(Label);
        if (Required)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("required-mark");
            mark.InnerHtml.Append(" (bắt buộc)");
            label.InnerHtml.AppendHtml(mark);
        }

        return label;
    }

    private TagBuilder Input(string id, string typed, bool isWrong)
    {
        var input = Kind switch { "textarea" => TextArea(typed), "select" => Select(typed), "checkbox" => CheckBox(typed), _ => Line(typed) };
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        var notes = string.Join(' ', new[] { Hint is null ? null : id + "-hint", isWrong ? id + "-problem" : null }.Where(note => note is not null));
        if (notes.Length > 0)
        {
            input.Attributes["aria-describedby"] = notes;
        }

        if (isWrong)
        {
            input.AddCssClass("is-invalid");
            input.Attributes["aria-invalid"] = "true";
        }

        return input;
    }

    private TagBuilder Line(string typed)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = Kind == "password" ? "password" : "text";
        if (Kind != "password")
        {
            input.Attributes["value"] = typed;
        }

        if (Kind is "number" or "date")
        {
            input.Attributes["inputmode"] = Kind == "number" ? "decimal" : "numeric";
        }

        if (Kind == "date")
        {
            input.Attributes["placeholder"] = "ngày/tháng/năm";
        }

        if ((Autocomplete ?? (Kind is "number" or "date" ? "off" : null)) is { } autocomplete)
        {
            input.Attributes["autocomplete"] = autocomplete;
        }

        input.AddCssClass("form-control");
        return input;
    }

    private static TagBuilder TextArea(string typed)
    {
        var area = new TagBuilder("textarea");
        area.Attributes["rows"] = "3";
        area.AddCssClass("form-control");
        area.InnerHtml.Append(typed);
        return area;
    }

    private static TagBuilder CheckBox(string typed)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        box.AddCssClass("form-check-input");
        if (typed.StartsWith("true", StringComparison.OrdinalIgnoreCase))
        {
            box.Attributes["checked"] = "checked";
        }

        return box;
    }

    private TagBuilder Select(string typed)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("form-select");
        foreach (var item in Options ?? [])
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value;
            if (item.Value == typed)
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private static void AppendNote(TagHelperOutput output, string? text, string id, string cssClass)
    {
        if (text is null)
        {
            return;
        }

        var note = new TagBuilder("div");
        note.Attributes["id"] = id;
        note.AddCssClass(cssClass);
        note.InnerHtml.Append(text);
        output.Content.AppendHtml(note);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        decimal number => Shown.Figure(number),
        DateOnly day => Shown.Day(day),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
