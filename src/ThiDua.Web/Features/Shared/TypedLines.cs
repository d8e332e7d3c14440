namespace ThiDua.Web.Features.Shared;

/// <summary>What a textarea holds, one entry a line.</summary>
public static class TypedLines
{
    public static IReadOnlyList<string> Of(string? typed) => typed is null ? [] : [.. typed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static bool AreShort(string? typed, int longest) => Of(typed).All(line => line.Length <= longest);
}
