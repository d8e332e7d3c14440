using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ThiDua.Web.Access;

/// <summary>A form that reached the portal after its session had ended: who typed it, where it was to go, and its fields.</summary>
public sealed record KeptForm(int? PersonId, string Path, IReadOnlyList<KeptForm.Field> Fields, bool HadFiles)
{
    public sealed record Field(string Name, string Value)
    {
        private static readonly string[] Unseen = ["Version", "Seen", "Decision"];

        /// <summary>A password is typed again, never kept.</summary>
        public bool IsSecret => Last.EndsWith("Password", StringComparison.OrdinalIgnoreCase);

        private string Last => Name[(Name.LastIndexOf('.') + 1)..].Split('[')[0];

        /// <summary>Whether a person typed it, as far as its name tells; ids, versions and ticks are not read back.</summary>
        public bool IsTyped => Value.Trim().Length > 0 && Value is not ("true" or "false") && !Last.StartsWith('_') && !Last.EndsWith("Id", StringComparison.Ordinal) && !Last.EndsWith("Ids", StringComparison.Ordinal) && !Unseen.Contains(Last);

        /// <summary>What the field asked for, where the portal's pages name it alike everywhere.</summary>
        public string? Label => Last switch
        {
            "Explanation" => "Giải trình",
            "Target" => "Chỉ tiêu",
            "Achieved" => "Kết quả",
            "Points" or "PointsByHand" => "Điểm",
            "Level" => "Mức",
            "Parts" => "Tỷ lệ",
            "Reason" or "Grounds" => "Lý do",
            _ => null,
        };
    }

    /// <summary>Only who typed it may see it again; a form that does not say belongs to nobody else.</summary>
    public bool IsOf(int? userId) => PersonId is null || PersonId == userId;

    public IReadOnlyList<Field> Typed => [.. Fields.Where(one => one.IsTyped)];
}

/// <summary>Keeps what was typed when the session ends before it is saved: it travels, encrypted, through the sign-in page and is offered again.</summary>
public static class KeptForms
{
    public const string AgainPath = "/dang-nhap/gui-lai";
    public const string SomebodyElsePath = "/dang-nhap/nguoi-khac";

    /// <summary>The hidden field that says who typed a form.</summary>
    public const string PersonField = "__Person";
    private const long Largest = 4_000_000;
    private const string Key = nameof(KeptForms);
    private const string AntiforgeryField = "__RequestVerificationToken";

    /// <summary>Takes the form of this request, if there is one from the portal's own pages.</summary>
    public static async Task<bool> Take(HttpContext http)
    {
        var request = http.Request;
        // A form of another site must never come back with this person's rights.
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsFromHere(request) || request.Path.StartsWithSegments("/dang-nhap", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var form = request.ContentLength is <= Largest ? await request.ReadFormAsync() : FormCollection.Empty;
        var fields = form.Where(field => field.Key is not (AntiforgeryField or PersonField)).SelectMany(field => field.Value.Select(value => new KeptForm.Field(field.Key, value ?? ""))).Where(field => !field.IsSecret).ToList();
        http.Items[Key] = Protector(http).Protect(JsonSerializer.Serialize(new KeptForm(int.TryParse(form[PersonField], out var person) ? person : null, request.Path + request.QueryString, fields, form.Files.Count > 0 || request.ContentLength > Largest)), TimeSpan.FromHours(12));
        return true;
    }

    public static string? TakenIn(HttpContext http) => http.Items[Key] as string;

    /// <summary>The form again; null when there is none, it is too old or not the portal's own.</summary>
    public static KeptForm? Open(HttpContext http, string? kept)
    {
        try
        {
            return string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<KeptForm>(Protector(http).Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool IsFromHere(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(KeptForms)).ToTimeLimitedDataProtector();
}
