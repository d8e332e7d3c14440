using System.Globalization;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>A criterion that a row of an import writes, below the section of that number.</summary>
public sealed record PlannedCriterion(int Row, string? ParentCode, CriterionDescription Description)
{
    public override string ToString() => $"{Row}\t{ParentCode}\t{Description}\t{Description.Rule?.ToJson()}";
}

/// <summary>What a workbook makes of the scheme: its problems by cell, and where there are none the whole tree and the policy of leaves not assigned.</summary>
public sealed record ReadScheme(ImportTable Table, IReadOnlyList<PlannedCriterion> Criteria, NotAssignedPolicy? NotAssigned);

/// <summary>The scheme as a table of a workbook, one row a node: written for export, read for import.</summary>
public static class SchemeTable
{
    public const int Most = 1_000;

    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("Code", "Số thứ tự") { Width = 8, Explanation = "Riêng cho mỗi dòng, tối đa 40 ký tự, ví dụ I.1. Định dạng cột là Văn bản để Excel không đổi thành số, ngày." },
        new("Node", "Loại dòng") { Width = 14, Explanation = $"Dòng ngoài cùng: {string.Join("; ", NodeKinds.Where(one => one.Kind is not null).Select(one => one.Words))}. Dòng bên trong: Mục hoặc Tiêu chí." },
        new("Parent", "Thuộc mục") { Width = 9, Explanation = "Số thứ tự của mục chứa dòng này; mục đó đứng ở hàng trên. Dòng ngoài cùng để trống." },
        new("Name", "Tên mục, tiêu chí") { Width = 40, Explanation = "Tối đa 1.000 ký tự." },
        new("Max", "Điểm tối đa", false) { Width = 9, Explanation = "Tối đa 2 chữ số sau dấu phẩy. Mục điểm thưởng: mức trần. Điểm trừ: có thể để trống." },
        new("Method", "Cách chấm điểm", false) { Width = 20, Explanation = $"Chỉ ghi ở dòng tiêu chí, là một trong: {string.Join("; ", Enum.GetValues<ScoringMethod>().Select(method => Labels.Of(method)))}." },
        new("Parameters", "Tham số", false) { Width = 30, Explanation = string.Join(". ", RuleCells.Explained.Select(one => $"{Labels.Of(one.Method)}: {one.Words}")) + "." },
        new("Unit", "Đơn vị tính", false) { Width = 10, Explanation = "Ví dụ: %, tỷ đồng." },
        new("TargetSource", "Nguồn chỉ tiêu", false) { Width = 20, Explanation = "Ví dụ: Nghị quyết của Hội đồng nhân dân tỉnh." },
        new("Evidence", "Minh chứng cần có", false) { Width = 24, Explanation = "Tối đa 1.000 ký tự." },
        new("Guide", "Hướng dẫn chấm điểm", false) { Width = 36, Explanation = "Tối đa 4.000 ký tự." },
        new("NotAssigned", "Khi không giao chỉ tiêu", false) { Width = 24, Explanation = $"Một cách xử lý chung cho cả bảng, là một trong: {string.Join("; ", Enum.GetValues<NotAssignedPolicy>().Select(policy => Labels.Of(policy)))}." },
        new("Counted", "Chỉ tiêu dùng để chấm", false) { Width = 24, Explanation = $"Khi đơn vị vừa được giao vừa đăng ký chỉ tiêu, là một trong: {string.Join("; ", Enum.GetValues<CountedTarget>().Select(counted => Labels.Of(counted)))}. Để trống là cách đầu." },
    ];

    private static IEnumerable<(string Words, bool IsLeaf, CriterionKind? Kind)> NodeKinds =>
        from node in new[] { (Words: "Mục", IsLeaf: false), (Words: "Tiêu chí", IsLeaf: true) }
        from kind in Enum.GetValues<CriterionKind>().Select(kind => (CriterionKind?)kind).Append(null)
        select (kind is { } known ? $"{node.Words} {Labels.Of(known).ToLowerInvariant()}" : node.Words, node.IsLeaf, kind);

    public static async Task<byte[]> Write(ScoringScheme scheme, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        List<Column> heads = [.. Columns.Select(column => new Column(column.Head, column.Width, column.Key == "Max" ? ColumnAlignment.Right : ColumnAlignment.Left))];
        List<Column> explained = [new("Cột", 24), new("Cách nhập", 90)];
        await XlsxTable.Write(
            file,
            [
                new("Tiêu chí", heads, Lines(scheme)) { Titles = [scheme.Title] },
                new("Hướng dẫn", explained, Columns.Select(column => new Row([column.Head, column.Explanation]))),
            ],
            cancellation);
        return file.ToArray();
    }

    public static ReadScheme Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var sheet = XlsxReader.Read(stream, new() { FileBytes = KeptFile.LargestBytes, Rows = Most + 20 }).FirstOrDefault(sheet => !sheet.IsHidden) ?? throw new RuleViolation("Tệp không có trang tính nào.", "File");
        var table = ImportTable.Of(sheet, Columns);
        RuleViolation.Require(table.Rows.Count <= Most, $"Bảng có hơn {Most} dòng.", "File");
        table.RefuseDoubles("Code", code => code.ToUpperInvariant(), "Số thứ tự lặp lại trong tệp");
        var rows = new SchemeRows([.. NodeKinds]);
        var planned = table.Rows.Select(rows.Read).ToList();
        var policy = rows.Policy();
        return table.Rows.All(row => row.IsGood) ? new(table, [.. planned.Select(row => row!)], policy) : new(table, [], null);
    }

    private static IEnumerable<Row> Lines(ScoringScheme scheme)
    {
        var criteria = scheme.Criteria.ToDictionary(row => row.Id);
        return scheme.Tree().Ordered.Select(placed => Line(scheme, criteria[placed.Node.Id], placed.Node.ParentId is { } parent ? criteria[parent] : null));
    }

    private static Row Line(ScoringScheme scheme, Criterion row, Criterion? parent)
    {
        var isLeaf = row.Rule is not null;
        var node = NodeKinds.Single(one => one.IsLeaf == isLeaf && one.Kind == (parent is null ? row.Kind : null)).Words;
        return new([
            row.Code, node, parent?.Code, row.Name, row.Max, row.Rule is { } rule ? Labels.Of(rule.Method) : null, RuleCells.Write(row.Rule),
            row.Unit, row.TargetSource, row.EvidenceNeeded, row.Guide, isLeaf ? Labels.Of(scheme.NotAssigned) : null, isLeaf ? Labels.Of(row.CountedTarget) : null])
        { Bold = !isLeaf };
    }
}

