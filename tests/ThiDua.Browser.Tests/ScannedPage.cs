using System.Globalization;
using System.Text;

namespace ThiDua.Browser.Tests;

/// <summary>A PDF of one page with a line of text, such as a scanner's program writes.</summary>
internal static class ScannedPage
{
    public static byte[] With(string words)
    {
        var content = $"BT /F1 18 Tf 72 760 Td (Van ban cua {Encoding.ASCII.GetString([.. words.Where(char.IsAscii).Select(letter => (byte)letter)])}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (text, index) in objects.Select((text, index) => (text, index)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj{text}endobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        return Encoding.ASCII.GetBytes(pdf.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").ToString());
    }
}
