namespace ThiDua.Domain.Documents;

/// <summary>What was overtaken in a document since its text was frozen, told to whoever signs or issues it; where it needs a reason, the document is issued with one only.</summary>
public sealed record DocumentWarning(string Lead, IReadOnlyList<DocumentWarning.Line> Lines, bool NeedsReason)
{
    /// <summary>One thing that changed, with the page that tells of it, below the cluster year.</summary>
    public sealed record Line(string Subject, string Text, string Path);
}
