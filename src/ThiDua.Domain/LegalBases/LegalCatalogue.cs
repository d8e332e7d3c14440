using ThiDua.Domain.Planning;

namespace ThiDua.Domain.LegalBases;

/// <summary>What the catalogue says of one document on a day: its standing, the text in force in its place, the amendments in force.</summary>
public sealed record BasisFinding(LegalBasis Known, BasisStanding Standing)
{
    /// <summary>The document of the same line that is in force on that day, where this one is not.</summary>
    public LegalBasis? Instead { get; init; }

    public IReadOnlyList<LegalBasis> Amendments { get; init; } = [];

    /// <summary>Whether somebody ought to look at it before signing.</summary>
    public bool IsWarning => Standing != BasisStanding.InForce;

    /// <summary>"Nghị định số 91/2017/NĐ-CP hết hiệu lực từ ngày 01/01/2024; nay là Nghị định số …".</summary>
    public string InWords()
    {
        var standing = Standing switch
        {
            BasisStanding.Expired => $"{Known.Name} hết hiệu lực từ ngày {Known.InForceTo!.Value.AddDays(1):dd/MM/yyyy}",
            BasisStanding.NotYet => $"{Known.Name} đến ngày {Known.InForceFrom:dd/MM/yyyy} mới có hiệu lực",
            _ => $"{Known.Name} còn hiệu lực",
        };
        return Instead is null ? $"{standing}." : $"{standing}; văn bản có hiệu lực là {Instead.Name}.";
    }
}

/// <summary>The documents known to one reader, the portal's and those of the own cluster: recognized by number, followed from text to text.</summary>
public sealed class LegalCatalogue(IReadOnlyCollection<LegalBasis> documents)
{
    private readonly Dictionary<int, LegalBasis> _byId = documents.ToDictionary(row => row.Id);
    private readonly ILookup<string, LegalBasis> _byNumber = documents.Where(row => row.Number is not null).ToLookup(row => LegalBasisWords.NumberKey(row.Number!));

    public LegalBasis? WithId(int? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    /// <summary>The document meant: by number, and by date where both are known; what has no number by kind, name and date, without a date the text in force on the day.</summary>
    public LegalBasis? Find(BasisDescription basis, DateOnly day)
    {
        var meant = Text.Clean(basis.Number) is { } number ? _byNumber[LegalBasisWords.NumberKey(number)] : Named(basis);
        return meant.Where(row => basis.IssuedOn is null || row.IssuedOn is null || row.IssuedOn == basis.IssuedOn)
            .OrderByDescending(row => row.IssuedOn == basis.IssuedOn && basis.IssuedOn is not null).ThenBy(row => row.ClusterId is null ? 0 : 1)
            .ThenByDescending(row => row.StandingOn(day) == BasisStanding.InForce).ThenByDescending(row => row.IssuedOn).FirstOrDefault();
    }

    /// <summary>What is known of a basis on the day; null: the catalogue does not have it.</summary>
    public BasisFinding? Check(BasisDescription basis, DateOnly day) => Find(basis, day) is { } known ? Check(known, day) : null;

    public BasisFinding Check(LegalBasis known, DateOnly day) => new(known, known.StandingOn(day)) { Instead = InForceInstead(known, day), Amendments = AmendmentsOf(known, day) };

    /// <summary>The texts in force on the day that amend this one, the oldest first.</summary>
    public IReadOnlyList<LegalBasis> AmendmentsOf(LegalBasis known, DateOnly day) =>
        [.. documents.Where(row => row.AmendsId == known.Id && row.StandingOn(day) == BasisStanding.InForce).OrderBy(row => row.InForceFrom).ThenBy(row => row.Id)];

    /// <summary>Refuses a successor that was itself replaced, at once or later, by the document.</summary>
    public void RequireNoCircle(int? id, int? replacedById)
    {
        var seen = new HashSet<int>();
        for (var next = WithId(replacedById); next is not null && seen.Add(next.Id); next = WithId(next.ReplacedById))
        {
            RuleViolation.Require(next.Id != id, $"{WithId(replacedById)!.Name} lại được thay bằng chính văn bản này.", nameof(LegalBasis.ReplacedById));
        }
    }

    private IEnumerable<LegalBasis> Named(BasisDescription basis)
    {
        var (kind, words) = (LegalBasisWords.Folded(basis.Kind), $" {LegalBasisWords.Folded($"{basis.Kind} {basis.Abstract}")} ");
        // A law that amends another names it: the longest name is meant.
        var found = documents.Where(row => row.Abstract is not null && LegalBasisWords.Folded(row.Kind) == kind).Select(row => (Row: row, Name: LegalBasisWords.Folded($"{row.Kind} {row.Abstract}")))
            .Where(row => words.Contains($" {row.Name} ", StringComparison.Ordinal)).ToList();
        return found.Where(row => row.Name.Length == found.Max(one => one.Name.Length)).Select(row => row.Row);
    }

    private LegalBasis? InForceInstead(LegalBasis known, DateOnly day) => known.StandingOn(day) switch
    {
        BasisStanding.Expired => Line(known, row => WithId(row.ReplacedById)).FirstOrDefault(row => row.StandingOn(day) == BasisStanding.InForce),
        BasisStanding.NotYet => Line(known, row => documents.FirstOrDefault(earlier => earlier.ReplacedById == row.Id && earlier.AmendsId is null)).FirstOrDefault(row => row.StandingOn(day) == BasisStanding.InForce),
        _ => null,
    };

    // From text to text, as far as it goes, each once.
    private static IEnumerable<LegalBasis> Line(LegalBasis from, Func<LegalBasis, LegalBasis?> next)
    {
        var seen = new HashSet<LegalBasis> { from };
        for (var row = next(from); row is not null && seen.Add(row); row = next(row))
        {
            yield return row;
        }
    }
}

/// <summary>On which day the bases of a paper have to be in force.</summary>
public static class DayOfPaper
{
    /// <summary>The day of issue; of a draft today, within the year that it is for.</summary>
    public static DateOnly Of(int year, DateOnly today, DateOnly? issuedOn)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return issuedOn ?? (today < first ? first : today > last ? last : today);
    }
}
