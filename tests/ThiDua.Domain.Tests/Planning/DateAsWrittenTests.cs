using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Tests.Planning;

public sealed class DateAsWrittenTests
{
    [Theory]
    [InlineData("ngày 10/7/2020", "ngày 10/7/2020")]
    [InlineData("ngày 05/7/2020", "ngày 05/7/2020")]
    [InlineData("Ngày 5/07/2020.", "ngày 05/7/2020")]
    [InlineData("10/7/2020", "ngày 10/7/2020")]
    [InlineData("10-7-2020", "ngày 10/7/2020")]
    [InlineData("ngày 10.7.2020", "ngày 10/7/2020")]
    [InlineData("ngày 02 tháng7 năm 2020", "ngày 02/7/2020")]
    [InlineData("ngày 2 tháng 2 năm 2021", "ngày 02/02/2021")]
    [InlineData("ngày 10/7", "ngày 10/7")]
    [InlineData("ngày 10 tháng 7", "ngày 10/7")]
    [InlineData("trước ngày 10/7/2020", "trước ngày 10/7/2020")]
    [InlineData("Trước 10/7/2020", "trước ngày 10/7/2020")]
    [InlineData("đến trước ngày 10/7/2020", "trước ngày 10/7/2020")]
    [InlineData("chậm nhất trước ngày 10/7/2020", "trước ngày 10/7/2020")]
    [InlineData("chậm nhất ngày 10/7/2020", "chậm nhất ngày 10/7/2020")]
    [InlineData("chậm nhất là ngày 10/7/2020", "chậm nhất ngày 10/7/2020")]
    [InlineData("muộn nhất đến hết ngày 10/7/2020", "chậm nhất ngày 10/7/2020")]
    [InlineData("đến hết ngày 10/7/2020", "đến hết ngày 10/7/2020")]
    [InlineData("hết ngày 10/7/2020", "đến hết ngày 10/7/2020")]
    [InlineData("đến ngày 10/7/2020", "đến hết ngày 10/7/2020")]
    [InlineData("trước 17 giờ 00 ngày 10/7/2020", "chậm nhất ngày 10/7/2020")]
    [InlineData("trước 17h, ngày 10/7/2020", "chậm nhất ngày 10/7/2020")]
    [InlineData("17:30 ngày 10/7/2020", "ngày 10/7/2020")]
    [InlineData("tháng 7/2020", "tháng 7/2020")]
    [InlineData("tháng7/2020", "tháng 7/2020")]
    [InlineData("thảng 7/2020", "tháng 7/2020")]
    [InlineData("tháng 07 năm 2020", "tháng 7/2020")]
    [InlineData("tháng 2-2021", "tháng 02/2021")]
    [InlineData("Tháng 12", "tháng 12")]
    [InlineData("trong tháng 7/2020", "trong tháng 7/2020")]
    [InlineData("vào tháng 7/2020", "tháng 7/2020")]
    [InlineData("dự kiến trong tháng 02 năm 2021", "dự kiến trong tháng 02/2021")]
    [InlineData("Dự kiến đầu tháng 12/2020", "dự kiến đầu tháng 12/2020")]
    [InlineData("tháng 7/2020 (dự kiến)", "dự kiến tháng 7/2020")]
    [InlineData("tháng 7/2020, dự kiến", "dự kiến tháng 7/2020")]
    [InlineData("đầu tháng 12", "đầu tháng 12")]
    [InlineData("giữa tháng 12/2020", "giữa tháng 12/2020")]
    [InlineData("trung tuần tháng 12/2020", "giữa tháng 12/2020")]
    [InlineData("hạ tuần tháng 12/2020", "cuối tháng 12/2020")]
    [InlineData("nửa đầu tháng 12/2020", "nửa đầu tháng 12/2020")]
    [InlineData("quý III", "quý III")]
    [InlineData("Đầu quý III/2020", "đầu quý III/2020")]
    [InlineData("quý 3 năm 2020", "quý III/2020")]
    [InlineData("quý II năm 2020", "quý II/2020")]
    [InlineData("quý Il/2020", "quý II/2020")]
    [InlineData("cuối năm 2020", "cuối năm 2020")]
    [InlineData("năm 2020", "năm 2020")]
    [InlineData("từ tháng 7/2020", "từ tháng 7/2020")]
    [InlineData("Từ tháng 04 - 08/2020", "từ tháng 4 đến tháng 8/2020")]
    [InlineData("từ ngày 05 đến ngày 10/7/2020", "từ ngày 05/7 đến ngày 10/7/2020")]
    [InlineData("từ 05/7 đến 10/7/2020", null)]
    [InlineData("từ ngày 05/7 đến hết ngày 10/7/2020", "từ ngày 05/7 đến ngày 10/7/2020")]
    [InlineData("05/7/2020 - 10/7/2020", "từ ngày 05/7 đến ngày 10/7/2020")]
    [InlineData("từ ngày 28/12 đến ngày 05/01/2021", "từ ngày 28/12/2020 đến ngày 05/01/2021")]
    [InlineData("từ tháng 11/2020 đến tháng 02", "từ tháng 11/2020 đến tháng 02/2021")]
    [InlineData("quý II - quý III năm 2020", "từ quý II đến quý III/2020")]
    [InlineData("Tháng 07 hàng năm", "tháng 7 hằng năm")]
    [InlineData("ngày 20/02 hằng năm", "ngày 20/02 hằng năm")]
    [InlineData("trước ngày 15/12 mỗi năm", "trước ngày 15/12 hằng năm")]
    [InlineData("ngày 29/02", "ngày 29/02")]
    [InlineData("ngày 29/02/2020", "ngày 29/02/2020")]
    [InlineData("", null)]
    [InlineData("sớm", null)]
    [InlineData("ngày hội", null)]
    [InlineData("trước ngày Hội nghị", null)]
    [InlineData("1/2 ngày", null)]
    [InlineData("10/7", null)]
    [InlineData("tháng 7/2020 và hơn nữa", null)]
    [InlineData("6 tháng đầu năm 2020", null)]
    [InlineData("thang 10", null)]
    [InlineData("Chiến thắng 30/4", null)]
    [InlineData("\uD800", null)]
    public void What_is_written_is_read_and_printed_as_official_texts_have_it(string text, string? printed)
    {
        DateAsWritten.TryParse(text)?.ToString().ShouldBe(printed);
        if (printed is not null)
        {
            DateAsWritten.Parse(printed).ShouldBe(DateAsWritten.Parse(text), "what is printed reads the same");
        }
    }

