using System.Globalization;
using ThiDua.Domain;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Registrations;

/// <summary>A target that a row of an import writes: in place of a stored one, or new.</summary>
public sealed record PlannedTarget(int Row, TargetDescription Target, int? StoredId, int? StoredVersion)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row}\t{Target}\t{StoredId}\t{StoredVersion}");
}

/// <summary>What a table of targets would make; writes nothing.</summary>
public sealed record TargetsPreview(ImportPreview Preview, IReadOnlyList<PlannedTarget> Planned)
{
    public int Added => Planned.Count(row => row.StoredId is null);
}

/// <summary>The table of a unit's targets as a workbook: written as the template with the leaves of the scheme, read against the registration.</summary>
public static class TargetTable
{
    public const int Most = 500;

    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("Code", "Số thứ tự", IsRequired: false) { Width = 9, Explanation = "Của tiêu chí trong bảng tiêu chí, ví dụ I.1; để trống với chỉ tiêu khác của đơn vị." },
        new("Indicator", "Chỉ tiêu", IsRequired: false) { Width = 44, Explanation = "Tên chỉ tiêu; có số thứ tự thì lấy theo bảng tiêu chí." },
        new("Unit", "Đơn vị tính", IsRequired: false) { Width = 12, Explanation = "Ví dụ: %, tỷ đồng; có số thứ tự mà để trống thì lấy theo bảng tiêu chí." },
        new("Value", "Giá trị") { Width = 16, Explanation = "Là một số, ví dụ 28.400.000 hoặc 7,5. Hàng để trống giá trị được bỏ qua." },
        new("Source", "Nguồn", IsRequired: false) { Width = 12, Explanation = "Đăng ký hoặc Được giao; để trống là Đăng ký." },
        new("Number", "Số văn bản giao", IsRequired: false) { Width = 18, Explanation = "Bắt buộc với chỉ tiêu được giao." },
        new("IssuedOn", "Ngày văn bản", IsRequired: false) { Width = 13, Explanation = "Dạng ngày/tháng/năm; bắt buộc với chỉ tiêu được giao." },
        new("Issuer", "Cơ quan ban hành", IsRequired: false) { Width = 28, Explanation = "Bắt buộc với chỉ tiêu được giao." },
        new("Page", "Trang", IsRequired: false) { Width = 9, Explanation = "Trang của văn bản giao." },
    ];

    public static async Task<byte[]> Template(RegistrationPage page, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        List<Column> explained = [new("Cột", 24), new("Cách nhập", 90)];
        var without = page.WithoutTarget.Select(leaf => new Row([leaf.Code, leaf.Name, leaf.Unit, null as string, Labels.Of(TargetSource.Registered), null as string, null as string, null as string, null as string]));
        await XlsxTable.Write(
            file,
            [
                new("Chỉ tiêu", [.. Columns.Select(column => new Column(column.Head, column.Width, column.Key == "Value" ? ColumnAlignment.Right : ColumnAlignment.Left))], [.. page.Targets.Select(row => Line(page, row)), .. without]) { Titles = [$"Chỉ tiêu đăng ký thi đua: {page.UnitName}"] },
                new("Hướng dẫn", explained, Columns.Select(column => new Row([column.Head, column.Explanation]))),
            ],
            cancellation);
        return file.ToArray();
    }

    /// <returns>The table with its problems, and what the rows make where there are none.</returns>
    public static (ImportTable Table, IReadOnlyList<PlannedTarget> Planned) Read(byte[] file, RegistrationPage page)
    {
        using var stream = new MemoryStream(file);
        var sheet = XlsxReader.Read(stream, new() { FileBytes = KeptFile.LargestBytes, Rows = Most + 20 }).FirstOrDefault(sheet => !sheet.IsHidden) ?? throw new RuleViolation("Tệp không có trang tính nào.", "File");
        var all = ImportTable.Of(sheet, Columns);
        var table = all with { Rows = [.. all.Rows.Where(row => !row.Cell("Value").IsEmpty)] };
        RuleViolation.Require(table.Rows.Count > 0, "Không có hàng nào ghi giá trị của chỉ tiêu.", "File");
        RuleViolation.Require(table.Rows.Count <= Most, $"Mỗi lần nhập tối đa {Most} hàng. Hãy chia thành nhiều tệp.", "File");
        var planned = table.Rows.Select(row => (Row: row, Plan: Read(row, page))).ToList();
        foreach (var double_ in planned.Where(one => one.Plan is not null).GroupBy(one => one.Plan!.Target.Subject).Where(group => group.Skip(1).Any()))
        {
            var numbers = string.Join(", ", double_.Select(one => one.Row.Number));
            double_.ToList().ForEach(one => one.Row.Refuse("Indicator", $"Chỉ tiêu này có nhiều hàng cùng nguồn (các hàng {numbers})."));
        }

        return (table, table.Rows.All(row => row.IsGood) ? [.. planned.Select(one => one.Plan!)] : []);
    }

    private static Row Line(RegistrationPage page, Target row) => new([
        page.LeafOf(row)?.Code, row.Indicator, row.Unit, row.Value, Labels.Of(row.Source), row.Document?.Number, row.Document?.IssuedOn, row.Document?.Issuer, row.Page]);

    private static PlannedTarget? Read(ImportRow row, RegistrationPage page)
    {
        var leaf = Leaf(row, page);
        var name = leaf?.Name ?? row.Optional("Indicator", 1000);
        row.Require(name is not null || row["Code"] is not null, "Indicator", "Nhập tên chỉ tiêu, hoặc số thứ tự của tiêu chí.");
        var unit = row.Optional("Unit", 400) ?? leaf?.Unit;
        var value = Value(row, leaf is not null);
        var source = row["Source"] is null ? TargetSource.Registered : row.OneOf("Source", Enum.GetValues<TargetSource>().Select(one => (Labels.Of(one), one)));
        var document = source == TargetSource.Assigned ? Document(row) : null;
        if (!row.IsGood)
        {
            return null;
        }

        var target = new TargetDescription(leaf?.Id, name!, unit, value!.Value, source!.Value) { Document = document, Page = source == TargetSource.Assigned ? row.Optional("Page", 60) : null };
        var stored = page.Targets.FirstOrDefault(one => one.Description().Subject == target.Subject);
        return row.IsGood ? new(row.Number, target, stored?.Id, stored?.Version) : null;
    }

    // A spreadsheet turns 1.1 into a number and 1.2 into a day.
    private static LeafWithTarget? Leaf(ImportRow row, RegistrationPage page)
    {
        row.Require(row.Cell("Code").Date is null, "Code", "Bảng tính đã đổi số thứ tự thành ngày: định dạng cột là Văn bản rồi nhập lại.");
        var code = row.Cell("Code").Number is { } number ? number.ToString("0.###", CultureInfo.InvariantCulture) : row["Code"];
        var leaf = code is null ? null : page.Leaves.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase));
        row.Require(code is null || leaf is not null, "Code", $"Bảng tiêu chí không có tiêu chí {code}, hoặc tiêu chí đó không nhận chỉ tiêu.");
        return leaf;
    }

    private static decimal? Value(ImportRow row, bool isOfLeaf)
    {
        var cell = row.Cell("Value");
        decimal? value = cell.Number ?? (cell.Date is null && VietnameseInput.TryNumber(row["Value"], out var typed) ? typed : null);
        row.Require(value is not null, "Value", VietnameseInput.Problem(row["Value"]));
        row.Require(value is null || (Math.Abs(value.Value) < 10_000_000_000_000m && Math.Round(value.Value, 4) == value), "Value", "Số quá lớn hoặc có quá 4 chữ số sau dấu phẩy.");
        row.Require(value is null || !isOfLeaf || value > 0, "Value", "Chỉ tiêu của tiêu chí phải lớn hơn 0 thì mới tính được tỷ lệ thực hiện.");
        return value;
    }

    private static DocumentReference? Document(ImportRow row)
    {
        var (number, issuer) = (row.Needed("Number", 60, "Chỉ tiêu được giao phải ghi số văn bản giao."), row.Needed("Issuer", 200, "Chỉ tiêu được giao phải ghi cơ quan ban hành."));
        row.Require(row["IssuedOn"] is not null, "IssuedOn", "Chỉ tiêu được giao phải ghi ngày văn bản.");
        var day = row.Day("IssuedOn");
        return number is not null && issuer is not null && day is { } on ? new(number, on, issuer, "") : null;
    }
}
