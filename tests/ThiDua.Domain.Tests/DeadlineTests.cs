namespace ThiDua.Domain.Tests;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("2020-07-10", DeadlineWord.Until, "2020-07-10T17:00:00Z")]
    [InlineData("2020-07-10", DeadlineWord.Before, "2020-07-09T17:00:00Z")]
    [InlineData("2020-12-31", DeadlineWord.Until, "2020-12-31T17:00:00Z")]
    [InlineData("2021-01-01", DeadlineWord.Before, "2020-12-31T17:00:00Z")]
    [InlineData("2020-02-29", DeadlineWord.Until, "2020-02-29T17:00:00Z")]
    [InlineData("2020-03-01", DeadlineWord.Before, "2020-02-29T17:00:00Z")]
    public void D1_The_written_date_ends_at_midnight_in_Vietnam(string date, DeadlineWord word, string ends)
    {
        var deadline = new Deadline(Day(date), word);
        deadline.EndsAt.ShouldBe(DateTime.Parse(ends, null, System.Globalization.DateTimeStyles.AdjustToUniversal));
        VietnamTime.DayOf(deadline.EndsAt - Second).ShouldBe(deadline.LastDay);
        VietnamTime.DayOf(deadline.EndsAt).ShouldBe(deadline.LastDay.AddDays(1));
        VietnamTime.DayOf(deadline.EndsAt + Second).ShouldBe(deadline.LastDay.AddDays(1));
    }

    [Theory]
    [InlineData("2020-07-10", "2020-07-10", "a Friday")]
    [InlineData("2020-07-11", "2020-07-13", "a Saturday waits for Monday")]
    [InlineData("2020-12-31", "2020-12-31", "a Thursday")]
    [InlineData("2021-01-01", "2021-01-04", "New Year on a Friday waits for Monday")]
    [InlineData("2021-02-10", "2021-02-10", "the day before the last of the old year")]
    [InlineData("2021-02-11", "2021-02-18", "Tết from Thursday to Monday, with a day in lieu for each of its days at the weekend")]
    [InlineData("2025-04-30", "2025-05-02", "30/4 and 1/5")]
    [InlineData("2022-04-10", "2022-04-12", "Giỗ Tổ on a Sunday has Monday in lieu")]
    public void D1_Nothing_is_late_before_the_next_working_day_has_ended(string date, string lastInTime, string why)
    {
        var deadline = new Deadline(Day(date));
        VietnamTime.DayOf(deadline.LateFrom(waitsForWorkingDay: true) - Second).ShouldBe(Day(lastInTime), why);
        deadline.LateFrom(waitsForWorkingDay: false).ShouldBe(deadline.EndsAt);
        deadline.ToString().ShouldContain(Day(date).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), Case.Sensitive, "the printed date stays");
    }

    [Theory]
    [InlineData(2020, "2020-01-25", "2020-04-02")]
    [InlineData(2023, "2023-01-22", "2023-04-29")]
    [InlineData(2025, "2025-01-29", "2025-04-07")]
    [InlineData(2026, "2026-02-17", "2026-04-26")]
    public void Lunar_holidays_fall_where_the_year_had_them(int year, string newYear, string ancestors)
    {
        year.ShouldBe(Day(newYear).Year);
        DaysOff.Contains(Day(newYear)).ShouldBeTrue();
        DaysOff.Contains(Day(newYear).AddDays(-1)).ShouldBeTrue("the last day of the old year");
        DaysOff.Contains(Day(ancestors)).ShouldBeTrue();
    }

    [Fact]
    public void D1_Whatever_zone_the_server_is_in_the_day_is_that_of_Vietnam()
    {
        // 23:59:59 and 00:00:00 in Vietnam, as any server's clock gives them in UTC.
        VietnamTime.DayOf(new(2020, 12, 31, 16, 59, 59, DateTimeKind.Utc)).ShouldBe(new(2020, 12, 31));
        VietnamTime.DayOf(new(2020, 12, 31, 17, 0, 0, DateTimeKind.Utc)).ShouldBe(new(2021, 1, 1));
        VietnamTime.StartOf(new(2021, 1, 1)).Kind.ShouldBe(DateTimeKind.Utc);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
