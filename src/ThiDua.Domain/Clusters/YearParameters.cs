using ThiDua.Domain.Scoring;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Clusters;

/// <summary>How the leader and deputies of the next year are chosen: thống nhất; bình xét, suy tôn; bầu; giới thiệu, which a council decides on.</summary>
public enum LeaderChoice { Consensus, Honour, Election, Nomination }

/// <summary>The parameters by which a year runs: laid down by the cluster's regulation (quy chế) and copied into each year, which keeps its own.</summary>
public sealed record YearParameters
{
    /// <summary>More deputies than this no cluster has.</summary>
    public const int MostDeputies = 2;

    public const int MostTieKeys = 6;

    public const int MostHonours = 20;

    public const int MostDays = 365;

    /// <summary>How many deputies there are at most: 0 to 2.</summary>
    public int Deputies { get; init; } = MostDeputies;

    /// <summary>Null: not laid down.</summary>
    public LeaderChoice? LeaderChoice { get; init; }

    /// <summary>How many votes carry a decision; null: not laid down, for no threshold is the portal's own.</summary>
    public Majority? Majority { get; init; }

    /// <summary>What breaks a tie, in order (tiêu chí phụ), a section or criterion by its number: what a new scheme begins with.</summary>
    public IReadOnlyList<TemplateTieKey> TieKeys { get; init; } = [];

    /// <summary>How many days after the appraisal a unit may object; null: not laid down.</summary>
    public int? ObjectionDays { get; init; }

    /// <summary>How many days the members have for comments on a draft; null: not laid down.</summary>
    public int? CommentDays { get; init; }

    /// <summary>Whether a unit that is silent past the last day agrees (quá thời hạn coi như thống nhất).</summary>
    public bool SilenceAgrees { get; init; } = true;

    /// <summary>Whether nothing counts as late before the next working day has ended, where the last day is a day off.</summary>
    public bool WaitsForWorkingDay { get; init; } = true;

    /// <summary>Whether results are agreed in a preparatory session (phiên họp trù bị) before they are adopted.</summary>
    public bool HasPreparatorySession { get; init; }

    /// <summary>Honours by rank (vị trí suy tôn), the first for the first place: "Dẫn đầu", "Nhì".</summary>
    public IReadOnlyList<string> Honours { get; init; } = ["Nhất", "Nhì", "Ba"];

    /// <summary>The last day for comments on a draft that the members get today; null: not laid down.</summary>
    public DateOnly? LastDayForComments(DateOnly today) => CommentDays is { } days ? today.AddDays(days) : null;

    /// <summary>The days of objections after an appraisal whose last day is known; null: not laid down.</summary>
    public OpenDays? ObjectionsAfter(DateOnly lastDayOfAppraisal) =>
        ObjectionDays is { } days ? new(lastDayOfAppraisal.AddDays(1), new(lastDayOfAppraisal.AddDays(days)), ClosesHard: true) : null;

    /// <summary>Refused where a value lies out of what can be meant.</summary>
    public YearParameters Checked()
    {
        Require(Deputies is >= 0 and <= MostDeputies, $"Số đơn vị phó từ 0 đến {MostDeputies}.", $"Parameters.{nameof(Deputies)}");
        Require(ObjectionDays is null or (>= 1 and <= MostDays), $"Số ngày từ 1 đến {MostDays}.", $"Parameters.{nameof(ObjectionDays)}");
        Require(CommentDays is null or (>= 1 and <= MostDays), $"Số ngày từ 1 đến {MostDays}.", $"Parameters.{nameof(CommentDays)}");
        Require(TieKeys.Count <= MostTieKeys && TieKeys.Distinct().Count() == TieKeys.Count, $"Tối đa {MostTieKeys} tiêu chí phụ, không trùng nhau.", $"Parameters.{nameof(TieKeys)}");
        Require(TieKeys.All(key => key.Kind is TieKeyKind.SectionTotal or TieKeyKind.CriterionPoints == key.Code is not null), "Ghi số thứ tự của mục, tiêu chí dùng làm tiêu chí phụ.", $"Parameters.{nameof(TieKeys)}");
        Require(Honours.Count <= MostHonours && Honours.Distinct().Count() == Honours.Count, $"Mỗi vị trí suy tôn ghi một dòng, không trùng nhau, tối đa {MostHonours} dòng.", $"Parameters.{nameof(Honours)}");
        _ = Majority?.Checked();
        return this;
    }

    public bool Equals(YearParameters? other) => other is not null && Plain().Equals(other.Plain()) && TieKeys.SequenceEqual(other.TieKeys) && Honours.SequenceEqual(other.Honours);

    public override int GetHashCode() => Plain().GetHashCode();

    private (int, LeaderChoice?, Majority?, int?, int?, bool, bool, bool) Plain() =>
        (Deputies, LeaderChoice, Majority, ObjectionDays, CommentDays, SilenceAgrees, WaitsForWorkingDay, HasPreparatorySession);
}
