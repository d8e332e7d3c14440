using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Tests.Documents;

public sealed class ClosingMarkTests
{
    [Theory]
    [InlineData("năm 2020", "năm 2020./.", "năm 2020")]
    [InlineData("năm 2020.", "năm 2020./.", "năm 2020.")]
    [InlineData("năm 2020./.", "năm 2020./.", "năm 2020.")]
    [InlineData("năm 2020././.", "năm 2020./.", "năm 2020.")]
    [InlineData("năm 2020./../.", "năm 2020./.", "năm 2020.")]
    [InlineData("năm 2020 . / . ", "năm 2020./.", "năm 2020.")]
    [InlineData("vào/ra", "vào/ra./.", "vào/ra")]
    [InlineData("việc khác…", "việc khác…./.", "việc khác…")]
    [InlineData("việc khác…./.", "việc khác…./.", "việc khác…")]
    [InlineData("./.", "./.", "")]
    public void It_is_set_once_and_dropped_whole(string text, string marked, string dropped)
    {
        ClosingMark.Set(text).ShouldBe(marked);
        ClosingMark.Set(ClosingMark.Set(text)).ShouldBe(marked);
        ClosingMark.Dropped(text).ShouldBe(dropped);
    }
}
