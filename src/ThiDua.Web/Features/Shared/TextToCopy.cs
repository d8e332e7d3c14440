namespace ThiDua.Web.Features.Shared;

/// <summary>A short text to be copied into a chat, in a field of its own.</summary>
public sealed record TextToCopy(string Id, string Label, string Text)
{
    public int Rows => Math.Clamp(Text.Split('\n').Length + 1, 3, 8);
}
