using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>The framework that a scheme was made from, with the document that issued it.</summary>
public sealed record FollowedFramework(int FrameworkId, DocumentReference Document)
{
    public string InWords() => $"bảng điểm khung theo văn bản số {Document.InWords()} của {Document.Issuer}";
}

// What the framework of the authority holds in a draft that was made from it: locked criteria, and the frame of the free ones.
public sealed partial class ScoringScheme
{
    /// <summary>The framework that the criteria were taken from (lập từ bảng điểm khung); none: the cluster's own.</summary>
    public FollowedFramework? Framework { get; private set; }

    /// <summary>Takes the criteria and the total of a framework over. Returns what is no longer in the draft.</summary>
    public IReadOnlyList<Criterion> Follow(Actor by, FrameworkScheme framework)
    {
        RequireDrafting(by);
        RequireDraft();
        Require(framework.State == FrameworkState.Issued, "Bảng điểm khung này không còn hiệu lực hoặc chưa được ban hành.");
        Framework = null;
        var removed = RewriteCriteria(by, framework.Lines());
        _criteria.ForEach(row => row.Hold(by, framework.PartOf(row.Code)));
        (Framework, ContentTotal) = (new(framework.Id, framework.IssuedBy!), framework.ContentTotal);
        Changed(by);
        return removed;
    }

    /// <summary>Lets the draft go its own way once the framework is no longer in force (bỏ ràng buộc).</summary>
    public void Release(Actor by, FrameworkScheme? inForce)
    {
        RequireDrafting(by);
        RequireDraft();
        Require(Framework is not null, "Dự thảo không lập từ bảng điểm khung nào.");
        Require(Framework?.FrameworkId != inForce?.Id, "Bảng điểm khung đang có hiệu lực nên không bỏ ràng buộc được.");
        _criteria.ForEach(row => row.Hold(by, null));
        Framework = null;
        Changed(by);
    }

    /// <summary>The criteria as another scheme takes them, parents before their children.</summary>
    public IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Lines() =>
        [.. Tree().Ordered.Select(placed => Find(placed.Node.Id)).Select(row => (row.ParentId is { } parent ? Find(parent).Code : null, row.Description()))];

    /// <summary>What rows written over the draft would break of the framework, in words; none: they keep to it.</summary>
    public IReadOnlyList<string> BrokenBy(IReadOnlyList<(string? ParentCode, CriterionDescription Description)> rows) =>
        Framework is null ? [] : [.. new HeldCriteria(this).BrokenBy(rows)];

    internal static ScoringScheme PictureOf(SchemeTerms terms, IReadOnlyList<(string? ParentCode, CriterionDescription Description, FrameworkPart? Part)> rows)
    {
        var picture = new ScoringScheme();
        picture.Write(terms);
        var ids = rows.Select((row, index) => (row.Description.Code, Id: index + 1)).ToDictionary(row => row.Code, row => row.Id, StringComparer.OrdinalIgnoreCase);
        picture._criteria.AddRange(rows.Select((row, index) => Criterion.InPicture(picture, index + 1, row.ParentCode is { } parent ? ids[parent] : null, row.Description, row.Part)));
        return picture;
    }

    public Criterion? ParentOf(Criterion row) => row.Parent ?? _criteria.Find(one => one.Id == row.ParentId);

    private void RequireFree(Criterion? section) =>
        Require(Framework is null || section is { Part: not FrameworkPart.Locked }, $"Theo {Framework?.InWords()}, chỉ thêm, chuyển tiêu chí vào các mục tự xây dựng{FreeSections()}.", nameof(Criterion.ParentId));

    private string FreeSections() => _criteria.Exists(row => row.Part == FrameworkPart.Free) ? ": " + string.Join(", ", _criteria.Where(row => row.Part == FrameworkPart.Free).OrderBy(row => row.Code, StringComparer.Ordinal).Select(row => row.Code)) : "";

    private void RequireUnheld(Criterion row, string act) =>
        Require(row.Part is null, $"{row.Code} thuộc {(row.Part == FrameworkPart.Free ? "khung của phần tự xây dựng" : "phần khóa")} của {Framework?.InWords()} nên không {act} được.");

    private void RequireHeld(Criterion row, CriterionDescription description)
    {
        Require(row.Part != FrameworkPart.Locked, $"{row.Code} thuộc phần khóa của {Framework?.InWords()} nên không sửa được nội dung, điểm, cách chấm.");
        Require(
            row.Part is null || (row.ParentId is not null || row.Kind == description.Kind, Text.Clean(description.Code), description.Max) == (true, row.Code, row.Max),
            $"Theo {Framework?.InWords()}, mục tự xây dựng {row.Code} giữ nguyên số thứ tự, loại và tổng {(row.Max is { } max ? Figures.Value(max) : "không giới hạn")} điểm.",
            nameof(Criterion.Max));
    }

    // Whoever mends the sum of a free section is told who set it.
    private SchemeProblem WithFramework(SchemeProblem problem) => problem.NodeId is { } id && _criteria.Find(row => row.Id == id) is { Part: FrameworkPart.Free, Max: { } max }
        ? problem with { Text = $"{problem.Text} Phần này do cụm, khối tự xây dựng, cộng lại bằng {Figures.Value(max)} điểm theo {Framework?.InWords()}." }
        : problem;
}
