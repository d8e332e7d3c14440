using System.Globalization;
using System.Security;
using System.Text;

namespace ThiDua.Web.Documents;

/// <summary>Gives the browser the bundled Tinos and nothing else: by a private fontconfig on Linux, by data addresses elsewhere.</summary>
internal sealed class DocumentFonts : IDisposable
{
    private static readonly (string File, string Weight, string Style)[] s_faces =
    [
        ("Tinos-Regular.ttf", "400", "normal"), ("Tinos-Bold.ttf", "700", "normal"),
        ("Tinos-Italic.ttf", "400", "italic"), ("Tinos-BoldItalic.ttf", "700", "italic"),
    ];

    private string? _home;

    /// <exception cref="PdfUnavailable">A font file is missing: text must not be printed in another face.</exception>
    public DocumentFonts(string folder)
    {
        if (s_faces.FirstOrDefault(face => !File.Exists(Path.Combine(folder, face.File))) is { File: { } missing })
        {
            throw new PdfUnavailable($"Thiếu tệp phông chữ {missing} trong {folder}: bản cài đặt chưa đầy đủ, đề nghị quản trị viên cài lại.");
        }
        Environment = OperatingSystem.IsLinux() ? WithFontconfig(folder) : [];
        Style = OperatingSystem.IsLinux() ? "" : Faces(folder);
    }

    /// <summary>Variables for the browser's process.</summary>
    public Dictionary<string, string> Environment { get; }

    /// <summary>A style element for the page's head, empty where fontconfig does it.</summary>
    public string Style { get; }

    public void Dispose()
    {
        if (_home is not null && Directory.Exists(_home))
        {
            Directory.Delete(_home, recursive: true);
        }
    }

    private Dictionary<string, string> WithFontconfig(string folder)
    {
        // Beside the cache, in a folder of this user alone: nobody else can put a font in.
        _home = Directory.CreateTempSubdirectory("thidua-fonts-").FullName;
        var configuration = Path.Combine(_home, "fonts.conf");
        File.WriteAllText(configuration, $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{SecurityElement.Escape(Path.GetFullPath(folder))}</dir><cachedir>{SecurityElement.Escape(_home)}</cachedir></fontconfig>
            """);
        var variables = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .ToDictionary(name => name, name => System.Environment.GetEnvironmentVariable(name) ?? "");
        variables["FONTCONFIG_FILE"] = configuration;
        return variables;
    }

    private static string Faces(string folder)
    {
        var css = new StringBuilder("<style>");
        foreach (var (file, weight, style) in s_faces)
        {
            var data = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, file)));
            css.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:Tinos;font-weight:{weight};font-style:{style};src:url(data:font/ttf;base64,{data})}}");
        }
        return css.Append("</style>").ToString();
    }
}
