using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <summary>What administrators set for the whole portal (thiết lập hệ thống): the one row is there from the first migration on.</summary>
public sealed class PortalSettings : IVersioned
{
    public const int TheOnly = 1;

    public int Id { get; private set; } = TheOnly;

    /// <summary>Lãnh đạo phải dùng xác thực hai lớp: who holds an office as head switches it on at the next sign-in.</summary>
    public bool HeadsNeedTwoFactor { get; private set; }

    public int Version { get; private set; }

    public void DemandTwoFactorOfHeads(bool demanded) => (HeadsNeedTwoFactor, Version) = (demanded, Version + 1);
}
