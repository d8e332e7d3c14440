using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text.Json;
using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Covenants;

/// <summary>What is written of a covenant. The title, the text, the commitments and the witness are what is signed; the day and the occasion are arrangements.</summary>
public sealed record CovenantTerms(string Title)
{
    /// <summary>The text before the commitments, in the small Markdown of official texts.</summary>
    public string? Preamble { get; init; }

    public IReadOnlyList<string> Commitments { get; init; } = [];

    /// <summary>The line under which the authority witnesses (chứng kiến), in up to four lines.</summary>
    public string? Witness { get; init; }

    /// <summary>The day by which the units sign.</summary>
    public DateOnly? SignBy { get; init; }

    /// <summary>Where and on which occasion it is signed.</summary>
    public string? Occasion { get; init; }
}

/// <summary>A covenant of a cluster year (giao ước thi đua): commitments that all members sign, for this year or, drafted and signed within it, for the next.</summary>
public sealed partial class Covenant : ClusterYearItem
{
    /// <summary>What the field is called in which a form confirms how many signatures a change voids.</summary>
    public const string LostField = "Lost";

    private const int MostWitnessLines = 4;

    private readonly List<CovenantSigning> _signings = [];

    private Covenant() => (Title, Commitments, TextSha256, Missing) = ("", [], "", []);

    public Covenant(Actor by, CovenantTerms terms, int forYear, int year)
        : this()
    {
        RequireDrafting(by);
        Require(forYear == year || forYear == year + 1, $"Giao ước là của năm {year} hoặc năm {year + 1}.", nameof(ForYear));
        (ClusterYearId, ForYear, DraftedById) = (by.ClusterYearId!.Value, forYear, by.UnitId ?? by.OrganizationId);
        Write(Cleaned(terms));
    }

    /// <summary>The year that it commits to: that of the cluster year or the one after.</summary>
    public int ForYear { get; private set; }

    /// <summary>The unit that drafts it: the leader, or a deputy.</summary>
    public int DraftedById { get; private set; }

    public CovenantState State { get; private set; }

    public string Title { get; private set; }

    public string? Preamble { get; private set; }

    public IReadOnlyList<string> Commitments { get; private set; }

    public string? Witness { get; private set; }

    public DateOnly? SignBy { get; private set; }

    public string? Occasion { get; private set; }

    /// <summary>The SHA-256 of all that is signed, lower-case hex.</summary>
    public string TextSha256 { get; private set; }

    /// <summary>When it was first put up for signatures; null: the members have not seen it.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>The day on which it came into force.</summary>
    public DateOnly? InForceOn { get; private set; }

    /// <summary>The units that had not signed when it was declared in force for the signers.</summary>
    public IReadOnlyList<CovenantParty> Missing { get; private set; }

    public string? LastReason { get; private set; }

    public IReadOnlyList<CovenantSigning> Signings => _signings;

    /// <summary>The signatures that count.</summary>
    public IEnumerable<CovenantSigning> Valid => _signings.Where(signing => signing.IsValid);

    public bool IsOpen => CovenantWorkflow.Open.Contains(State);

    /// <summary>Whether this reader may see it: leader and deputies always, everybody of the year once it was put up for signatures.</summary>
    public static Expression<Func<Covenant, bool>> ReadableBy(Actor reader)
    {
        var isOfLeadership = reader.Positions.Contains(Position.Leader) || reader.Positions.Contains(Position.Deputy);
        return covenant => isOfLeadership || covenant.OpenedAt != null;
    }

    public CovenantTerms Terms() => new(Title) { Preamble = Preamble, Commitments = Commitments, Witness = Witness, SignBy = SignBy, Occasion = Occasion };

    /// <summary>Writes the terms. While units sign, a change of what they signed voids every signature; the person was told how many.</summary>
    public void Describe(Actor by, CovenantTerms terms, int? lost, DateTime at)
    {
        RequireDrafting(by);
        Require(IsOpen, $"Giao ước đang ở trạng thái “{Labels.Of(State)}”, không sửa được nội dung.");
        var clean = Cleaned(terms);
        var signed = HashOf(clean, ForYear) == TextSha256 ? [] : Valid.ToList();
        Require(signed.Count == 0 || lost == signed.Count, $"Sửa nội dung sẽ hủy {signed.Count} chữ ký đã có. Đánh dấu xác nhận nếu vẫn sửa.", LostField);
        Write(clean);
        if (State == CovenantState.Signing)
        {
            RequireReady();
        }

        if (signed.Count == 0)
        {
            Changed(by);
            return;
        }

        var what = $"Nội dung được sửa, hủy {signed.Count} chữ ký: {Names(signed)}.";
        State = Take(CovenantWorkflow.Table, CovenantStep.Rewrite, State, by, new(at, what));
        signed.ForEach(signing => signing.End(by, SigningEnd.Voided, "Nội dung giao ước được sửa sau khi ký.", at));
    }

