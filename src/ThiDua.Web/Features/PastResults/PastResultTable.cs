using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.PastResults;

/// <summary>A result that a row makes, and the unit of the catalogue that its name was found to be.</summary>
public sealed record PlannedResult(int Row, PastResultDescription Result, string UnitName)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row}\t{Result}\t{UnitName}");
}

/// <summary>Reads a table of past results from XLSX and says beside each cell what is wrong with it.</summary>
public sealed class PastResultTable(PortalDb db, CurrentYear entered, ResultsOverYears known)
{
    public const int Most = 1000;
    private const int FirstYear = 1990;

    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("Year", "Năm") { Width = 8, Explanation = "Năm thi đua, ví dụ 2019; chỉ các năm trước năm thi đua này." },
        new("Unit", "Đơn vị") { Width = 34, Explanation = "Tên như trong văn bản của năm đó, hoặc mã trong danh mục; không cần dấu. Đơn vị đã sáp nhập vẫn ghi tên cũ." },
        new("Total", "Tổng điểm") { Width = 12, Explanation = "Tổng điểm được công nhận." },
        new("Maximum", "Điểm tối đa") { Width = 12, Explanation = "Tổng điểm tối đa của bảng tiêu chí năm đó, để so sánh giữa các năm." },
        new("Rank", "Thứ hạng", IsRequired: false) { Width = 10, Explanation = "Số nguyên từ 1; để trống nếu không xếp hạng." },
        new("Honour", "Suy tôn", IsRequired: false) { Width = 24, Explanation = "Vị trí được suy tôn hoặc hình thức khen thưởng, nếu có." },
        new("Number", "Số văn bản") { Width = 20, Explanation = "Số, ký hiệu văn bản công nhận hoặc thông qua kết quả." },
        new("IssuedOn", "Ngày văn bản") { Width = 14, Explanation = "Dạng ngày/tháng/năm." },
        new("Issuer", "Cơ quan ban hành") { Width = 30, Explanation = "Cơ quan ban hành văn bản." },
    ];

    /// <returns>The table with its problems, and what the rows make where there are none.</returns>
    public async Task<(ImportTable Table, IReadOnlyList<PlannedResult> Planned)> Handle(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var sheet = XlsxReader.Read(stream, new() { FileBytes = KeptFile.LargestBytes, Rows = Most + 20 }).FirstOrDefault(sheet => !sheet.IsHidden) ?? throw new RuleViolation("Tệp không có trang tính nào.", "File");
        var table = ImportTable.Of(sheet, Columns);
        RuleViolation.Require(table.Rows.Count <= Most, $"Mỗi lần nhập tối đa {Most} hàng. Hãy chia thành nhiều tệp.", "File");
        var organizations = await OrganizationIndex.Load(db);
        var planned = table.Rows.Select(row => Read(row, organizations)).OfType<PlannedResult>().ToList();
        RefuseDoubles(table, planned);
        await RefuseKnown(table, planned);
        return (table, table.Rows.All(row => row.IsGood) ? planned : []);
    }

    private PlannedResult? Read(ImportRow row, OrganizationIndex organizations)
    {
        var year = Whole(row, "Year", "Nhập năm thi đua.");
        row.Require(year is null || (year >= FirstYear && year < entered.Year.Year), "Year", $"Năm phải từ {FirstYear} đến {entered.Year.Year - 1}.");
        var (total, maximum) = (Figure(row, "Total", "Nhập tổng điểm."), Figure(row, "Maximum", "Nhập điểm tối đa."));
        row.Require(total is null or >= 0, "Total", "Tổng điểm không được nhỏ hơn 0.");
        row.Require(maximum is null or > 0, "Maximum", "Điểm tối đa phải lớn hơn 0.");
        var rank = row["Rank"] is null ? null : Whole(row, "Rank", "");
        row.Require(rank is null or > 0, "Rank", "Thứ hạng phải là số nguyên từ 1.");
        var (honour, number, issuer) = (row.Optional("Honour", 200), row.Needed("Number", 60, "Nhập số, ký hiệu văn bản."), row.Needed("Issuer", 200, "Nhập cơ quan ban hành."));
        row.Require(row["IssuedOn"] is not null, "IssuedOn", "Nhập ngày văn bản.");
        var issuedOn = row.Day("IssuedOn");
        var name = row.Needed("Unit", 400, "Nhập tên đơn vị.");
        if (name is null || year is null)
        {
            return null;
        }

        var (unit, problem) = organizations.FindIn(name, year.Value);
        row.Require(unit is not null, "Unit", problem ?? "");
        return row.IsGood
            ? new(row.Number, new(year.Value, unit!.Id, name, total!.Value, maximum!.Value, new(number!, issuedOn!.Value, issuer!, "")) { Rank = rank, Honour = honour }, unit.Name)
            : null;
    }

    private static void RefuseDoubles(ImportTable table, List<PlannedResult> planned)
    {
        foreach (var group in planned.GroupBy(row => (row.Result.Year, row.Result.OrganizationId)).Where(group => group.Skip(1).Any()))
        {
            var numbers = string.Join(", ", group.Select(row => row.Row));
            group.ToList().ForEach(row => RowOf(table, row).Refuse("Unit", $"{row.UnitName} năm {row.Result.Year} có nhiều hàng trong tệp (các hàng {numbers})."));
        }
    }

    private async Task RefuseKnown(ImportTable table, List<PlannedResult> planned)
    {
        var (imported, held) = (
            (await known.Imported().Select(row => new { row.Year, row.OrganizationId }).ToListAsync()).Select(row => (row.Year, row.OrganizationId)).ToHashSet(),
            await known.YearsHeld());
        foreach (var row in planned)
        {
            RowOf(table, row).Require(!held.Contains(row.Result.Year), "Year", $"Kết quả năm {row.Result.Year} đã có trên cổng.");
            RowOf(table, row).Require(!imported.Contains((row.Result.Year, row.Result.OrganizationId)), "Unit", $"Kết quả năm {row.Result.Year} của {row.UnitName} đã được nhập.");
        }
    }

    private static ImportRow RowOf(ImportTable table, PlannedResult planned) => table.Rows.First(row => row.Number == planned.Row);

    private static int? Whole(ImportRow row, string key, string missing)
    {
        var figure = Figure(row, key, missing);
        row.Require(figure is null || (figure == Math.Truncate(figure.Value) && Math.Abs(figure.Value) < 10_000), key, "Nhập một số nguyên.");
        return row.Problems.ContainsKey(key) ? null : (int?)figure;
    }

    private static decimal? Figure(ImportRow row, string key, string missing)
    {
        var cell = row.Cell(key);
        decimal? figure = cell.Number ?? (cell.Date is null && Conventions.VietnameseInput.TryNumber(row[key], out var typed) ? typed : null);
        row.Require(row[key] is not null || missing.Length == 0, key, missing);
        row.Require(row[key] is null || figure is not null, key, "Nhập một số, ví dụ 945,5.");
        row.Require(figure is null || (Math.Abs(figure.Value) < 1_000_000 && Math.Round(figure.Value, 4) == figure), key, "Số quá lớn hoặc có quá 4 chữ số sau dấu phẩy.");
        return row.Problems.ContainsKey(key) ? null : figure;
    }
}