/// <summary>The rows of one workbook, each against those above it.</summary>
internal sealed class SchemeRows(IReadOnlyList<(string Words, bool IsLeaf, CriterionKind? Kind)> nodeKinds)
{
    private readonly Dictionary<string, (bool IsLeaf, CriterionKind Kind, string Code)> _above = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(ImportRow Row, NotAssignedPolicy Policy)> _policies = [];

    public PlannedCriterion? Read(ImportRow row)
    {
        var code = Code(row, "Code");
        row.Require(code is not null, "Code", "Nhập số thứ tự, ví dụ I.1.");
        row.Require(code is null || code.Length <= 40, "Code", "Số thứ tự tối đa 40 ký tự.");
        var (name, evidence, guide) = (row.Needed("Name", 1000, "Nhập tên mục, tiêu chí."), row.Optional("Evidence", 1000), row.Optional("Guide", 4000));
        var (unit, source) = (row.Optional("Unit", 400), row.Optional("TargetSource", 400));
        row.Require(row["Node"] is not null, "Node", "Ghi Mục hoặc Tiêu chí.");
        var node = row.OneOf("Node", nodeKinds.Select(one => (one.Words, (one.IsLeaf, one.Kind))));
        var parent = Parent(row);
        var kind = Kind(row, node?.Kind, parent?.Kind);
        var max = Max(row);
        var rule = node is { } known ? Rule(row, known.IsLeaf, max, kind) : null;
        var counted = row.OneOf("Counted", Enum.GetValues<CountedTarget>().Select(one => (Labels.Of(one), one)));
        NotePolicy(row);
        if (code is not null && node is { } placed)
        {
            _above.TryAdd(code, (placed.IsLeaf, kind, code));
        }

        return row.IsGood ? new(row.Number, parent?.Code, new(code!, name!, kind, max, rule) { Unit = unit, TargetSource = source, CountedTarget = counted ?? default, EvidenceNeeded = evidence, Guide = guide }) : null;
    }

