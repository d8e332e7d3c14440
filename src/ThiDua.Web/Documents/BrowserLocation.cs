namespace ThiDua.Web.Documents;

/// <summary>Finds the installed Chromium, Chrome or Edge.</summary>
internal static class BrowserLocation
{
    private const string Missing =
        "Máy chủ chưa có trình duyệt để tạo PDF. Đề nghị quản trị viên cài Chromium, Chrome hoặc Edge (trên Debian: apt-get install -y chromium) "
        + "hoặc ghi đường dẫn vào Pdf:BrowserPath. Trong lúc chờ, hãy mở bản xem trước và in ra PDF bằng trình duyệt của mình, hoặc tải bản DOCX.";

    /// <exception cref="PdfUnavailable">There is none, or none at the place configured.</exception>
    public static string Find(string? configured)
        => !string.IsNullOrWhiteSpace(configured)
            ? File.Exists(configured) ? configured : throw new PdfUnavailable($"Không tìm thấy trình duyệt tại {configured} (Pdf:BrowserPath). {Missing}")
            : UsualPlaces().FirstOrDefault(File.Exists) ?? throw new PdfUnavailable(Missing);

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsWindows())
        {
            string[] roots = [Folder(Environment.SpecialFolder.ProgramFiles), Folder(Environment.SpecialFolder.ProgramFilesX86), Folder(Environment.SpecialFolder.LocalApplicationData)];
            return roots.SelectMany(root => new[]
            {
                Path.Combine(root, @"Google\Chrome\Application\chrome.exe"),
                Path.Combine(root, @"Microsoft\Edge\Application\msedge.exe"),
                Path.Combine(root, @"Chromium\Application\chrome.exe"),
            });
        }
        return OperatingSystem.IsMacOS()
            ? ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"]
            : ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge", "/opt/google/chrome/chrome"];
    }

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);
}