    [Theory]
    [InlineData("trước 17 giờ ngày 10/12/2026", "Cổng tính thời hạn theo cả ngày, đến 24:00, không theo giờ (“17 giờ”).")]
    [InlineData("trước 17 giờ 30 ngày 10/12/2026", "Cổng tính thời hạn theo cả ngày, đến 24:00, không theo giờ (“17 giờ 30”).")]
    [InlineData("chậm nhất 17h30, ngày 10/12", "Cổng tính thời hạn theo cả ngày, đến 24:00, không theo giờ (“17h30”).")]
    [InlineData("17:00 ngày 10/12/2026", "Cổng tính thời hạn theo cả ngày, đến 24:00, không theo giờ (“17:00”).")]
    [InlineData("10/12/2026 17:00", "Cổng tính thời hạn theo cả ngày, đến 24:00, không theo giờ (“17:00”).")]
    [InlineData("trước ngày 10/12/2026 lúc 8 giờ", "Cổng tính thời hạn theo cả ngày, đến 24:00, không theo giờ (“8 giờ”).")]
    [InlineData("trước ngày 30/02/2027", "Tháng 2/2027 không có ngày 30.")]
    [InlineData("hôm nào đó", "Không hiểu thời gian “hôm nào đó”.")]
    [InlineData("trước ngày 10/12/2026", null)]
    [InlineData("từ ngày 05/7 đến ngày 10/7/2020", null)]
    [InlineData("dự kiến trong tháng 02 năm 2021", null)]
    public void What_is_typed_loses_nothing_in_silence(string text, string? problem)
    {
        if (problem is null)
        {
            DateAsWritten.ProblemOf(text).ShouldBeNull();
        }
        else
        {
            DateAsWritten.ProblemOf(text).ShouldNotBeNull().ShouldStartWith(problem);
        }
    }

    [Theory]
    [InlineData("ngày 31/4/2020", "Tháng 4/2020 không có ngày 31.")]
    [InlineData("ngày 29/02/2021", "Tháng 2/2021 không có ngày 29.")]
    [InlineData("ngày 30/02", "Tháng 2 không có ngày 30.")]
    [InlineData("ngày 10/13/2020", "Tháng phải từ 1 đến 12.")]
    [InlineData("tháng 0/2020", "Không hiểu thời gian")]
    [InlineData("tháng 13", "Tháng phải từ 1 đến 12.")]
    [InlineData("quý 5/2020", "Quý phải từ I đến IV.")]
    [InlineData("khi nào xong", "Không hiểu thời gian “khi nào xong”. Viết như: trước ngày 10/7/2020")]
    public void What_is_no_date_is_refused_with_the_reason(string text, string reason) =>
        Should.Throw<RuleViolation>(() => DateAsWritten.Parse(text)).Message.ShouldStartWith(reason);

