using System.Globalization;
using System.Text.RegularExpressions;

namespace ThiDua.Domain.Documents;

/// <summary>The kinds of documents that the portal issues (loại văn bản).</summary>
public enum DocumentKind { Plan, Report, SubmissionLetter, Decision, Guidance, Notice, Minutes, Invitation, Regulation, Authorization, Programme, Letter }

/// <summary>Symbols and numbers of official documents (số, ký hiệu; Nghị định 30/2020, Phụ lục I và III).</summary>
public static partial class DocumentSymbol
{
    /// <summary>The largest number of a register's year.</summary>
    public const int LargestNumber = 99_999;

    /// <summary>KH, BC, TTr …; a letter (công văn) has none.</summary>
    public static string? AbbreviationOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Plan => "KH",
        DocumentKind.Report => "BC",
        DocumentKind.SubmissionLetter => "TTr",
        DocumentKind.Decision => "QĐ",
        DocumentKind.Guidance => "HD",
        DocumentKind.Notice => "TB",
        DocumentKind.Minutes => "BB",
        DocumentKind.Invitation => "GM",
        DocumentKind.Regulation => "QC",
        DocumentKind.Authorization => "GUQ",
        DocumentKind.Programme => "CTr",
        _ => null,
    };

    /// <summary>KH-CTĐBTB; of a letter the body and the drafting unit, CTĐBTB-BTĐKT.</summary>
    public static string Of(DocumentKind kind, string body, string? draftingUnit = null) =>
        AbbreviationOf(kind) is { } abbreviation ? $"{abbreviation}-{body}" : Text.Clean(draftingUnit) is { } unit ? $"{body}-{unit}" : body;

    /// <summary>05/KH-CTĐBTB: numbers below 10 with a leading zero, no spaces.</summary>
    public static string Numbered(int number, string symbol) => $"{number.ToString("00", CultureInfo.InvariantCulture)}/{symbol}";

    /// <exception cref="RuleViolation">Not written as a symbol, or not that of the kind.</exception>
    public static string Checked(DocumentKind kind, string? symbol)
    {
        var clean = Text.Clean(symbol) ?? throw new RuleViolation("Nhập ký hiệu văn bản.", "Symbol");
        RuleViolation.Require(Form().IsMatch(clean), "Ký hiệu chỉ gồm chữ, số, dấu gạch nối và dấu chấm, không có khoảng trắng, ví dụ KH-CTĐBTB.", "Symbol");
        RuleViolation.Require(AbbreviationOf(kind) is not { } abbreviation || clean.StartsWith(abbreviation + "-", StringComparison.Ordinal), $"Ký hiệu của {Labels.Of(kind).ToLowerInvariant()} bắt đầu bằng “{AbbreviationOf(kind)}-”.", "Symbol");
        return clean;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}]+([-.][\p{L}\p{N}]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
