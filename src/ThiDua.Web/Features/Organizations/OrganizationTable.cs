using System.Globalization;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Organizations;

/// <summary>An organization that a row of an import makes: below an existing one or one of the same file, in the place of others.</summary>
public sealed record PlannedOrganization(int Row, string Code, string Name, string ShortName, int KindId)
{
    public int? ParentId { get; init; }

    /// <summary>The row of the parent in the same file.</summary>
    public int? ParentRow { get; init; }

    public DateOnly? ValidFromOn { get; init; }

    public string PlaceName { get; init; } = "";

    public string HeadTitle { get; init; } = "";

    public IReadOnlyList<int> PredecessorIds { get; init; } = [];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Row}\t{Code}\t{Name}\t{ShortName}\t{KindId}\t{ParentId}\t{ParentRow}\t{ValidFromOn:O}\t{PlaceName}\t{HeadTitle}\t{string.Join(',', PredecessorIds)}");
}

/// <summary>Reads a table of organizations from XLSX or CSV and says beside each cell what is wrong with it.</summary>
public sealed class OrganizationTable(PortalDb db, TimeProvider clock)
{
    public const int Most = 2_000;

    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("Code", "Mã") { Width = 12, Explanation = "Mã riêng của đơn vị, tối đa 40 ký tự, không trùng mã đã có." },
        new("Name", "Tên đầy đủ") { Width = 36, Explanation = "Tên chính thức, tối đa 400 ký tự." },
        new("ShortName", "Tên ngắn", false) { Width = 24, Explanation = "Để trống thì dùng tên đầy đủ." },
        new("Kind", "Loại đơn vị") { Explanation = "Như trong danh mục loại đơn vị, không cần dấu." },
        new("Parent", "Cấp trên trực tiếp", false) { Width = 26, Explanation = "Mã hoặc tên của đơn vị trong danh mục, hoặc của một hàng khác trong tệp." },
        new("ValidFromOn", "Hoạt động từ ngày", false) { Width = 14, Explanation = "Dạng ngày/tháng/năm; bắt buộc khi kế thừa đơn vị khác." },
        new("Predecessors", "Kế thừa từ", false) { Width = 26, Explanation = "Mã hoặc tên các đơn vị trong danh mục được sáp nhập vào đơn vị này, cách nhau bằng dấu chấm phẩy hoặc dấu |; chúng hoạt động đến hết ngày liền trước." },
        new("PlaceName", "Địa danh", false) { Explanation = "Địa danh trên văn bản, ví dụ: Thanh Hóa." },
        new("HeadTitle", "Chức danh người đứng đầu", false) { Explanation = "Như in dưới văn bản, ví dụ: CHỦ TỊCH." },
    ];

    /// <returns>The table with its problems, and what the rows make where there are none.</returns>
    public async Task<(ImportTable Table, IReadOnlyList<PlannedOrganization> Organizations)> Read(byte[] file, IReadOnlyList<(string Words, int Id)> kinds)
    {
        var table = ImportTable.Of(SheetOf(file), Columns);
        RuleViolation.Require(table.Rows.Count <= Most, $"Mỗi lần nhập tối đa {Most} đơn vị. Hãy chia thành nhiều tệp.", "File");
        table.RefuseDoubles("Code", OrganizationIndex.Key, "Mã lặp lại trong tệp");
        var rows = new OrganizationRows(table, await OrganizationIndex.Load(db), kinds, Days.Today(clock));
        var planned = table.Rows.Select(rows.Read).ToList();
        rows.RefuseCircles();
        rows.RefusePredecessorsTwice();
        return (table, table.Rows.All(row => row.IsGood) ? [.. planned.Select(row => row!)] : []);
    }

    private static ReadSheet SheetOf(byte[] file)
    {
        using var stream = new MemoryStream(file);
        XlsxLimits limits = new() { FileBytes = KeptFile.LargestBytes, Rows = Most + 20 };
        return !file.AsSpan().StartsWith("PK"u8) ? CsvReader.Read(stream, limits)
            : XlsxReader.Read(stream, limits).FirstOrDefault(sheet => !sheet.IsHidden) ?? throw new RuleViolation("Tệp không có trang tính nào.", "File");
    }
}