    /// <summary>Lấy chữ ký: all that is signed is there, and the members see it from now on.</summary>
    public void OpenSigning(Actor by, StepNote note)
    {
        _ = CovenantWorkflow.Table.Take(CovenantStep.OpenSigning, State, by, note.Paper);
        RequireReady();
        Require(SignBy >= VietnamTime.DayOf(note.At), "Hạn ký không được trước hôm nay.", nameof(SignBy));
        State = Take(CovenantWorkflow.Table, CovenantStep.OpenSigning, State, by, note);
        OpenedAt ??= note.At;
    }

    public void Drop(Actor by, StepNote note) => GiveUp(by, CovenantStep.Drop, note);

    /// <summary>Bỏ giao ước: while it is signed or in force, by the leader.</summary>
    public void Revoke(Actor by, StepNote note) => GiveUp(by, CovenantStep.Revoke, note);

    /// <summary>Steps aside for a later covenant of the same year that has just come into force.</summary>
    public void GiveWay(Actor by, Covenant later, DateTime at)
    {
        var row = CovenantWorkflow.Table.RowOf(CovenantStep.Replace);
        Require(later != this && later.State == CovenantState.InForce && later.ForYear == ForYear && row.From.Contains(State), "Giao ước này không thay được.");
        Remember(by, row.Needs, nameof(CovenantStep.Replace), $"{State}", $"{row.To}", new(at, $"Được thay bằng “{later.Title}”."));
        State = row.To;
    }

    /// <summary>All reasons why it cannot be put up for signatures yet.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. Commitments.Count == 0 && Preamble is null ? ["Chưa có nội dung cam kết nào."] : Array.Empty<string>(),
        .. Commitments.Append(Preamble).Any(Text.HasBlank) ? ["Nội dung còn chỗ để trống (… hoặc ___)."] : Array.Empty<string>(),
        .. SignBy is null ? ["Chưa ghi hạn ký."] : Array.Empty<string>(),
    ];

    private void RequireReady() => NotReady.Require(Problems(), "Chưa lấy chữ ký được.");

    private void GiveUp(Actor by, CovenantStep step, StepNote note)
    {
        _ = CovenantWorkflow.Table.Take(step, State, by, note.Paper);
        LastReason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do.", nameof(StepNote.Reason));
        State = Take(CovenantWorkflow.Table, step, State, by, note);
    }

    private static CovenantTerms Cleaned(CovenantTerms terms)
    {
        var witness = Text.Clean(terms.Witness)?.ReplaceLineEndings("\n");
        Require(witness is null || witness.Split('\n').Length <= MostWitnessLines, $"Dòng chứng kiến có nhiều nhất {MostWitnessLines} dòng.", nameof(Witness));
        return new(Text.Clean(terms.Title) ?? throw new RuleViolation("Nhập tên giao ước.", nameof(Title)))
        {
            Preamble = Text.Clean(terms.Preamble)?.ReplaceLineEndings("\n"),
            Commitments = [.. terms.Commitments.Select(Text.Clean).OfType<string>()],
            Witness = witness,
            SignBy = terms.SignBy,
            Occasion = Text.Clean(terms.Occasion),
        };
    }

    private void Write(CovenantTerms clean)
    {
        (Title, Preamble, Commitments, Witness, SignBy, Occasion) = (clean.Title, clean.Preamble, clean.Commitments, clean.Witness, clean.SignBy, clean.Occasion);
        TextSha256 = HashOf(clean, ForYear);
    }

    private static string HashOf(CovenantTerms clean, int forYear) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object?[] { clean.Title, forYear, clean.Preamble, clean.Commitments, clean.Witness })));

    private static string Names(IEnumerable<CovenantSigning> signings) => string.Join(", ", signings.Select(signing => signing.UnitName));

    private static void RequireDrafting(Actor by)
    {
        if (!by.Can(Permission.DraftCovenant))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.DraftCovenant));
        }
    }
}
