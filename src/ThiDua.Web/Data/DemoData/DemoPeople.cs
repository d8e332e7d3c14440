using Microsoft.AspNetCore.Identity;
using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Access;
using static ThiDua.Domain.Access.Capacity;

namespace ThiDua.Web.Data.DemoData;

/// <summary>An office of a demo account.</summary>
internal sealed record DemoOffice(string OrganizationCode, Capacity Capacity, string Title);

/// <summary>A demo account; the person is invented.</summary>
internal sealed record DemoAccount(string UserName, string FullName, params IReadOnlyList<DemoOffice> Offices);

/// <summary>The accounts of the demo data. Every name is invented; a name of an office holder would be a coincidence.</summary>
internal static class DemoPeople
{
    public const string Password = "ThiDua@2020";
    public const string Administrator = "admin";

    private static readonly DateOnly From = new(2020, 1, 1);

    private static readonly (string Code, string UserName, string Head, string Clerk)[] Provinces =
    [
        ("38", "thanhhoa", "Lưu Bách Tùng", "Vi Thị Mai Khuê"),
        ("40", "nghean", "Thái Sơn Lâm", "Cao Thị Thu Sương"),
        ("42", "hatinh", "Đinh Quang Khải", "Uông Thị Lam Giang"),
        ("44", "quangbinh", "Mạc Gia Tường", "Đoàn Thị Hải Yên"),
        ("45", "quangtri", "Tạ Khánh Duy", "Lều Thị Bích Hợp"),
        ("46", "thuathienhue", "Tôn Nguyên Phúc", "Hồ Thị Diễm Quỳnh"),
    ];

