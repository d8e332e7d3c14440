using System.Globalization;
using ThiDua.Domain;
using ThiDua.Web.Access;

namespace ThiDua.Web.Conventions;

/// <summary>How figures, days and times are shown on pages: decimal comma, dd/MM/yyyy, Vietnamese time.</summary>
public static class Shown
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Points with two decimals, "1.234,50"; a dash where there are none.</summary>
    public static string Points(decimal? points) => points?.ToString("#,##0.00", Vietnamese) ?? "–";

    /// <summary>A typed figure without trailing zeros, "8,4"; empty where there is none; as typed back into its field.</summary>
    public static string Figure(decimal? figure) => figure?.ToString("0.####", Vietnamese) ?? "";

    public static string Percent(decimal? percent) => percent is { } value ? value.ToString("0.00", Vietnamese) + " %" : "–";

    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Hour and day; the day alone where nobody knows the hour, as of what came on paper.</summary>
    public static string Time(DateTime? utc) => utc is { } time ? Days.Local(time).ToString(VietnamTime.IsDayAlone(time) ? "dd/MM/yyyy" : "HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture) : "";

    public static string Clock(DateTime? utc) => utc is { } time ? Days.Local(time).ToString("HH:mm", CultureInfo.InvariantCulture) : "";
}
