namespace ThiDua.Web.Data.DemoData;

/// <summary>A province of 2020 with what followed it in 2025; no successor where it went on under its code and name.</summary>
internal sealed record DemoProvince(string Code, string Name, bool IsCity, string? SuccessorCode, DateOnly LastOn)
{
    /// <summary>Huế keeps the old number but is a new city.</summary>
    public const string HueCode = "T46-HUE";

    /// <summary>The city of Huế stands from this day (Nghị quyết 175/2024/QH15), half a year before the mergers.</summary>
    public static readonly DateOnly HueOn = new(2025, 1, 1);

    private static readonly DateOnly LastBeforeMergers = new(2025, 6, 30);

    public static IReadOnlyList<DemoProvince> All { get; } = [.. Resources.Table("DemoData/provinces.csv").Select(Read)];

    /// <summary>"tỉnh Thanh Hóa", "thành phố Hải Phòng", "Thành phố Hồ Chí Minh".</summary>
    public string Styled => Name.StartsWith("Thành phố", StringComparison.Ordinal) ? Name : (IsCity ? "thành phố " : "tỉnh ") + Name;

    private static DemoProvince Read(string[] row)
    {
        var (code, name, kind, successorCode, successorName) = (row[0], row[1], row[2], row[3], row[4]);
        var isCity = kind == "Thành phố";
        if (code == successorCode)
        {
            return name == successorName ? new(code, name, isCity, null, LastBeforeMergers) : new(code, name, isCity, HueCode, HueOn.AddDays(-1));
        }

        return new(code, name, isCity, "T" + successorCode, LastBeforeMergers);
    }
}
