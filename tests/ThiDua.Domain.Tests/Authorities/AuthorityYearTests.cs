using ThiDua.Domain.Access;
using ThiDua.Domain.Authorities;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Authorities;

public sealed class AuthorityYearTests
{
    private static readonly DateTime Now = new(2020, 3, 2, 3, 0, 0, DateTimeKind.Utc);

    private static Actor Of(int organizationId, Capacity capacity = Capacity.Clerk) => new(1, "Người thử", 1, "Cương vị", organizationId, capacity) { Positions = new HashSet<Position> { Position.Authority } };

    [Theory]
    // limit, date, standing: a day
    [InlineData("đến hết ngày 10/7/2020", "ngày 10/7/2020", LimitStanding.Within)]
    [InlineData("trước ngày 10/7/2020", "ngày 10/7/2020", LimitStanding.Exceeds)]
    [InlineData("trước ngày 10/7/2020", "ngày 09/7/2020", LimitStanding.Within)]
    // a stretch that runs over the limit, or begins after it
    [InlineData("trước ngày 25/7/2020", "dự kiến trong tháng 7/2020", LimitStanding.MayExceed)]
    [InlineData("trong tháng 7/2020", "dự kiến trong tháng 7/2020", LimitStanding.Within)]
    [InlineData("trong tháng 7/2020", "đầu tháng 8/2020", LimitStanding.Exceeds)]
    [InlineData("đến hết ngày 05/7/2020", "từ ngày 05/7 đến ngày 10/7/2020", LimitStanding.MayExceed)]
    // without a year: that of the cluster year
    [InlineData("trong tháng 7", "ngày 01/8", LimitStanding.Exceeds)]
    [InlineData("quý II", "cuối tháng 6/2020", LimitStanding.Within)]
    // over the turn of the year
    [InlineData("đến hết ngày 28/02/2021", "dự kiến trong tháng 02/2021", LimitStanding.Within)]
    [InlineData("cuối tháng 12", "trước ngày 01/01/2021", LimitStanding.Within)]
    [InlineData("cuối tháng 12", "ngày 01/01/2021", LimitStanding.Exceeds)]
    public void A_planned_date_stands_to_a_limit(string limit, string date, LimitStanding standing) =>
        new DateLimit(LimitKind.MidYearConference, limit).Standing(DateAsWritten.Parse(date), 2020).ShouldBe(standing);

    [Theory]
    [InlineData("trong tháng 7", "trước ngày 01/8/2020", LimitStanding.Within)]
    [InlineData("trong tháng 7", "trong tháng 8/2020", LimitStanding.Exceeds)]
    [InlineData("trước ngày 25/7", "trong tháng 7/2020", LimitStanding.Exceeds)]
    public void A_deadline_stands_by_its_last_day(string limit, string deadline, LimitStanding standing) =>
        new DateLimit(LimitKind.SixMonthReport, limit).Standing(DateAsWritten.Parse(deadline).AsDeadline(2020).LastDay, 2020).ShouldBe(standing);

    [Fact]
    public void Each_conference_deadline_and_window_has_its_limit()
    {
        LimitKinds.Of(new ConferenceContent(ConferenceKind.CovenantSigning)).ShouldBe(LimitKind.CovenantSigned);
        LimitKinds.Of(new ConferenceContent(ConferenceKind.Preparatory)).ShouldBe(LimitKind.AnnualConference);
        LimitKinds.Of(new ConferenceContent(ConferenceKind.Thematic)).ShouldBeNull();
        LimitKinds.Of(new DeadlineContent(ReportKind.SixMonth, "báo cáo")).ShouldBe(LimitKind.SixMonthReport);
        LimitKinds.Of(new DeadlineContent(ReportKind.AdHoc, "báo cáo")).ShouldBeNull();
        LimitKinds.Of(ScoringWindow.Registration).ShouldBe(LimitKind.Registration);
        LimitKinds.Of(ScoringWindow.Answer).ShouldBe(LimitKind.AnnualConference);
    }

    [Fact]
    public void A_limit_that_cannot_be_understood_is_refused() => Should.Throw<RuleViolation>(() => new DateLimit(LimitKind.PlanSent, "sớm nhất có thể"));

    [Fact]
    public void Its_history_tells_what_changed_and_nothing_where_nothing_did()
    {
        var year = new AuthorityYear(Of(3), 3, 2020);
        var terms = new AuthorityYearTerms { Limits = [new(LimitKind.PlanSent, "trước ngày 10/7")], PlanManner = RequestManner.Report };
        year.Set(Of(3), terms, null, Now);
        year.Set(Of(3), terms, null, Now);
        year.Set(Of(3), terms with { Limits = [new(LimitKind.PlanSent, "trước ngày 15/7")] }, null, Now);
        year.Changes.Select(change => change.What).ShouldBe(["Gửi kế hoạch: không ghi → trước ngày 10/7.\nCách gửi kế hoạch: không ghi → báo cáo.", "Gửi kế hoạch: trước ngày 10/7 → trước ngày 15/7."]);
        year.Version.ShouldBe(2);
    }

    [Fact]
    public void Only_the_authoritys_own_staff_write_it()
    {
        Should.Throw<NotPermitted>(() => new AuthorityYear(Of(4), 3, 2020));
        Should.Throw<NotPermitted>(() => new AuthorityYear(Of(3, Capacity.Registrar), 3, 2020));
        var year = new AuthorityYear(Of(3), 3, 2020);
        Should.Throw<NotPermitted>(() => year.Set(Of(4), new(), null, Now));
        Should.Throw<RuleViolation>(() => year.Set(Of(3), new() { Limits = [new(LimitKind.PlanSent, "tháng 7"), new(LimitKind.PlanSent, "tháng 8")] }, null, Now));
    }
}
