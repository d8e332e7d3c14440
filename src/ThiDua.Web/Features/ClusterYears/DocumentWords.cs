using ThiDua.Domain;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>A document in one line: "13/HĐTĐKT ngày 27/04/2020 của Hội đồng …, về việc …".</summary>
public static class DocumentWords
{
    public static string Of(DocumentReference document)
    {
        var subject = Text.Clean(document.Abstract) is { } text ? $" – {text}" : "";
        return $"{NumberAndDay(document)} của {document.Issuer}{subject}";
    }

    /// <summary>Number and day alone, for tables.</summary>
    public static string NumberAndDay(DocumentReference document) => $"{document.Number} ngày {Shown.Day(document.IssuedOn)}";
}
