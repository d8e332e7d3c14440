namespace ThiDua.Domain.Planning.Markup;

/// <summary>A stretch of text in one face.</summary>
public sealed record TextRun(string Text, bool Bold = false, bool Italic = false);

/// <summary>A part of a section's text, in reading order.</summary>
public abstract record TextBlock;

/// <summary>A paragraph; one that begins with a number (1., a)) keeps it as text.</summary>
public sealed record TextParagraph(IReadOnlyList<TextRun> Runs) : TextBlock;

/// <summary>An item of a list: level 1 is printed with <c>-</c>, level 2 with <c>+</c>.</summary>
public sealed record TextItem(IReadOnlyList<TextRun> Runs, int Level) : TextBlock;

/// <summary>A table. A row may have fewer cells than columns, never more.</summary>
public sealed record TextTable(IReadOnlyList<TextColumn> Columns, IReadOnlyList<IReadOnlyList<IReadOnlyList<TextRun>>> Rows) : TextBlock;

/// <summary>How a column is set.</summary>
public enum TextAlignment { Left, Center, Right }

/// <summary>A column with its head.</summary>
public sealed record TextColumn(string Head, TextAlignment Alignment);
