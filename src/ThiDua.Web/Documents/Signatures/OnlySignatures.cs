using System.Text;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>Tells whether a PDF has grown, from one revision to the next, by signatures and nothing else: what is drawn on its pages stays, but for the signature's own mark.</summary>
internal sealed class OnlySignatures(byte[] pdf)
{
    private static readonly string[] OfCatalog = ["/AcroForm", "/Perms", "/DSS", "/Extensions", "/Version"];
    private static readonly string[] OfPage = ["/Annots", "/LastModified", "/Tabs"];
    private static readonly string[] OfForm = ["/Fields", "/SigFlags", "/DR", "/DA"];

    private readonly string _text = Encoding.Latin1.GetString(pdf);

    /// <summary>What else was changed, in words; empty where nothing was.</summary>
    public IReadOnlyList<string> Changes(int from, int to)
    {
        try
        {
            return new Step(new(pdf, _text, from), new(pdf, _text, to)).Changes();
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentException or InvalidDataException or KeyNotFoundException or IndexOutOfRangeException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return ["cấu trúc phần thêm vào không đọc được"];
        }
    }

    private sealed class Step(PdfObjects before, PdfObjects after)
    {
        private int? Catalog => PdfObjects.Reference(before.Trailer.GetValueOrDefault("/Root"));

        public List<string> Changes()
        {
            var changes = new List<string>();
            if (before.Trailer.GetValueOrDefault("/Root") != after.Trailer.GetValueOrDefault("/Root") || after.Trailer.ContainsKey("/Encrypt"))
            {
                changes.Add("gốc của tài liệu");
            }

            changes.AddRange(before.Places.Where(place => after.Places.TryGetValue(place.Key, out var now) && now != place.Value).Select(place => Change(place.Key)).OfType<string>());
            return [.. changes.Distinct()];
        }

        // Null where the change belongs to a signature.
        private string? Change(int number)
        {
            var (was, now) = (before.Body(number), after.Body(number));
            if (was == now || was is null || number == PdfObjects.Reference(after.Trailer.GetValueOrDefault("/Info")))
            {
                return null;
            }

            var (old, changed) = (before.Dictionary(number), now is null ? null : after.Dictionary(number));
            if (old is null && was.StartsWith('[') && now?.StartsWith('[') == true)
            {
                return AddsOnlySignatures(was, now) ? null : "danh sách ghi chú hoặc trường của tài liệu";
            }

            return old is null || changed is null ? "nội dung của tài liệu" : Change(number, old, changed);
        }

        private string? Change(int number, Dictionary<string, string> old, Dictionary<string, string> changed)
        {
            var type = old.GetValueOrDefault("/Type");
            if (type is "/XRef" or "/ObjStm" or "/Metadata" || (IsSignature(old) && IsSignature(changed)))
            {
                return null;
            }

            return number == Catalog ? Only(old, changed, OfCatalog) && FormGrows(old.GetValueOrDefault("/AcroForm"), changed.GetValueOrDefault("/AcroForm")) ? null : "danh mục gốc của tài liệu"
                : type == "/Page" ? Only(old, changed, OfPage) && AddsOnlySignatures(List(before, old.GetValueOrDefault("/Annots")), List(after, changed.GetValueOrDefault("/Annots"))) ? null : "nội dung hoặc ghi chú trên trang"
                : old.ContainsKey("/Fields") || number == PdfObjects.Reference(before.Dictionary(Catalog ?? 0)?.GetValueOrDefault("/AcroForm")) ? Only(old, changed, OfForm) && AddsOnlySignatures(List(before, old.GetValueOrDefault("/Fields")), List(after, changed.GetValueOrDefault("/Fields"))) ? null : "biểu mẫu của tài liệu"
                : "nội dung của tài liệu";
        }

        private bool FormGrows(string? old, string? changed)
        {
            var (was, now) = (Of(before, old), Of(after, changed));
            return now is null || ((was is null || Only(was, now, OfForm)) && !(was is null && now.ContainsKey("/XFA"))
                && AddsOnlySignatures(List(before, was?.GetValueOrDefault("/Fields")), List(after, now.GetValueOrDefault("/Fields"))));
        }

        private static bool Only(Dictionary<string, string> old, Dictionary<string, string> changed, string[] keys) =>
            old.Keys.Union(changed.Keys).Except(keys).All(key => old.GetValueOrDefault(key) == changed.GetValueOrDefault(key));

        // What was listed stays; what is new is a signature's field or mark.
        private bool AddsOnlySignatures(string? old, string? changed)
        {
            var (was, now) = (PdfValue.Items(old ?? ""), PdfValue.Items(changed ?? ""));
            return was.All(now.Contains) && now.Except(was).All(one => Of(after, one) is { } added && IsSignature(added));
        }

        private bool IsSignature(Dictionary<string, string> keys) =>
            keys.GetValueOrDefault("/FT") == "/Sig" || keys.ContainsKey("/ByteRange")
            || (keys.GetValueOrDefault("/Subtype") == "/Widget" && PdfObjects.Reference(keys.GetValueOrDefault("/Parent")) is { } parent && after.Dictionary(parent)?.GetValueOrDefault("/FT") == "/Sig");

        private static Dictionary<string, string>? Of(PdfObjects objects, string? value) =>
            value is null ? null : PdfObjects.Reference(value) is { } number ? objects.Dictionary(number) : new PdfValue(value).Dictionary();

        private static string? List(PdfObjects objects, string? value) => PdfObjects.Reference(value) is { } number ? objects.Body(number) : value;
    }
}
