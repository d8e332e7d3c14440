using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ThiDua.Web.Documents;

/// <summary>Writes elements with classes and encoded text, nothing else: no attribute of style, no script.</summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    public HtmlWriter Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public HtmlWriter Open(string tag, string? css = null, string? attributes = null)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<{tag}");
        _html.Append(string.IsNullOrWhiteSpace(css) ? "" : $" class=\"{css.Trim()}\"");
        _html.Append(attributes is null ? "" : $" {attributes}").Append('>');
        return this;
    }

    public HtmlWriter Close(string tag)
    {
        _html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
        // In a line of text a line end would be a space.
        _html.Append(tag is "span" ? "" : "\n");
        return this;
    }

    public HtmlWriter Text(string text)
    {
        _html.Append(s_encoder.Encode(Wording.Clean(text)));
        return this;
    }

    /// <summary>An element that holds nothing but text; none at all where there is no text.</summary>
    public HtmlWriter Line(string tag, string? css, string? text)
        => text is null ? this : Open(tag, css).Text(text).Close(tag);

    public override string ToString() => _html.ToString();
}
