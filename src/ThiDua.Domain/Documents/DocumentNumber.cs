namespace ThiDua.Domain.Documents;

/// <summary>Number, symbol and date of a document (số, ký hiệu, ngày) as the register knows them; empty where there is none.</summary>
public sealed record DocumentNumber(int? Number, string? Symbol, DateOnly? IssuedOn)
{
    /// <summary>"05/KH-CTĐBTB"; null before a number is given.</summary>
    public string? NumberAndSymbol => Number is { } number && Symbol is { } symbol ? DocumentSymbol.Numbered(number, symbol) : null;

    /// <summary>"số 1466/KH-CTĐBTB ngày 02/07/2020"; null before a number is given.</summary>
    public string? InWords => NumberAndSymbol is { } number ? $"số {number} ngày {IssuedOn:dd/MM/yyyy}" : null;
}
