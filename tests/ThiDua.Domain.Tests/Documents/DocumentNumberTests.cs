using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Tests.Documents;

public sealed class DocumentNumberTests
{
    [Fact]
    public void A_number_is_written_with_symbol_and_date()
    {
        var number = new DocumentNumber(5, "KH-CTĐBTB", new(2020, 7, 2));
        (number.NumberAndSymbol, number.InWords).ShouldBe(("05/KH-CTĐBTB", "số 05/KH-CTĐBTB ngày 02/07/2020"));
    }

    [Fact]
    public void Without_a_number_there_is_nothing_to_write()
    {
        foreach (var none in new DocumentNumber[] { new(null, "KH-CTĐBTB", null), new(null, null, null) })
        {
            (none.NumberAndSymbol, none.InWords).ShouldBe((null, null));
        }
    }
}