    /// <summary>The one policy that the rows name; rows that name another than the first are told.</summary>
    public NotAssignedPolicy? Policy()
    {
        foreach (var (row, policy) in _policies)
        {
            row.Require(policy == _policies[0].Policy, "NotAssigned", $"Cả bảng dùng một cách xử lý; hàng {_policies[0].Row.Number} ghi “{Labels.Of(_policies[0].Policy)}”.");
        }

        return _policies.Count > 0 ? _policies[0].Policy : null;
    }

    // A spreadsheet turns 1.1 into a number and 1.2 into a day.
    private static string? Code(ImportRow row, string key)
    {
        row.Require(row.Cell(key).Date is null, key, "Excel đã đổi số thứ tự thành ngày: định dạng cột là Văn bản rồi nhập lại.");
        return row.Cell(key).Number is { } number ? number.ToString("0.###", CultureInfo.InvariantCulture) : row[key];
    }

    private (bool IsLeaf, CriterionKind Kind, string Code)? Parent(ImportRow row)
    {
        if (Code(row, "Parent") is not { } code)
        {
            return null;
        }

        if (!_above.TryGetValue(code, out var parent))
        {
            row.Refuse("Parent", $"Không có mục {code} ở các hàng trên.");
            return null;
        }

        row.Require(!parent.IsLeaf, "Parent", $"{code} là tiêu chí chấm điểm nên không chứa dòng khác.");
        return parent;
    }

    private static CriterionKind Kind(ImportRow row, CriterionKind? written, CriterionKind? ofSection)
    {
        row.Require(written is null || ofSection is null || written == ofSection, "Node", $"Khác loại với mục chứa nó ({(ofSection is { } section ? Labels.Of(section).ToLowerInvariant() : "")}).");
        return ofSection ?? written ?? CriterionKind.Normal;
    }

    private static decimal? Max(ImportRow row)
    {
        if (row["Max"] is not { } typed)
        {
            return null;
        }

        var number = row.Cell("Max").Number ?? (VietnameseInput.TryNumber(typed, out var read) ? read : null);
        row.Require(number is not null, "Max", "Nhập một số, ví dụ 45,5.");
        row.Require(number is null or >= 0 and <= 1_000_000, "Max", "Điểm tối đa từ 0 đến 1.000.000.");
        row.Require(number is null || Math.Round(number.Value, 2) == number, "Max", "Điểm tối đa có tối đa 2 chữ số sau dấu phẩy.");
        return number;
    }

    private static ScoringRule? Rule(ImportRow row, bool isLeaf, decimal? max, CriterionKind kind)
    {
        row.Require(isLeaf || row["Method"] is null, "Method", "Mục không chấm điểm trực tiếp: để trống, hoặc ghi loại dòng là Tiêu chí.");
        row.Require(isLeaf || row["Parameters"] is null, "Parameters", "Mục không có tham số chấm điểm.");
        row.Require(!isLeaf || row["Method"] is not null, "Method", "Chọn cách chấm điểm.");
        if (!isLeaf || row.OneOf("Method", Enum.GetValues<ScoringMethod>().Select(one => (Labels.Of(one), one))) is not { } method)
        {
            return null;
        }

        var form = RuleCells.Read(method, row["Parameters"], problem => row.Refuse("Parameters", problem));
        var rule = new RuleText(form, (_, problem) => row.Refuse("Parameters", problem)).Read();
        var problems = rule?.Problems(max, kind) ?? [];
        row.Require(problems.Count == 0, method == ScoringMethod.PassOrFail ? "Method" : "Parameters", string.Join(' ', problems));
        return rule;
    }

    private void NotePolicy(ImportRow row)
    {
        if (row.OneOf("NotAssigned", Enum.GetValues<NotAssignedPolicy>().Select(policy => (Labels.Of(policy), policy))) is { } policy)
        {
            _policies.Add((row, policy));
        }
    }
}
