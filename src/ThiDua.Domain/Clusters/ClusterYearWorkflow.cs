using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Clusters.ClusterYearStage;
using static ThiDua.Domain.Clusters.ClusterYearStep;

namespace ThiDua.Domain.Clusters;

/// <summary>Chuẩn bị → Đang triển khai → Đang bình xét → Đã kết thúc.</summary>
public enum ClusterYearStage { Preparing, Running, Reviewing, Concluded }

public enum ClusterYearStep { Start, BeginReview, Conclude }

/// <summary>The life of a cluster year (năm thi đua).</summary>
public static class ClusterYearWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<ClusterYearStage, ClusterYearStep> Table = new(
        //   step         from          to          needs
        new(Start,       [Preparing],  Running,    MoveStage),
        new(BeginReview, [Running],    Reviewing,  MoveStage),
        new(Conclude,    [Reviewing],  Concluded,  MoveStage));
#pragma warning restore format
}
