namespace ThiDua.Domain;

/// <summary>A document named by number, date and issuer: one that was made, or recorded from paper.</summary>
public sealed record DocumentReference(string Number, DateOnly IssuedOn, string Issuer, string Abstract);
