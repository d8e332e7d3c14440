using ThiDua.Web.Conventions;

namespace ThiDua.Web.Tests.ScoreSheets;

public sealed class TypedNumbersTests
{
    [Theory]
    [InlineData("45,5", "45.5")]
    [InlineData("45.5", "45.5")]
    [InlineData("0.125", "0.125")]
    [InlineData("3,616", "3.616")]
    [InlineData("3616", "3616")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("-28.400.000", "-28400000")]
    [InlineData("12.3456", "12.3456")]
    public void S5_Comma_point_and_thousands_are_read_as_people_type_them(string typed, string number)
    {
        VietnameseInput.TryNumber(typed, out var read).ShouldBeTrue();
        read.ShouldBe(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("3.616", "“3.616” đọc được là 3616 hoặc 3,616")]
    [InlineData("28.400", "28400 hoặc 28,400")]
    [InlineData("1,234.5", "Nhập một số")]
    [InlineData("1.23,4", "Nhập một số")]
    [InlineData("mười", "Nhập một số")]
    public void S5_What_could_be_two_numbers_is_asked_not_guessed(string typed, string problem)
    {
        VietnameseInput.TryNumber(typed, out _).ShouldBeFalse();
        VietnameseInput.Problem(typed).ShouldContain(problem);
    }
}
