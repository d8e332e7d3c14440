using System.Text;

namespace ThiDua.Web.Files;

/// <summary>Names under which files were uploaded: NFC, any Vietnamese letter, at most 200 characters, no path and no control characters.</summary>
public static class FileNames
{
    private const int Longest = 200;

    public static string Clean(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1].Normalize(NormalizationForm.FormC);
        var clean = new string([.. last.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))]).Trim().TrimStart('.');
        if (clean.Length == 0)
        {
            return "tep";
        }

        var extension = Path.GetExtension(clean);
        return clean.Length <= Longest ? clean : clean[..(Longest - extension.Length)] + extension;
    }
}
