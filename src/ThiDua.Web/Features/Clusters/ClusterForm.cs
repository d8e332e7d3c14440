using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;

namespace ThiDua.Web.Features.Clusters;

/// <summary>What an authority writes of a cluster or block (cụm, khối).</summary>
public sealed record ClusterForm
{
    public string? Name { get; init; }

    public ClusterKind? Kind { get; init; }

    public ClusterLevel? Level { get; init; }

    public string? Abbreviation { get; init; }

    public string? Letterhead { get; init; }

    public string? LeaderTitle { get; init; }

    public string? DeputyTitle { get; init; }

    /// <summary>The standing body by name or code, with suggestions.</summary>
    public string? StandingBody { get; init; }

    /// <summary>The version that the person saw.</summary>
    public int Version { get; init; }

    public ClusterDescription ToDescription(int? standingBodyId) => new(Name!, Kind!.Value, Level!.Value)
    {
        Letterhead = Letterhead?.ReplaceLineEndings("\n") ?? "",
        Abbreviation = Abbreviation ?? "",
        LeaderTitle = LeaderTitle ?? "",
        DeputyTitle = DeputyTitle ?? "",
        StandingBodyId = standingBodyId,
    };

    public static ClusterForm Of(Cluster cluster, string? standingBody) => new()
    {
        Name = cluster.Name,
        Kind = cluster.Kind,
        Level = cluster.Level,
        Abbreviation = cluster.Abbreviation,
        Letterhead = cluster.Letterhead,
        LeaderTitle = cluster.LeaderTitle,
        DeputyTitle = cluster.DeputyTitle,
        StandingBody = standingBody,
        Version = cluster.Version,
    };

    /// <summary>What was written, label and value, to be compared with what was typed.</summary>
    public IEnumerable<(string Label, string Value)> Lines() =>
    [
        ("Tên cụm, khối", Name ?? ""),
        ("Loại", Kind is { } kind ? Labels.Of(kind) : ""),
        ("Cấp", Level is { } level ? Labels.Of(level) : ""),
        ("Chữ viết tắt", Abbreviation ?? ""),
        ("Tên trên văn bản", Letterhead ?? ""),
        ("Cách gọi đơn vị trưởng, phó", $"{LeaderTitle}, {DeputyTitle}"),
        ("Cơ quan thường trực", StandingBody ?? "không có"),
    ];

    public sealed class Validator : AbstractValidator<ClusterForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên cụm, khối.").MaximumLength(400).WithMessage("Tên tối đa 400 ký tự.");
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn cụm hay khối.").IsInEnum().WithMessage("Chọn cụm hay khối.");
            RuleFor(form => form.Level).NotNull().WithMessage("Chọn cấp.").IsInEnum().WithMessage("Chọn cấp.");
            RuleFor(form => form.Abbreviation).NotEmpty().WithMessage("Nhập chữ viết tắt dùng trong ký hiệu văn bản, ví dụ CTĐBTB.").MaximumLength(40).WithMessage("Chữ viết tắt tối đa 40 ký tự.");
            RuleFor(form => form.Letterhead).MaximumLength(400).WithMessage("Tên trên văn bản tối đa 400 ký tự.");
            RuleFor(form => form.LeaderTitle).MaximumLength(60).WithMessage("Cách gọi tối đa 60 ký tự.");
            RuleFor(form => form.DeputyTitle).MaximumLength(60).WithMessage("Cách gọi tối đa 60 ký tự.");
        }
    }
}
