using System.Runtime.CompilerServices;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>Tables kept in docs that tests compare with what is so. With THIDUA_PRINT=1 they are written instead.</summary>
public static class Printed
{
    public static string Root { get; } = FindRoot();

    public static void Is(string name, string text)
    {
        var path = Path.Combine(Root, "docs", name);
        if (Environment.GetEnvironmentVariable("THIDUA_PRINT") == "1")
        {
            File.WriteAllText(path, text);
        }

        var (kept, found) = (File.Exists(path) ? File.ReadAllLines(path) : [], text.TrimEnd('\n').Split('\n'));
        kept.Except(found).Select(line => $"kept:  {line}").Concat(found.Except(kept).Select(line => $"found: {line}")).ShouldBeEmpty($"docs/{name} differs from what is so. Review each line; if it is right, run the tests with THIDUA_PRINT=1.");
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "ThiDua.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository is not where the tests were built.");
    }
}
