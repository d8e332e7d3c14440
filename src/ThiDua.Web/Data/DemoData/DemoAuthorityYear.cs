using ThiDua.Domain.Authorities;
using ThiDua.Domain.Planning.Requests;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The year 2020 of the central council: its plan, and limits that the plan of the North Central coast keeps. Number and day are invented.</summary>
internal static class DemoAuthorityYear
{
    public static async Task Plant(DemoStage stage)
    {
        var by = stage.ActForAuthority("hdtw.ld", DemoOrganizations.Council);
        var year = new AuthorityYear(by, stage.Organization(DemoOrganizations.Council).Id, 2020);
        year.Set(by, new()
        {
            Plan = new("05/KH-HĐTĐKT", new(2020, 2, 10), "Hội đồng Thi đua - Khen thưởng Trung ương", "công tác năm 2020"),
            Limits =
            [
                new(LimitKind.CovenantSigned, "đến hết ngày 31/7/2020"),
                new(LimitKind.PlanSent, "đến hết ngày 15/7/2020"),
                new(LimitKind.SixMonthReport, "trước ngày 20/7/2020"),
                new(LimitKind.MidYearConference, "đến hết ngày 31/7/2020"),
                new(LimitKind.AnnualReport, "trước ngày 15/02/2021"),
                new(LimitKind.AnnualConference, "đến hết ngày 28/02/2021"),
            ],
            PlanManner = RequestManner.Report,
        }, null, new(2020, 2, 12, 3, 0, 0, DateTimeKind.Utc));
        stage.Db.Add(year);
        await stage.Db.SaveChangesAsync();
    }
}
