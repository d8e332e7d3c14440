using System.Text.Json.Serialization;

namespace ThiDua.Web.Documents;

/// <summary>A part of a document's body, in reading order. The names are those in which frozen texts are kept: none may change.</summary>
[JsonDerivedType(typeof(Chapter), "chapter"), JsonDerivedType(typeof(Heading), "heading"), JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ListItem), "item"), JsonDerivedType(typeof(WidePages), "wide"), JsonDerivedType(typeof(Table), "table"), JsonDerivedType(typeof(BarChart), "bars")]
public abstract record Block;

/// <summary>Phần, Chương: label and title centred, <c>Chương I</c> over <c>QUY ĐỊNH CHUNG</c>.</summary>
public sealed record Chapter(string Label, string Title) : Block;

/// <summary>A heading with its number in the text: level 1 <c>I. …</c> (in capitals), 2 <c>1. …</c> or <c>Điều 1. …</c>, 3 <c>1.1. …</c>.</summary>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A stretch of text in one face.</summary>
public sealed record Run(string Text, bool Bold = false, bool Italic = false)
{
    public static implicit operator Run(string text) => new(text);
}

/// <summary>How a paragraph's lines are set.</summary>
public enum Alignment { Justified, Left, Center, Right }

/// <summary>A paragraph of the body; justified ones have their first line indented.</summary>
[method: JsonConstructor]
public sealed record Paragraph(IReadOnlyList<Run> Runs, Alignment Alignment = Alignment.Justified) : Block
{
    public Paragraph(string text, Alignment alignment = Alignment.Justified) : this([new Run(text)], alignment)
    {
    }
}

/// <summary>An item of a list: <c>-</c> on level 1, <c>+</c> on level 2.</summary>
[method: JsonConstructor]
public sealed record ListItem(IReadOnlyList<Run> Runs, int Level = 1) : Block
{
    public ListItem(string text, int level = 1) : this([new Run(text)], level)
    {
    }
}

/// <summary>Blocks on landscape pages of their own; at the end of the body the signatures stay on them.</summary>
public sealed record WidePages(IReadOnlyList<Block> Blocks) : Block;
