using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Plans;

/// <summary>The form of one section; Stored is what the plan holds now, null where it is new or gone.</summary>
public sealed record SectionPage(Plan Plan, SectionForm Form, PlacedSection? Stored, PlacedSection? Parent) : IMayBeGone
{
    public bool IsNew => Form is NewSectionForm;

    public bool IsGone => !IsNew && Stored is null;

    public bool IsOvertaken => Form is ChangedSectionForm changed && Stored is not null && changed.Version != Stored.Section.Version;

    public int Version => Stored?.Section.Version ?? 0;

    public string Title => IsNew ? Parent is null ? "Thêm mục lớn" : $"Thêm mục dưới {Parent.Way}" : Stored is null ? "Mục đã bị xóa" : $"Sửa mục {Stored.Way}";
}

/// <summary>The form of one legal basis.</summary>
public sealed record BasisPage(Plan Plan, BasisForm Form, PlanBasis? Stored, bool IsNew) : IMayBeGone
{
    public bool IsGone => !IsNew && Stored is null;

    public bool IsOvertaken => !IsNew && Stored is not null && Form.Version != Stored.Version;

    /// <summary>Whether this person may put it into the cluster's catalogue, too.</summary>
    public bool MayKeep { get; init; }

    public string Title => IsNew ? "Thêm căn cứ" : Stored is null ? "Căn cứ đã bị xóa" : "Sửa căn cứ";

    public static IEnumerable<SelectListItem> Openings => Enum.GetValues<BasisOpening>().Select(opening => new SelectListItem(Labels.Of(opening), $"{opening}"));
}

/// <summary>The form of one structured block.</summary>
public sealed record BlockPage(PlanPage Page, BlockForm Form, PlanBlock? Stored, bool IsNew) : IMayBeGone
{
    public bool IsGone => !IsNew && Stored is null;

    public bool IsOvertaken => !IsNew && Stored is not null && Form.Version != Stored.Version;

    /// <summary>The part of the address that names the kind.</summary>
    public string Kind => Form switch { ConferenceForm => "hoi-nghi", DeadlineForm => "thoi-han", _ => "phan-cong" };

    public string Title => $"{(IsNew ? "Thêm" : "Sửa")} {Form switch { ConferenceForm => "hội nghị", DeadlineForm => "thời hạn, chế độ báo cáo", _ => "phân công nhiệm vụ" }}";

    public IEnumerable<SelectListItem> Sections => Page.Outline.Select(row => new SelectListItem($"{row.Way} {row.Section.Title ?? PlanPage.Beginning(row.Section.Body)}", $"{row.Section.Id}")).Prepend(new("Chọn mục", ""));

    public static IEnumerable<SelectListItem> Choices<T>(string? none = null)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => new SelectListItem(Labels.Of(value), $"{value}")).Prepend(new(none ?? "Chọn", "")).Skip(none is null ? 1 : 0);
}

/// <summary>The page of removing a section.</summary>
public sealed record RemoveSectionPage(Plan Plan, PlacedSection Row)
{
    public IReadOnlyList<PlanBlock> Blocks => [.. Below.Prepend(Row).SelectMany(row => Plan.BlocksOf(row.Section))];

    public IReadOnlyList<PlacedSection> Below => [.. Plan.Outline().SkipWhile(row => row.Section != Row.Section).Skip(1).Take(Row.Below)];
}