    private static readonly (string Code, string UserName, string Head, string Clerk)[] Departments =
    [
        ("31", "haiphong", "Khúc Hải Đăng", "Bạch Thị Ngân Hà"),
        ("36", "namdinh", "Trịnh Công Thành", "Mai Thị Nhã Uyên"),
        ("34", "thaibinh", "Lại Thế Vinh", "Phí Thị Thanh Trà"),
        ("35", "hanam", "Đàm Trọng Nghĩa", "Chử Thị Hoài An"),
        ("37", "ninhbinh", "Giang Tuấn Kiệt", "Quách Thị Lan Chi"),
        ("33", "hungyen", "Đỗ Thiện Nhân", "Ngô Thị Hạ Vy"),
        ("30", "haiduong", "Vương Bảo Toàn", "Nhữ Thị Cẩm Tú"),
        ("22", "quangninh", "Châu Đức Phú", "Lục Thị Minh Ánh"),
    ];

    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        .. Provinces.SelectMany(OfProvince),
        new("thanhhoa.vt", "Hà Thị Tường Lam", new DemoOffice(DemoOrganizations.OfProvince("38"), Registrar, "Văn thư")),
        new("hdtw.cv", "Phùng Thị Kim Oanh", new DemoOffice(DemoOrganizations.Board, Clerk, "Chuyên viên")),
        new("hdtw.ld", "Doãn Chí Cường", new DemoOffice(DemoOrganizations.Council, Head, "Phó Chủ tịch thường trực")),
        new("bantdkt.ld", "Từ Quốc Bình", new DemoOffice(DemoOrganizations.Board, Head, "Trưởng Ban")),
        new("bantdkt.cv", "Nghiêm Thị Thảo Nhi", new DemoOffice(DemoOrganizations.Board, Clerk, "Chuyên viên"), new DemoOffice(DemoOrganizations.MinistryOffice, Clerk, "Chuyên viên biệt phái")),
        .. Departments.SelectMany(OfDepartment),
        new("haiphong.vt", "Tống Thị Yến Ly", new DemoOffice(DemoOrganizations.HomeAffairsOf("31"), Registrar, "Văn thư")),
        new("bonoivu.cv", "Viên Thị Phương Dung", new DemoOffice(DemoOrganizations.Ministry, Clerk, "Chuyên viên")),
        new("bonoivu.ld", "Khổng Minh Triết", new DemoOffice(DemoOrganizations.Ministry, Head, "Thứ trưởng")),
        new("vpbnv.cv", "Ông Thị Hồng Gấm", new DemoOffice(DemoOrganizations.MinistryOffice, Clerk, "Chuyên viên")),
        new("vpbnv.ld", "Lâm Trí Dũng", new DemoOffice(DemoOrganizations.MinistryOffice, Head, "Chánh Văn phòng")),
    ];

    public static string ClerkOf(string provinceCode) => NameOf(provinceCode) + ".cv";

    public static string RegistrarOf(string provinceCode) => NameOf(provinceCode) + ".vt";

    public static string HeadOf(string provinceCode) => NameOf(provinceCode) + ".ld";

    /// <summary>The people by user name, each as signed in with the first office.</summary>
    public static async Task<IReadOnlyDictionary<string, Person>> Plant(PortalDb db, IReadOnlyDictionary<string, Organization> organizations, IPasswordHasher<User> hasher)
    {
        var hash = hasher.HashPassword(new User(), Password); // once for all: hashing is slow on purpose
        var users = Accounts.ToDictionary(account => account.UserName, account => AUser(account.UserName, account.FullName, hash));
        db.AddRange(users.Values);
        await db.SaveChangesAsync();
        var offices = Accounts.ToDictionary(account => account.UserName, account => account.Offices.Select(office =>
            new Office(Actor.Portal, users[account.UserName].Id, organizations[office.OrganizationCode].Id, office.Capacity, office.Title, From)).ToList());
        db.AddRange(offices.Values.SelectMany(held => held));
        await db.SaveChangesAsync();
        var byId = organizations.Values.ToDictionary(organization => organization.Id);
        return users.ToDictionary(user => user.Key, user => APerson(user.Value, [.. offices[user.Key].Select(office => Held(office, byId))]));
    }

    /// <summary>Last of all, so that a database with an administrator holds everything.</summary>
    public static async Task PlantAdministrator(PortalDb db, IPasswordHasher<User> hasher)
    {
        var user = AUser(Administrator, "Quản trị hệ thống", hasher.HashPassword(new User(), Password));
        user.IsAdministrator = true;
        db.Add(user);
        await db.SaveChangesAsync();
    }

    private static string NameOf(string provinceCode) => Provinces.Concat(Departments).First(one => one.Code == provinceCode).UserName;

    private static IEnumerable<DemoAccount> OfProvince((string Code, string UserName, string Head, string Clerk) one) =>
    [
        new(one.UserName + ".ld", one.Head, new DemoOffice(DemoOrganizations.OfProvince(one.Code), Head, "Chủ tịch")),
        new(one.UserName + ".cv", one.Clerk, new DemoOffice(DemoOrganizations.AdvisingBodyOf(one.Code), Clerk, "Chuyên viên")),
    ];

    private static IEnumerable<DemoAccount> OfDepartment((string Code, string UserName, string Head, string Clerk) one) =>
    [
        new(one.UserName + ".ld", one.Head, new DemoOffice(DemoOrganizations.HomeAffairsOf(one.Code), Head, "Giám đốc")),
        new(one.UserName + ".cv", one.Clerk, new DemoOffice(DemoOrganizations.HomeAffairsOf(one.Code), Clerk, "Chuyên viên")),
    ];

    private static User AUser(string userName, string fullName, string passwordHash) => new()
    {
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        FullName = fullName,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
    };

    private static Person APerson(User user, IReadOnlyList<OfficeHeld> offices) => new(user.Id, user.FullName, false, false, offices, offices[0]);

    private static OfficeHeld Held(Office office, Dictionary<int, Organization> organizations) =>
        new(office.Id, office.Title, office.Capacity, office.OrganizationId, organizations[office.OrganizationId].Name, [.. organizations.Values.Where(row => row.AdvisingBodyId == office.OrganizationId).Select(row => row.Id)]);
}
