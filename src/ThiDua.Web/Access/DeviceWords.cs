namespace ThiDua.Web.Access;

/// <summary>What a browser says of itself, in words: "Chrome trên Windows".</summary>
public static class DeviceWords
{
    // Browsers name those whose like they are as well: the more special come first.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("coc_coc_browser", "Cốc Cốc"), ("Zalo", "Zalo"), ("Edg", "Microsoft Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
        ("FxiOS", "Firefox"), ("Firefox/", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string agent) => $"{NameIn(Browsers, agent) ?? "Trình duyệt khác"} trên {NameIn(Systems, agent) ?? "thiết bị không rõ"}";

    private static string? NameIn((string Mark, string Name)[] known, string agent) =>
        known.Where(row => agent.Contains(row.Mark, StringComparison.Ordinal)).Select(row => row.Name).FirstOrDefault();
}
