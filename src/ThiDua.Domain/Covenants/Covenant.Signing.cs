using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Covenants;

// Its signatures: one for each unit, until it is in force.
public sealed partial class Covenant
{
    /// <summary>What the field is called in which a form tells which text was seen.</summary>
    public const string SeenField = "Seen";

    /// <summary>The units that have not signed yet.</summary>
    public IReadOnlyList<CovenantParty> NotSigned(CovenantParties parties) => [.. parties.All.Where(party => SigningOf(party.UnitId) is null)];

    /// <summary>The signature of a unit that counts.</summary>
    public CovenantSigning? SigningOf(int? unitId) => _signings.Find(signing => signing.IsValid && signing.UnitId == unitId);

    /// <summary>Refuses who may not sign it now, before they are asked to prove who they are.</summary>
    public CovenantParty RequireMaySign(Actor by, CovenantParties parties, SignedPaper? paper = null)
    {
        _ = CovenantWorkflow.Table.Take(CovenantStep.Sign, State, by, paper);
        var party = parties.Find(by.UnitId) ?? throw new NotPermitted($"{Permissions.Refusal(Permission.SignCovenant)} Đơn vị của bạn không phải là đơn vị ký giao ước này.");
        RequireNotSigned(party);
        return party;
    }

    /// <summary>Ký: a head for the own unit, whose identity was proven; or its clerk records what the head signed on paper. The text is that which was read.</summary>
    public void Sign(Actor by, CovenantParties parties, string? seen, StepNote note)
    {
        var party = RequireMaySign(by, parties, note.Paper);
        RequireSeen(seen);
        var (way, signed) = note.Paper is { } paper
            ? (SigningWay.FromPaper, new SignedBy(paper.Signatory, paper.SignatoryOffice, paper.SignedOn, paper.ScanId))
            : (SigningWay.OnPortal, new SignedBy(by.UserName, by.OfficeName, VietnamTime.DayOf(note.At)));
        Add(by, parties, [new(by, this, party, way, signed, note.At)], CovenantStep.Sign, CovenantStep.SignLast, note);
    }

    /// <summary>The own page of a unit was sent in signed (luân chuyển): recorded by its clerk, or by the leader for any unit.</summary>
    public void Circulate(Actor by, CovenantParties parties, int unitId, string? seen, SignedBy signature, DateTime at)
    {
        var note = new StepNote(at, null, new("(trang ký)", signature.SignedOn, signature.Signatory ?? "", signature.Office, signature.FileId));
        var isOwn = by.UnitId == unitId && !by.Can(Permission.CollectCovenant);
        _ = CovenantWorkflow.Table.Take(isOwn ? CovenantStep.Sign : CovenantStep.Collect, State, by, note.Paper);
        Require(signature.FileId is not null, "Chọn tệp trang ký.", "File");
        RequireSeen(seen);
        var signing = new CovenantSigning(by, this, PartyToSign(parties, unitId), SigningWay.ByCirculation, signature, at);
        Add(by, parties, [signing], isOwn ? CovenantStep.Sign : CovenantStep.Collect, isOwn ? CovenantStep.SignLast : CovenantStep.CollectLast, note with { Reason = $"Trang ký của {signing.UnitName}." });
    }

    /// <summary>Ký kết tại hội nghị: one scan, and who signed on it.</summary>
    public void RecordCeremony(Actor by, CovenantParties parties, string? seen, IReadOnlyDictionary<int, SignedBy> signedBy, DateTime at)
    {
        _ = CovenantWorkflow.Table.Take(CovenantStep.Collect, State, by);
        Require(signedBy.Count > 0, "Đánh dấu ít nhất một đơn vị đã ký.");
        Require(signedBy.Values.All(signed => signed.FileId is not null), "Chọn bản quét giao ước đã ký.", "File");
        RequireSeen(seen);
        var signings = signedBy.Select(row => new CovenantSigning(by, this, PartyToSign(parties, row.Key), SigningWay.AtCeremony, row.Value, at)).ToList();
        Add(by, parties, signings, CovenantStep.Collect, CovenantStep.CollectLast, new(at, $"Ký tại hội nghị: {Names(signings)}."));
    }