/// <summary>The rows of one table of organizations, each against the others and against what there is.</summary>
internal sealed class OrganizationRows(ImportTable table, OrganizationIndex known, IReadOnlyList<(string Words, int Id)> kinds, DateOnly today)
{
    private readonly ILookup<string, ImportRow> _byCode = table.Rows.Where(row => row["Code"] is not null).ToLookup(row => OrganizationIndex.Key(row["Code"]!));
    private readonly ILookup<string, ImportRow> _byName = table.Rows.Where(row => row["Name"] is not null).ToLookup(row => OrganizationIndex.Key(row["Name"]!));
    private readonly Dictionary<ImportRow, ImportRow> _parents = [];
    private readonly List<(ImportRow Row, int PredecessorId)> _predecessors = [];

    public PlannedOrganization? Read(ImportRow row)
    {
        var (code, name, shortName) = (row.Needed("Code", 40, "Nhập mã đơn vị."), row.Needed("Name", 400, "Nhập tên đầy đủ."), row.Optional("ShortName", 200));
        row.Require(code is null || !known.HasCode(code), "Code", "Mã đã dùng cho đơn vị khác.");
        row.Require(row["Kind"] is not null, "Kind", "Nhập loại đơn vị.");
        var (kind, from) = (row.OneOf("Kind", kinds.Select(one => (one.Words, one.Id))), row.Day("ValidFromOn"));
        var (parentId, parentRow) = Parent(row, from);
        var predecessors = Predecessors(row, from);
        var (place, head) = (row.Optional("PlaceName", 100), row.Optional("HeadTitle", 200));
        return !row.IsGood ? null : new(row.Number, code!, name!, shortName ?? name!, kind!.Value)
        {
            ParentId = parentId,
            ParentRow = parentRow,
            ValidFromOn = from,
            PlaceName = place ?? "",
            HeadTitle = head ?? "",
            PredecessorIds = predecessors,
        };
    }

    /// <summary>Refuses rows that stand above themselves.</summary>
    public void RefuseCircles()
    {
        foreach (var row in _parents.Keys)
        {
            var at = row;
            for (var step = 0; step <= _parents.Count && _parents.TryGetValue(at, out var above); step++)
            {
                at = above;
                row.Require(at != row, "Parent", "Các đơn vị trong tệp là cấp trên của nhau thành vòng.");
            }
        }
    }

    public void RefusePredecessorsTwice()
    {
        foreach (var group in _predecessors.GroupBy(row => row.PredecessorId).Where(group => group.Skip(1).Any()))
        {
            var numbers = string.Join(", ", group.Select(one => one.Row.Number));
            group.ToList().ForEach(one => one.Row.Refuse("Predecessors", $"Một đơn vị chỉ được kế thừa một lần (các hàng {numbers})."));
        }
    }

    // A row of the file comes before what there is: who writes both a code and its unit means that one.
    private (int? Id, int? Row) Parent(ImportRow row, DateOnly? from)
    {
        if (row["Parent"] is not { } typed)
        {
            return default;
        }

        var inFile = (_byCode[OrganizationIndex.Key(typed)].Any() ? _byCode : _byName)[OrganizationIndex.Key(typed)].ToList();
        if (inFile.Count > 0)
        {
            row.Require(inFile.Count == 1, "Parent", "Nhiều hàng trong tệp có tên này, hãy nhập mã.");
            row.Require(inFile[0] != row, "Parent", "Đơn vị không thể là cấp trên của chính mình.");
            _parents[row] = inFile[0];
            return (null, inFile[0].Number);
        }

        var (found, problem) = known.Find(typed, from > today ? from.Value : today);
        row.Require(found is not null, "Parent", problem ?? "");
        return (found?.Id, null);
    }

    private List<int> Predecessors(ImportRow row, DateOnly? from)
    {
        if (row["Predecessors"] is not { } typed)
        {
            return [];
        }

        row.Require(from is not null, "ValidFromOn", "Nhập ngày bắt đầu: các đơn vị được kế thừa hoạt động đến hết ngày liền trước.");
        return from is not { } day ? [] : [.. typed.Split([';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => Predecessor(row, one, day.AddDays(-1))).OfType<int>()];
    }

    private int? Predecessor(ImportRow row, string typed, DateOnly lastOn)
    {
        var (found, problem) = known.Find(typed, lastOn);
        row.Require(found is not null, "Predecessors", $"{typed}: {problem}");
        row.Require(found?.SuccessorId is null, "Predecessors", $"{found?.Name} đã được sáp nhập vào đơn vị khác.");
        row.Require(found?.ValidFromOn is not { } began || began <= lastOn, "Predecessors", $"{found?.Name} bắt đầu hoạt động sau ngày kế thừa.");
        if (found is not null)
        {
            _predecessors.Add((row, found.Id));
        }

        return found?.Id;
    }
}
