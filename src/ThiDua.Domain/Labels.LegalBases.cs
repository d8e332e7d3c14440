using ThiDua.Domain.LegalBases;

namespace ThiDua.Domain;

/// <content>The words of the catalogue of legal bases.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> LegalBasesWords() => new()
    {
        [BasisStanding.InForce] = "Còn hiệu lực",
        [BasisStanding.NotYet] = "Chưa có hiệu lực",
        [BasisStanding.Expired] = "Hết hiệu lực",
    };
}
