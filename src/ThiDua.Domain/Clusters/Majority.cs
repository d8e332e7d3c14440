using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Clusters;

/// <summary>How large a majority is: quá bán, ít nhất hai phần ba, ít nhất một tỷ lệ phần trăm.</summary>
public enum MajorityKind { MoreThanHalf, TwoThirds, Percent }

/// <summary>Of whom: số đại diện có mặt, or tổng số đơn vị thành viên.</summary>
public enum MajorityOf { Present, AllMembers }

/// <summary>The majority that carries a decision (tỷ lệ biểu quyết thông qua); <paramref name="Share"/> is the percent of the kind that has one.</summary>
public sealed record Majority(MajorityKind Kind, MajorityOf Of, decimal? Share = null)
{
    /// <summary>The least number of votes that carries, among so many; a part of a vote counts as a whole one.</summary>
    public int VotesOf(int voters) => Kind switch
    {
        MajorityKind.MoreThanHalf => (voters / 2) + 1,
        MajorityKind.TwoThirds => ((voters * 2) + 2) / 3,
        _ => (int)Math.Ceiling(voters * (Share ?? 0) / 100),
    };

    internal Majority Checked()
    {
        Require(Kind != MajorityKind.Percent || Share is > 0 and <= 100, "Nhập tỷ lệ lớn hơn 0 và không quá 100 %.", "Parameters.MajorityShare");
        Require(Kind == MajorityKind.Percent || Share is null, "Chỉ nhập tỷ lệ phần trăm khi chọn “ít nhất một tỷ lệ”.", "Parameters.MajorityShare");
        return this;
    }
}
