using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The terms of the draft; after a conflict with what is stored now.</summary>
public sealed record TermsPage(SchemePage Scheme, TermsForm Form)
{
    public bool IsOvertaken { get; init; }

    /// <summary>The ladder that the year's parameters lay down, in words; null: none.</summary>
    public string? LaidDownKeys { get; init; }

    public int Version => IsOvertaken ? Scheme.Scheme.Version : Form.Version;

    public IEnumerable<SelectListItem> Rungs =>
    [
        new("Không dùng", ""),
        .. Scheme.Rows.Where(row => row.IsSection && row.Criterion.Kind != CriterionKind.Deduction).Select(row => Rung(TieKeyKind.SectionTotal, row.Criterion, "Tổng điểm mục")),
        new(Labels.Of(TieKeyKind.FewerDeductions), nameof(TieKeyKind.FewerDeductions)),
        .. Scheme.Rows.Where(row => !row.IsSection && row.Criterion.Kind != CriterionKind.Deduction).Select(row => Rung(TieKeyKind.CriterionPoints, row.Criterion, "Điểm tiêu chí")),
        new(Labels.Of(TieKeyKind.Vote), nameof(TieKeyKind.Vote)),
    ];

    private static SelectListItem Rung(TieKeyKind kind, Criterion criterion, string words) =>
        new($"{words} {criterion.Code} {(criterion.Name.Length > 80 ? criterion.Name[..79] + "…" : criterion.Name)}", TermsForm.Rung(new(kind, criterion.Id)));
}

/// <summary>The form of a new scheme and what it starts from.</summary>
public sealed record StartSchemePage(StartSchemeForm Form, SchemeSource Source);

/// <summary>What a removal takes along.</summary>
public sealed record RemovePage(SchemePage Scheme, CriterionRow Row)
{
    public IEnumerable<CriterionRow> Below => Scheme.Rows.SkipWhile(row => row != Row).Skip(1).Take(Row.Below);
}

/// <summary>The choices of the terms.</summary>
public static class TermsChoices
{
    public static IEnumerable<SelectListItem> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => new SelectListItem(Labels.Of(value), $"{value}"));
}

/// <summary>Where the scheme of the year entered is shown.</summary>
public static class SchemeAddress
{
    public const string HasAmendment = "scheme.amendment";

    /// <summary>The page of the draft that is worked on, where it is one of the next version (see <see cref="KnowsDraftAttribute"/>); else of the scheme.</summary>
    public static string SchemeUrl(this HttpContext http) => $"/cum/{http.GetRouteValue(Access.EnterClusterYear.Key)}/tieu-chi{(http.Items.ContainsKey(HasAmendment) ? "/sua-doi" : "")}";
}
