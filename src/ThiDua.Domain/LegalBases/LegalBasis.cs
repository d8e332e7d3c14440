using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.LegalBases;

/// <summary>What is written of a document in the catalogue of legal bases; number or abstract may be left out, not both.</summary>
public sealed record LegalBasisDescription(string Kind)
{
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    /// <summary>What it is about; of a law its name.</summary>
    public string? Abstract { get; init; }

    public DateOnly? InForceFrom { get; init; }

    /// <summary>The last day on which it is in force.</summary>
    public DateOnly? InForceTo { get; init; }

    public int? ReplacedById { get; init; }

    public int? AmendsId { get; init; }

    public bool IsToBeVerified { get; init; }

    public string? Note { get; init; }
}

/// <summary>A document on which plans rest (căn cứ), as the catalogue keeps it: of the whole portal, or an addition of one cluster.</summary>
public sealed class LegalBasis : IVersioned
{
    private LegalBasis() => Kind = Key = Folded = "";

    /// <summary>A document of the portal's catalogue, or of the cluster named.</summary>
    public LegalBasis(Actor by, int? clusterId, LegalBasisDescription description)
        : this()
    {
        ClusterId = clusterId;
        Write(by, description);
    }

    public int Id { get; private set; }

    /// <summary>The cluster that added it; null: everybody's.</summary>
    public int? ClusterId { get; private set; }

    /// <summary>The kind of document: Luật, Nghị định, Quyết định.</summary>
    public string Kind { get; private set; }

    public string? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public string? Issuer { get; private set; }

    public string? Abstract { get; private set; }

    public DateOnly? InForceFrom { get; private set; }

    public DateOnly? InForceTo { get; private set; }

    /// <summary>The document that stands in its place.</summary>
    public int? ReplacedById { get; private set; }

    /// <summary>The document that this one amends (sửa đổi, bổ sung).</summary>
    public int? AmendsId { get; private set; }

    /// <summary>Nobody has compared it with the published text yet (cần kiểm tra).</summary>
    public bool IsToBeVerified { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Its place in the printed order of bases: laws before decrees, decrees before circulars.</summary>
    public int Rank { get; private set; }

    /// <summary>What no two documents of one list share.</summary>
    public string Key { get; private set; }

    /// <summary>Its words without diacritics, for searching.</summary>
    public string Folded { get; private set; }

    public int Version { get; private set; }

    /// <summary>How people call it: "Nghị định số 91/2017/NĐ-CP", "Luật Thi đua, khen thưởng số 15/2003/QH11".</summary>
    public string Name => (Number, LegalBasisWords.PrintsNumber(Kind)) switch
    {
        (null, _) => $"{Kind} {Abstract}",
        (_, true) => $"{Kind} số {Number}",
        _ => $"{Kind} {Abstract} số {Number}",
    };

    public BasisStanding StandingOn(DateOnly day) => InForceTo < day ? BasisStanding.Expired : InForceFrom > day ? BasisStanding.NotYet : BasisStanding.InForce;

    /// <summary>As a plan prints it; a law without number and issuer.</summary>
    public BasisDescription ToBasis(BasisOpening opening) => LegalBasisWords.PrintsNumber(Kind) && Number is not null
        ? new(opening, Kind) { Number = Number, IssuedOn = IssuedOn, Issuer = Issuer, Abstract = Abstract }
        : new(opening, Kind) { IssuedOn = IssuedOn, Abstract = Abstract ?? Number };

    public LegalBasisDescription Description() => new(Kind)
    {
        Number = Number,
        IssuedOn = IssuedOn,
        Issuer = Issuer,
        Abstract = Abstract,
        InForceFrom = InForceFrom,
        InForceTo = InForceTo,
        ReplacedById = ReplacedById,
        AmendsId = AmendsId,
        IsToBeVerified = IsToBeVerified,
        Note = Note,
    };

    public void Describe(Actor by, LegalBasisDescription description)
    {
        Write(by, description);
        Version++;
    }

    /// <summary>Refuses whoever may not keep the list that it stands in; asked before it is removed, too.</summary>
    public void RequireKeeper(Actor by)
    {
        if (ClusterId is null && !by.IsAdministrator)
        {
            throw new NotPermitted("Danh mục căn cứ chung do quản trị hệ thống cập nhật.");
        }

        if (ClusterId is not null && !by.Can(Permission.KeepCatalogue))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.KeepCatalogue));
        }
    }

    private void Write(Actor by, LegalBasisDescription text)
    {
        RequireKeeper(by);
        Kind = Text.Clean(text.Kind) ?? throw new RuleViolation("Nhập loại văn bản, ví dụ Luật, Nghị định, Quyết định.", nameof(Kind));
        (Number, IssuedOn, Issuer, Abstract) = (Text.Clean(text.Number), text.IssuedOn, Text.Clean(text.Issuer), Text.Clean(text.Abstract));
        Require(Number is not null || Abstract is not null, "Nhập số, ký hiệu hoặc trích yếu để biết là văn bản nào.", nameof(Abstract));
        Require(text.InForceTo is null || text.InForceFrom is null || text.InForceTo >= text.InForceFrom, "Ngày cuối cùng có hiệu lực không được trước ngày bắt đầu có hiệu lực.", nameof(InForceTo));
        Require(text.ReplacedById is null || text.ReplacedById != Id, "Chọn một văn bản khác với chính văn bản này.", nameof(ReplacedById));
        Require(text.AmendsId is null || text.AmendsId != Id, "Chọn một văn bản khác với chính văn bản này.", nameof(AmendsId));
        (InForceFrom, InForceTo, ReplacedById, AmendsId) = (text.InForceFrom, text.InForceTo, text.ReplacedById, text.AmendsId);
        (IsToBeVerified, Note) = (text.IsToBeVerified, Text.Clean(text.Note));
        (Rank, Key, Folded) = (LegalBasisWords.RankOf(Kind), LegalBasisWords.KeyOf(ClusterId, this), LegalBasisWords.Folded($"{Kind} {Number} {Abstract} {Issuer}"));
    }
}

/// <summary>Whether a document is in force on a day.</summary>
public enum BasisStanding { InForce, NotYet, Expired }