    /// <summary>Whether this person may end the signature before the covenant is in force.</summary>
    public CovenantStep? StepToEnd(Actor by, CovenantSigning signing) =>
        State != CovenantState.Signing || !signing.IsValid ? null
        : signing.Way is SigningWay.AtCeremony or SigningWay.ByCirculation && by.Can(Permission.CollectCovenant) ? CovenantStep.TakeBack
        : by.UnitId == signing.UnitId && by.CanInAnyWay(Permission.SignCovenant) ? CovenantStep.Withdraw
        : null;

    /// <summary>Rút chữ ký: by the unit itself; what was collected by mistake, by who collects.</summary>
    public void EndSigning(Actor by, CovenantSigning signing, StepNote note)
    {
        Require(State == CovenantState.Signing, "Chỉ rút chữ ký được khi giao ước chưa có hiệu lực.");
        Require(signing.IsValid, $"Chữ ký của {signing.UnitName} đã được rút hoặc hủy.");
        var step = StepToEnd(by, signing) ?? throw new NotPermitted($"{Permissions.Refusal(Permission.SignCovenant)} Chữ ký do chính đơn vị đã ký rút; chữ ký ghi nhận tại hội nghị, theo trang ký còn do người ghi nhận hủy.");
        _ = CovenantWorkflow.Table.Take(step, State, by, note.Paper);
        var reason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do.", nameof(StepNote.Reason));
        State = Take(CovenantWorkflow.Table, step, State, by, note with { Reason = $"{signing.UnitName}: {reason}" });
        signing.End(by, step == CovenantStep.Withdraw ? SigningEnd.Withdrawn : SigningEnd.TakenBack, reason, note.At);
    }

    /// <summary>Why it cannot be declared in force today; null where it can.</summary>
    public string? RefusalToDeclare(CovenantParties parties, DateOnly today) =>
        !Valid.Any() ? "Chưa có đơn vị nào ký giao ước."
        : NotSigned(parties).Count > 0 && today < SignBy ? $"Còn {NotSigned(parties).Count} đơn vị chưa ký. Chỉ tuyên bố có hiệu lực đối với các đơn vị đã ký từ ngày {SignBy:dd/MM/yyyy}."
        : null;

    /// <summary>Tuyên bố có hiệu lực for those who signed, naming the missing; also where those who did not sign have left.</summary>
    public void Declare(Actor by, CovenantParties parties, StepNote note)
    {
        _ = CovenantWorkflow.Table.Take(CovenantStep.Declare, State, by, note.Paper);
        var today = VietnamTime.DayOf(note.At);
        Require(RefusalToDeclare(parties, today) is null, RefusalToDeclare(parties, today) ?? "");
        Missing = NotSigned(parties);
        var names = Missing.Count == 0 ? null : $"Chưa ký: {string.Join(", ", Missing.Select(party => party.Name))}.";
        State = Take(CovenantWorkflow.Table, CovenantStep.Declare, State, by, note with { Reason = Text.Clean($"{names} {note.Reason}") });
        InForceOn = today;
    }

    private void Add(Actor by, CovenantParties parties, IReadOnlyList<CovenantSigning> added, CovenantStep step, CovenantStep last, StepNote note)
    {
        _signings.AddRange(added);
        State = Take(CovenantWorkflow.Table, NotSigned(parties).Count == 0 ? last : step, State, by, note);
        InForceOn = State == CovenantState.InForce ? VietnamTime.DayOf(note.At) : null;
    }

    private CovenantParty PartyToSign(CovenantParties parties, int unitId)
    {
        var party = parties.Find(unitId) ?? throw new RuleViolation("Chọn đơn vị ký giao ước.", "UnitId");
        RequireNotSigned(party);
        return party;
    }

    private void RequireNotSigned(CovenantParty party)
    {
        if (SigningOf(party.UnitId) is { } known)
        {
            throw new RuleViolation($"{party.Name} đã ký giao ước ngày {known.SignedOn:dd/MM/yyyy}{(known.Signatory is { } signatory ? $": {signatory}" : "")}, {known.Office}. Mỗi đơn vị ký một lần.", "UnitId");
        }
    }

    private void RequireSeen(string? seen) => Require(seen == TextSha256, "Nội dung giao ước vừa được sửa. Đọc lại nội dung dưới đây rồi ký.", SeenField);
}
