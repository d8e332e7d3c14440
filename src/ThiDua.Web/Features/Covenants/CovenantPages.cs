using ThiDua.Domain;
using ThiDua.Domain.Covenants;

namespace ThiDua.Web.Features.Covenants;

/// <summary>A covenant as listed.</summary>
public sealed record CovenantRow(int Id, int ClusterYearId, string Title, int ForYear, CovenantState State, DateOnly? SignBy, DateOnly? InForceOn, int SignedUnits);

/// <summary>The covenants of a year, and those for it that were signed in the year before.</summary>
public sealed record CovenantsPage(IReadOnlyList<CovenantRow> Rows, IReadOnlyList<CovenantRow> SignedEarlier, int Parties, bool MayDraft, string LeaderTitle);

/// <summary>A unit under a covenant with its signature, if any.</summary>
public sealed record PartyRow(CovenantParty Party, CovenantSigning? Signing, CovenantStep? StepToEnd);

/// <summary>A covenant with what this person may do with it now.</summary>
public sealed record CovenantPage(Covenant Covenant, CovenantParties Parties, DateOnly Today)
{
    /// <summary>The states as the stepper shows them.</summary>
    public static readonly IReadOnlyList<CovenantState> Way = [CovenantState.Draft, CovenantState.Signing, CovenantState.InForce];

    /// <summary>The steps that this person may take; none where the year is over.</summary>
    public IReadOnlyList<CovenantStep> Steps { get; init; } = [];

    /// <summary>The unit that this person acts for, where it may sign now.</summary>
    public CovenantParty? ToSign { get; init; }

    public bool IsOnPaperOnly { get; init; }

    /// <summary>The units whose pages this person may record now.</summary>
    public IReadOnlyList<CovenantParty> ToCirculate { get; init; } = [];

    public IReadOnlyList<PartyRow> Rows { get; init; } = [];

    public bool MayEdit { get; init; }

    public bool MayDeclare => May(CovenantStep.Declare) && Covenant.RefusalToDeclare(Parties, Today) is null;

    /// <summary>Those ticked at the ceremony are among these.</summary>
    public IReadOnlyList<CovenantParty> ToCollect => May(CovenantStep.Collect) ? NotSigned : [];

    public IReadOnlyList<CovenantParty> NotSigned { get; } = Covenant.NotSigned(Parties);

    public IReadOnlyList<CovenantSigning> Ended => [.. Covenant.Signings.Where(signing => !signing.IsValid).OrderByDescending(signing => signing.EndedAt).ThenBy(signing => signing.UnitName, Text.VietnameseOrder)];

    /// <summary>Signatures that count though their unit signs no more: it left after it had signed.</summary>
    public IReadOnlyList<CovenantSigning> OfOthers => [.. Covenant.Valid.Where(signing => Parties.Find(signing.UnitId) is null)];

    public int SignedUnits => Parties.All.Count - NotSigned.Count;

    public bool May(CovenantStep step) => Steps.Contains(step);

    public CovenantState Current => Covenant.State == CovenantState.Replaced ? CovenantState.InForce : Covenant.State;

    /// <summary>Who moves it next, in words.</summary>
    public string? Next => Covenant.State switch
    {
        CovenantState.Draft => "Đơn vị soạn thảo hoàn thiện nội dung, hạn ký rồi lấy chữ ký các đơn vị.",
        CovenantState.Signing when NotSigned.Count == 0 => "Các đơn vị đã ký đủ; đơn vị trưởng tuyên bố có hiệu lực.",
        CovenantState.Signing => $"Đã ký {SignedUnits}/{Parties.All.Count} đơn vị. Các đơn vị ký đến hết ngày {Covenant.SignBy:dd/MM/yyyy}; đủ chữ ký thì giao ước tự có hiệu lực.",
        CovenantState.InForce => $"Có hiệu lực từ ngày {Covenant.InForceOn:dd/MM/yyyy}{(Covenant.Missing.Count == 0 ? "" : " đối với các đơn vị đã ký")}.",
        _ => null,
    };
}

/// <summary>The form of a covenant; Stored is what it holds now, null where it is new.</summary>
public sealed record EditCovenantPage(CovenantForm Form, CovenantPage? Stored, int Year)
{
    public bool IsOvertaken => Form is ChangedCovenantForm changed && Stored is not null && changed.Version != Stored.Covenant.Version;

    /// <summary>How many signatures a change of the text voids.</summary>
    public int ToLose => Stored?.Covenant.Valid.Count() ?? 0;
}

/// <summary>The page on which a unit signs.</summary>
public sealed record SignPage(CovenantPage Page, SignForm Form, bool AsksForCode);

/// <summary>The page on which the ceremony is recorded.</summary>
public sealed record CeremonyPage(CovenantPage Page, CeremonyForm Form);

/// <summary>The page on which a unit's own page is recorded.</summary>
public sealed record CirculationPage(CovenantPage Page, CirculationForm Form);

/// <summary>The page of a step: taking signatures, declaring, giving up.</summary>
public sealed record CovenantStepPage(CovenantPage Page, CovenantStep Step, CovenantStepForm Form, bool OnPaperOnly);

/// <summary>The page on which a signature is ended.</summary>
public sealed record EndSigningPage(CovenantPage Page, CovenantSigning Signing, CovenantStep Step, CovenantStepForm Form, bool OnPaperOnly);
