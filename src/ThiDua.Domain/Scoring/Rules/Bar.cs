namespace ThiDua.Domain.Scoring;

/// <summary>Why a unit is barred or held (không xét, tạm dừng xét).</summary>
public enum BarKind { Discipline, PendingCase, NoReport, Other }

/// <summary>What a bar touches: suy tôn, xếp loại, đề nghị khen thưởng. Points and rank it never touches.</summary>
public enum BarEffect { Honour, Classification, Commendation }

/// <summary>A bar or hold as a result sees it: what it touches, by which rule, why, by which document; frozen with each layer.</summary>
public sealed record Bar(int BarId, BarKind Kind, IReadOnlyList<BarEffect> Touches, DateOnly FromOn, string Rule, string Reason, DocumentReference Document)
{
    /// <summary>Whether it only waits for a case to end (tạm dừng xét).</summary>
    public bool IsHold => Kind == BarKind.PendingCase;

    /// <summary>"Không xét suy tôn, đề nghị khen thưởng: …", as page and documents print it.</summary>
    public string InWords() =>
        $"{(IsHold ? "Tạm dừng xét" : "Không xét")} {string.Join(", ", Touches.Order().Select(effect => Labels.Of(effect).ToLowerInvariant()))}: {Reason.TrimEnd('.')} (văn bản số {Document.Number} ngày {Document.IssuedOn:dd/MM/yyyy} của {Document.Issuer}; theo {Rule}).";

    public bool Equals(Bar? other) => other is not null && BarId == other.BarId && Kind == other.Kind && FromOn == other.FromOn && Rule == other.Rule && Reason == other.Reason && Document == other.Document && Touches.SequenceEqual(other.Touches);

    public override int GetHashCode() => HashCode.Combine(BarId, Kind, FromOn);
}
