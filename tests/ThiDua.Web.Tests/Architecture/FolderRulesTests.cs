using System.Text.RegularExpressions;
using ThiDua.Web.Tests.Architecture.Gates;

namespace ThiDua.Web.Tests.Architecture;

/// <summary>Reads the source: a folder uses only what stands before it, so that each can be read without those after it.</summary>
public sealed partial class FolderRulesTests(ITestOutputHelper output)
{
    private const string DemoData = "Data/DemoData";
    private const string Shared = "Features/Shared";
    private const int UsesToday = 239;

    // Domain stands before all: the compiler keeps that border.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Data"] = [],
        ["Access"] = ["Data"],
        ["Conventions"] = ["Data", "Access"],
        ["Documents"] = ["Data", "Access", "Conventions"],
        ["Files"] = ["Data", "Access", "Conventions"],
        ["Notifications"] = ["Data", "Access", "Conventions", "Documents", "Files"],
        ["Jobs"] = ["Data", "Access", "Conventions", "Documents", "Files", "Notifications"],
        [Shared] = ["Data", "Access", "Conventions", "Documents", "Files", "Notifications"],
        // The administrators' page of what the portal does by itself.
        ["Features/Admin"] = ["Data", "Access", "Conventions", "Documents", "Files", "Notifications", "Jobs", Shared],
        // The demo clusters are played through the use cases of the features, as people would; only the command that plants them knows this folder.
        [DemoData] = ["Data", "Access", "Conventions", "Documents", "Files", Shared, "Features/Ranking", "Features/Plans", "Features/Drafts"],
    };

    private static readonly string[] OfAnyFeature = [.. MayUse[Shared], Shared];
    private static readonly List<Source> Sources = Read();

    private sealed record Source(string Path, string Folder, string Text);

    [Fact]
    public void A_folder_uses_only_those_that_stand_before_it()
    {
        var folders = Sources.GroupBy(source => source.Folder).ToDictionary(group => group.Key, group => Naming(group.Key, group));
        var uses = (from source in Sources from folder in folders where folder.Key != source.Folder && folder.Value.IsMatch(source.Text) select (source.Path, source.Folder, Used: folder.Key)).ToList();
        output.WriteLine($"{Sources.Count} files in {folders.Count} folders, {uses.Count} uses of one by another");
        uses.Count.ShouldBeGreaterThanOrEqualTo(UsesToday);
        uses.Where(use => !MayUse.GetValueOrDefault(use.Folder, OfAnyFeature).Contains(use.Used)).Select(use => $"{use.Path} uses {use.Used}").Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Files looks into DOCX and XLSX as the ZIP archives that they are, with nothing but .NET.</summary>
    [Fact]
    public void Only_documents_know_how_PDF_DOCX_and_XLSX_are_made() =>
        Sources.Where(source => source.Folder != "Documents" && Makers().IsMatch(source.Text)).Select(source => source.Path).ShouldBeEmpty();

    // Its namespace in full, or the end of it before one of its types: "Ranking.RankingPage" needs no using beside that folder.
    private static Regex Naming(string folder, IEnumerable<Source> sources)
    {
        var types = string.Join('|', sources.SelectMany(source => Declaration().Matches(source.Text)).Select(match => match.Groups["type"].Value).Distinct());
        return new($@"ThiDua\.Web\.{folder.Replace("/", @"\.", StringComparison.Ordinal)}(?!\w)(?!\.DemoData)|(?<![\w.""/])(Features\.|Web\.)?{folder[(folder.LastIndexOf('/') + 1)..]}\.(\w+\.)?({types})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
    }

    private static List<Source> Read()
    {
        var root = Path.Combine(Printed.Root, "src", "ThiDua.Web");
        return [.. from path in Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
                   where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal)
                   let relative = Path.GetRelativePath(root, path).Replace('\\', '/')
                   let parts = relative.Split('/')
                   // Program and Commands put everything together; generated files obey nobody.
                   where parts.Length > 1 && parts[0] is not ("obj" or "bin") && !relative.StartsWith("Data/Migrations", StringComparison.Ordinal)
                   let isDeep = parts.Length > 2 && (parts[0] == "Features" || relative.StartsWith(DemoData, StringComparison.Ordinal))
                   select new Source(relative, parts[0] == "Features" && !isDeep ? Shared : isDeep ? $"{parts[0]}/{parts[1]}" : parts[0], Code(path))];
    }

    private static string Code(string path) => string.Join('\n', File.ReadLines(path).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"\b(class|record|interface|enum|struct)\s+(struct\s+|class\s+)?(?<type>[A-Z]\w+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"Microsoft\.Playwright|DocumentFormat\.OpenXml|QRCoder", RegexOptions.None, 5000)]
    private static partial Regex Makers();
}
