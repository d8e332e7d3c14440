namespace ThiDua.Domain;

/// <summary>A document named by number, date and issuer: one that was made, or recorded from paper.</summary>
public sealed record DocumentReference(string Number, DateOnly IssuedOn, string Issuer, string Abstract)
{
    /// <summary>Number and date within a sentence: "281/QĐ-UBND ngày 20/01/2020".</summary>
    public string InWords() => $"{Number} ngày {IssuedOn:dd/MM/yyyy}";

    /// <summary>Whether both name one document: the same number, however it is spaced, of the same day.</summary>
    public bool IsSameAs(DocumentReference other) => IssuedOn == other.IssuedOn && string.Equals(Unspaced(Number), Unspaced(other.Number), StringComparison.OrdinalIgnoreCase);

    private static string Unspaced(string number) => string.Concat(number.Where(letter => !char.IsWhiteSpace(letter)));
}
