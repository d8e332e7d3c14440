using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Users;

/// <summary>An account that a row of an import makes, with its office.</summary>
public sealed record PlannedUser(string UserName, string FullName, int OrganizationId, Capacity Capacity, string Title, DateOnly FromOn)
{
    public string? Email { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UserName}\t{FullName}\t{OrganizationId}\t{Capacity}\t{Title}\t{FromOn:O}\t{Email}");
}

/// <summary>Reads a table of people from XLSX and says beside each cell what is wrong with it.</summary>
public sealed partial class UserTable(PortalDb db)
{
    public const int Most = 500;

    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("FullName", "Họ và tên") { Width = 26, Explanation = "Họ và tên đầy đủ, tối đa 100 ký tự." },
        new("UserName", "Tên đăng nhập") { Explanation = "Chữ thường không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới; tối đa 60 ký tự; không trùng tài khoản đã có." },
        new("Organization", "Đơn vị") { Width = 34, Explanation = "Mã, tên đầy đủ hoặc tên ngắn như trong danh mục đơn vị, không cần dấu." },
        new("Capacity", "Vai trò") { Explanation = "Chuyên viên, Lãnh đạo hoặc Văn thư." },
        new("Title", "Chức danh") { Width = 22, Explanation = "Như in trên văn bản, ví dụ: Phó Chủ tịch, Chuyên viên." },
        new("FromOn", "Từ ngày") { Width = 12, Explanation = "Ngày bắt đầu giữ cương vị, dạng ngày/tháng/năm." },
        new("Email", "Thư điện tử", IsRequired: false) { Width = 28, Explanation = "Nơi cổng gửi thư nhắc việc, thông báo; có thể để trống." },
    ];

    private static readonly (string, Capacity)[] Capacities = [.. Enum.GetValues<Capacity>().Select(capacity => (Labels.Of(capacity), capacity))];

    /// <returns>The table with its problems, and what the rows make where there are none.</returns>
    public async Task<(ImportTable Table, IReadOnlyList<PlannedUser> Users)> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var sheet = XlsxReader.Read(stream, new() { FileBytes = KeptFile.LargestBytes, Rows = Most + 20 }).FirstOrDefault(sheet => !sheet.IsHidden) ?? throw new RuleViolation("Tệp không có trang tính nào.", "File");
        var table = ImportTable.Of(sheet, Columns);
        RuleViolation.Require(table.Rows.Count <= Most, $"Mỗi lần nhập tối đa {Most} người. Hãy chia thành nhiều tệp.", "File");
        table.RefuseDoubles("UserName", name => name.ToLowerInvariant(), "Tên đăng nhập lặp lại trong tệp");
        var (organizations, taken) = (await OrganizationIndex.Load(db), await Taken(table));
        var users = table.Rows.Select(row => Read(row, organizations, taken)).ToList();
        return (table, table.Rows.All(row => row.IsGood) ? [.. users.Select(user => user!)] : []);
    }

    private static PlannedUser? Read(ImportRow row, OrganizationIndex organizations, HashSet<string> taken)
    {
        var fullName = row.Needed("FullName", 100, "Nhập họ và tên.");
        var userName = row.Needed("UserName", 60, "Nhập tên đăng nhập.")?.ToLowerInvariant();
        row.Require(userName is null || Allowed().IsMatch(userName), "UserName", "Chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.");
        row.Require(userName is null || !taken.Contains(userName), "UserName", "Tên đăng nhập đã có.");
        row.Require(EmailRules.IsGood(row["Email"]) && row["Email"] is not { Length: > EmailRules.Longest }, "Email", EmailRules.Wrong);
        row.Require(row["Capacity"] is not null, "Capacity", "Nhập vai trò: Chuyên viên, Lãnh đạo hoặc Văn thư.");
        row.Require(row["FromOn"] is not null, "FromOn", "Nhập ngày bắt đầu.");
        var (capacity, title, from) = (row.OneOf("Capacity", Capacities), row.Needed("Title", 200, "Nhập chức danh."), row.Day("FromOn"));
        var organization = row.Needed("Organization", 400, "Nhập mã hoặc tên đơn vị.") is { } typed ? Find(row, typed, organizations, from) : null;
        return row.IsGood ? new(userName!, fullName!, organization!.Value, capacity!.Value, title!, from!.Value) { Email = row["Email"] } : null;
    }

    private static int? Find(ImportRow row, string typed, OrganizationIndex organizations, DateOnly? from)
    {
        var (found, problem) = organizations.Find(typed, from ?? DateOnly.MinValue);
        row.Require(found is not null, "Organization", problem ?? "");
        return found?.Id;
    }

    private async Task<HashSet<string>> Taken(ImportTable table)
    {
        var names = table.Rows.Select(row => row["UserName"]?.ToUpperInvariant()).OfType<string>().Distinct().ToList();
        return [.. (await db.Users.AsNoTracking().Where(user => names.Contains(user.NormalizedUserName!)).Select(user => user.UserName!).ToListAsync()).Select(name => name.ToLowerInvariant())];
    }

    [GeneratedRegex("^[a-z0-9._-]+$", RegexOptions.None, 1000)]
    private static partial Regex Allowed();
}
