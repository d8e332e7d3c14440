using ThiDua.Domain.Planning;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared;

/// <summary>A legal basis in words.</summary>
public static class BasisWords
{
    /// <summary>Căn cứ Nghị định số … ngày … của … quy định …; what has no number (a law) is named before its date.</summary>
    public static string Of(BasisDescription basis)
    {
        var date = basis.IssuedOn is { } day ? DocumentFormats.DateInWords(day) : null;
        var issuer = basis.Issuer is { } of ? $"của {of}" : null;
        string?[] words = basis.Number is { } number
            ? [Domain.Labels.Of(basis.Opening), basis.Kind, $"số {number}", date, issuer, basis.Abstract]
            : [Domain.Labels.Of(basis.Opening), basis.Kind, basis.Abstract, date, issuer];
        return string.Join(' ', words.Where(word => word is not null));
    }
}
