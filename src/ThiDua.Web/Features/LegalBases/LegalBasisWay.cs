using ThiDua.Domain.LegalBases;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>What the pages of the catalogue say alike.</summary>
public static class LegalBasisWay
{
    /// <summary>The breadcrumbs above the list.</summary>
    public static IReadOnlyList<Crumb> To(bool isOfPortal) => isOfPortal ? [new("Hệ thống", "/quan-tri")] : [];

    /// <summary>"từ 01/01/2024 đến hết 30/06/2025".</summary>
    public static string Validity(LegalBasis row) => (row.InForceFrom, row.InForceTo) switch
    {
        (null, null) => "không ghi ngày",
        ({ } from, null) => $"từ {Shown.Day(from)}",
        (null, { } to) => $"đến hết {Shown.Day(to)}",
        ({ } from, { } to) => $"từ {Shown.Day(from)} đến hết {Shown.Day(to)}",
    };
}
