using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The organizations of the demo data by code: 63 provinces of 2020 with their successors of 2025, the bodies of the two clusters.</summary>
internal static class DemoOrganizations
{
    public const string Council = "HDTDKTTW";
    public const string Board = "BTDKTTW";
    public const string Ministry = "BNV";
    public const string MinistryOffice = "VPBNV";

    /// <summary>The provinces of the North Central cluster, the leader first, the deputy second.</summary>
    public static readonly string[] NorthCentral = ["38", "44", "40", "42", "45", "46"];

    /// <summary>The provinces whose departments of home affairs form the northern cluster, the leader first, the deputy second.</summary>
    public static readonly string[] North = ["31", "36", "34", "35", "37", "33", "30", "22"];

    private const string CouncilKind = "Hội đồng Thi đua - Khen thưởng";
    private const string MinistryKind = "Bộ, cơ quan ngang bộ";
    private const string ProvinceKind = "Ủy ban nhân dân cấp tỉnh";
    private const string DepartmentKind = "Sở, ban, ngành cấp tỉnh";
    private const string AdvisingKind = "Cơ quan chuyên trách thi đua, khen thưởng";

    private static readonly string[] Kinds =
        [CouncilKind, MinistryKind, ProvinceKind, DepartmentKind, AdvisingKind, "Cơ quan của Đảng", "Mặt trận Tổ quốc, tổ chức chính trị - xã hội", "Lực lượng vũ trang", "Doanh nghiệp", "Đơn vị sự nghiệp công lập"];

    private static readonly Dictionary<string, DemoProvince> Provinces = DemoProvince.All.ToDictionary(province => province.Code);

    public static string OfProvince(string code) => "T" + code;

    public static string AdvisingBodyOf(string code) => $"T{code}-BTDKT";

    public static string HomeAffairsOf(string code) => $"T{code}-SNV";

    public static async Task<IReadOnlyDictionary<string, Organization>> Plant(PortalDb db)
    {
        var kinds = Kinds.Select((name, index) => new OrganizationKind(name, index + 1)).ToDictionary(kind => kind.Name);
        db.AddRange(kinds.Values);
        await db.SaveChangesAsync();

        var planted = new Dictionary<string, Organization>();
        foreach (var level in Described().GroupBy(one => one.Level).OrderBy(level => level.Key))
        {
            foreach (var one in level)
            {
                planted[one.Code] = new(Actor.Portal, one.Describe(kinds[one.Kind].Id, code => planted[code].Id));
            }

            db.AddRange(level.Select(one => planted[one.Code]));
            await db.SaveChangesAsync();
        }

        Merge(planted);
        await db.SaveChangesAsync();
        return planted;
    }

    public static string ShortNameOf(string code) => Described().First(one => one.Code == code).ShortName;

    private static IEnumerable<DemoOrganization> Described() => [.. Central(), .. Advising(), .. People(), .. HomeAffairs()];

    private static IEnumerable<DemoOrganization> Central() =>
    [
        new(0, Ministry, "Bộ Nội vụ", "Bộ Nội vụ", MinistryKind, "Hà Nội", "BỘ TRƯỞNG"),
        new(1, MinistryOffice, "Văn phòng Bộ Nội vụ", "Văn phòng Bộ Nội vụ", MinistryKind, "Hà Nội", "CHÁNH VĂN PHÒNG", Parent: Ministry),
        new(1, Board, "Ban Thi đua - Khen thưởng Trung ương", "Ban TĐKT Trung ương", AdvisingKind, "Hà Nội", "TRƯỞNG BAN", Parent: Ministry),
        new(2, Council, "Hội đồng Thi đua - Khen thưởng Trung ương", "Hội đồng TĐKT Trung ương", CouncilKind, "Hà Nội", "CHỦ TỊCH", AdvisingBody: Board),
    ];

    // Before the people's committees, which name them as their advising bodies.
    private static IEnumerable<DemoOrganization> Advising() =>
        NorthCentral.Select(code => Provinces[code]).Select(province =>
            new DemoOrganization(0, AdvisingBodyOf(province.Code), $"Ban Thi đua - Khen thưởng tỉnh {province.Name}", $"Ban TĐKT tỉnh {province.Name}", AdvisingKind, province.Name, "TRƯỞNG BAN"));

    private static IEnumerable<DemoOrganization> People() =>
    [
        .. Provinces.Values.Select(province => new DemoOrganization(1, OfProvince(province.Code), "Ủy ban nhân dân " + province.Styled, "UBND " + province.Styled, ProvinceKind, province.Name, "CHỦ TỊCH",
            AdvisingBody: NorthCentral.Contains(province.Code) ? AdvisingBodyOf(province.Code) : null)),
        new(1, DemoProvince.HueCode, "Ủy ban nhân dân thành phố Huế", "UBND thành phố Huế", ProvinceKind, "Huế", "CHỦ TỊCH", ValidFromOn: DemoProvince.HueOn),
    ];

    private static IEnumerable<DemoOrganization> HomeAffairs() =>
        North.Select(code => Provinces[code]).Select(province =>
            new DemoOrganization(2, HomeAffairsOf(province.Code), "Sở Nội vụ " + province.Styled, "Sở Nội vụ " + province.Styled, DepartmentKind, province.Name, "GIÁM ĐỐC", Parent: OfProvince(province.Code)));

    // With a province go its department and its advising body, where the successor has one planted.
    private static void Merge(Dictionary<string, Organization> planted)
    {
        foreach (var province in Provinces.Values.Where(province => province.SuccessorCode is not null))
        {
            foreach (var body in new[] { "", "-SNV", "-BTDKT" })
            {
                if (planted.TryGetValue(OfProvince(province.Code) + body, out var former) && planted.TryGetValue(province.SuccessorCode + body, out var successor))
                {
                    former.Merge(Actor.Portal, successor.Id, province.LastOn);
                }
            }
        }
    }
}

/// <summary>An organization as the demo data lists it; its level is planted after the levels below.</summary>
internal sealed record DemoOrganization(int Level, string Code, string Name, string ShortName, string Kind, string Place, string HeadTitle, string? Parent = null, string? AdvisingBody = null, DateOnly? ValidFromOn = null)
{
    public OrganizationDescription Describe(int kindId, Func<string, int> idOf) => new(Code, Name, ShortName, kindId)
    {
        ParentId = Parent is null ? null : idOf(Parent),
        AdvisingBodyId = AdvisingBody is null ? null : idOf(AdvisingBody),
        PlaceName = Place,
        HeadTitle = HeadTitle,
        ValidFromOn = ValidFromOn,
    };
}