    [Theory]
    [InlineData("ngày 10/7", "2020-07-10", "2020-07-10")]
    [InlineData("ngày 29/02", "2021-02-28", "2021-02-28", 2021)]
    [InlineData("tháng 7/2020", "2020-07-01", "2020-07-31")]
    [InlineData("tháng 02/2020", "2020-02-01", "2020-02-29")]
    [InlineData("tháng 02 hằng năm", "2021-02-01", "2021-02-28", 2021)]
    [InlineData("đầu tháng 12/2020", "2020-12-01", "2020-12-10")]
    [InlineData("giữa tháng 12/2020", "2020-12-11", "2020-12-20")]
    [InlineData("cuối tháng 12/2020", "2020-12-21", "2020-12-31")]
    [InlineData("cuối tháng 02", "2020-02-21", "2020-02-29")]
    [InlineData("nửa đầu tháng 12", "2020-12-01", "2020-12-15")]
    [InlineData("nửa cuối tháng 02", "2020-02-16", "2020-02-29")]
    [InlineData("quý I/2020", "2020-01-01", "2020-03-31")]
    [InlineData("quý IV/2020", "2020-10-01", "2020-12-31")]
    [InlineData("đầu quý III/2020", "2020-07-01", "2020-07-31")]
    [InlineData("giữa quý III/2020", "2020-08-01", "2020-08-31")]
    [InlineData("cuối quý I/2020", "2020-03-01", "2020-03-31")]
    [InlineData("nửa đầu quý I/2020", "2020-01-01", "2020-02-15")]
    [InlineData("nửa cuối quý I/2020", "2020-02-16", "2020-03-31")]
    [InlineData("năm 2020", "2020-01-01", "2020-12-31")]
    [InlineData("đầu năm 2020", "2020-01-01", "2020-04-30")]
    [InlineData("nửa đầu năm 2020", "2020-01-01", "2020-06-30")]
    [InlineData("cuối năm 2020", "2020-09-01", "2020-12-31")]
    [InlineData("từ tháng 04 - 08/2020", "2020-04-01", "2020-08-31")]
    [InlineData("từ ngày 28/12 đến ngày 05/01", "2020-12-28", "2021-01-05")]
    [InlineData("từ tháng 11 đến tháng 02 hằng năm", "2020-11-01", "2021-02-28")]
    public void It_means_these_days(string text, string first, string last, int year = 2020) =>
        DateAsWritten.Parse(text).Days(year).ShouldBe((Day(first), Day(last)));

    [Theory]
    [InlineData("trước ngày 10/7/2020", "2020-07-09")]
    [InlineData("chậm nhất ngày 10/7/2020", "2020-07-10")]
    [InlineData("đến hết ngày 10/7/2020", "2020-07-10")]
    [InlineData("ngày 31/12/2020", "2020-12-31")]
    [InlineData("trước ngày 01/01/2021", "2020-12-31")]
    [InlineData("đến hết ngày 31/12/2020", "2020-12-31")]
    [InlineData("đến hết ngày 29/02/2020", "2020-02-29")]
    [InlineData("trước ngày 01/3/2020", "2020-02-29")]
    [InlineData("trước ngày 01/3/2021", "2021-02-28")]
    [InlineData("trước ngày 29/02/2020", "2020-02-28")]
    [InlineData("trước ngày 29/02 hằng năm", "2021-02-28", 2021)]
    [InlineData("đến hết ngày 29/02 hằng năm", "2021-02-28", 2021)]
    [InlineData("tháng 02/2020", "2020-02-29")]
    [InlineData("tháng 02/2021", "2021-02-28")]
    [InlineData("tháng 4/2020", "2020-04-30")]
    [InlineData("tháng 12", "2020-12-31")]
    [InlineData("trước tháng 12/2020", "2020-11-30")]
    [InlineData("trước quý I/2021", "2020-12-31")]
    [InlineData("quý II/2020", "2020-06-30")]
    [InlineData("đầu tháng 12/2020", "2020-12-10")]
    [InlineData("từ ngày 05 đến ngày 10/7/2020", "2020-07-10")]
    [InlineData("từ tháng 11/2020 đến tháng 02/2021", "2021-02-28")]
    public void D1_As_a_deadline_its_last_day_ends_at_midnight_in_Vietnam(string text, string lastDay, int year = 2020)
    {
        var deadline = DateAsWritten.Parse(text).AsDeadline(year);
        deadline.LastDay.ShouldBe(Day(lastDay));
        VietnamTime.DayOf(deadline.EndsAt.AddSeconds(-1)).ShouldBe(Day(lastDay));
        VietnamTime.DayOf(deadline.EndsAt).ShouldBe(Day(lastDay).AddDays(1));
    }

    [Fact]
    public void D1_Every_month_of_every_year_ends_with_its_last_day()
    {
        for (DateOnly first = new(2019, 1, 1); first.Year < 2029; first = first.AddMonths(1))
        {
            DateAsWritten.Parse($"tháng {first.Month}/{first.Year}").AsDeadline(1999).LastDay.ShouldBe(first.AddMonths(1).AddDays(-1));
            DateAsWritten.Parse($"trước ngày 01/{first.Month}/{first.Year}").AsDeadline(1999).LastDay.ShouldBe(first.AddDays(-1));
        }
    }

    [Theory]
    [InlineData("trước ngày 10/7/2020", "trước ngày 10/7/2021")]
    [InlineData("ngày 29/02/2020", "ngày 28/02/2021")]
    [InlineData("từ ngày 28/12/2020 đến ngày 05/01/2021", "từ ngày 28/12/2021 đến ngày 05/01/2022")]
    [InlineData("dự kiến đầu tháng 12/2020", "dự kiến đầu tháng 12/2021")]
    [InlineData("tháng 12 hằng năm", "tháng 12 hằng năm")]
    [InlineData("ngày 10/7", "ngày 10/7")]
    public void For_next_year_its_years_move_on(string text, string moved) => DateAsWritten.Parse(text).MovedOn(1).ToString().ShouldBe(moved);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
