using System.Text;

namespace ThiDua.Web.Data;

/// <summary>Reads the tables embedded beside this class.</summary>
internal static class Resources
{
    /// <summary>The whole text of a file below Data: "Schemes/province-cluster.json".</summary>
    public static string Text(string path)
    {
        var assembly = typeof(Resources).Assembly;
        var name = $"{typeof(Resources).Namespace}.{path.Replace('/', '.')}";
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No embedded file {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a table, without its heading unless asked for; no cell holds the separator.</summary>
    public static IReadOnlyList<string[]> Table(string path, char separator = ',', bool withHeading = false) =>
        [.. Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(withHeading ? 0 : 1).Select(line => line.Split(separator))];
}
