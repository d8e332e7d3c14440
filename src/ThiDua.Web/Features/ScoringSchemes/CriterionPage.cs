using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The form of one criterion. Stored is what the scheme holds now, Parent the section that it stands in, Below its path: "I › I.1".</summary>
public sealed record CriterionPage(CriterionForm Form, SchemeState State, Criterion? Stored, Criterion? Parent, string Below, bool HasChildren) : IMayBeGone
{
    /// <summary>The framework that the draft was made from.</summary>
    public FollowedFramework? Framework { get; init; }

    /// <summary>Somebody else saved first: what is stored is shown beside what was typed, and the next save goes over it.</summary>
    public bool IsOvertaken { get; init; }

    public bool IsNew => Form is NewCriterionForm;

    public bool IsGone => !IsNew && Stored is null;

    public string Title => IsNew ? Parent is null ? "Thêm mục lớn" : $"Thêm tiêu chí vào mục {Parent.Code}" : $"Sửa {Stored?.Code ?? Form.Code}";

    public int Version => Form is ChangedCriterionForm changed ? IsOvertaken ? Stored?.Version ?? 0 : changed.Version : 0;

    public bool ShowsKind => IsNew ? Parent is null : Stored is { ParentId: null };

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<CriterionKind>().Select(kind => new SelectListItem(Labels.Of(kind), $"{kind}"));

    public static IEnumerable<SelectListItem> CountedTargets => Enum.GetValues<CountedTarget>().Select(counted => new SelectListItem(Labels.Of(counted), $"{counted}"));

    public static IEnumerable<SelectListItem> Methods =>
        [new("Là mục, có các tiêu chí con (không chấm trực tiếp)", ""), .. Enum.GetValues<ScoringMethod>().Select(method => new SelectListItem(Labels.Of(method), $"{method}"))];

    public static IEnumerable<SelectListItem> Sources => Enum.GetValues<PortalSource>().Select(source => ByPortalRule.NameOf(source)).Zip(Enum.GetValues<PortalSource>(), (name, source) => new SelectListItem(char.ToUpperInvariant(name[0]) + name[1..], $"{source}"));
}

/// <summary>Loads what stands around the form of a criterion.</summary>
public sealed class ShowCriterion(PortalDb db)
{
    /// <summary>A criterion that exists.</summary>
    public async Task<CriterionPage> Handle(int criterionId)
    {
        var scheme = await Scheme();
        return Page(scheme, ChangedCriterionForm.Of(Find(scheme, criterionId)), criterionId, null);
    }

    /// <summary>What was typed for a criterion, which may be gone by now.</summary>
    public async Task<CriterionPage> Again(int criterionId, ChangedCriterionForm form) => Page(await Scheme(), form, criterionId, null);

    /// <summary>An empty form below a section, with the number that comes next.</summary>
    public async Task<CriterionPage> New(int? parentId, NewCriterionForm? typed = null)
    {
        var scheme = await Scheme();
        var parent = parentId is { } id && typed is null ? Find(scheme, id) : scheme.Criteria.FirstOrDefault(row => row.Id == parentId);
        var siblings = scheme.Criteria.Where(row => row.ParentId == parentId).OrderBy(row => row.Order).ToList();
        var code = CriterionCodes.Next(parent?.Code, [.. siblings.Select(row => row.Code)], [.. scheme.Criteria.Select(row => row.Code)]);
        return Page(scheme, typed ?? new NewCriterionForm { ParentId = parentId, Code = code, Kind = CriterionKind.Normal, Rule = new() { Method = Usual(parent, siblings) } }, null, parentId);
    }

    // Below a section one usually goes on as with the sibling before.
    private static ScoringMethod? Usual(Criterion? parent, List<Criterion> siblings) =>
        parent is null ? null : siblings.LastOrDefault()?.Rule?.Method ?? (siblings.Count > 0 ? null : ScoringMethod.Judged);

    private async Task<ScoringScheme> Scheme() => await db.Working().AsNoTracking().FirstOrDefaultAsync() ?? throw new NotFound();

    private static Criterion Find(ScoringScheme scheme, int id) => scheme.Criteria.FirstOrDefault(row => row.Id == id) ?? throw new NotFound();

    private static CriterionPage Page(ScoringScheme scheme, CriterionForm form, int? criterionId, int? parentId)
    {
        var stored = scheme.Criteria.FirstOrDefault(row => row.Id == criterionId);
        var parent = scheme.Criteria.FirstOrDefault(row => row.Id == (stored?.ParentId ?? parentId));
        return new(form, scheme.State, stored, parent, string.Join(" › ", Way(scheme, parent)), stored is not null && scheme.Criteria.Any(row => row.ParentId == stored.Id)) { Framework = scheme.Framework };
    }

    private static IEnumerable<string> Way(ScoringScheme scheme, Criterion? criterion) =>
        criterion is null ? [] : [.. Way(scheme, scheme.Criteria.FirstOrDefault(row => row.Id == criterion.ParentId)), $"{criterion.Code} {criterion.Name}"];
}
