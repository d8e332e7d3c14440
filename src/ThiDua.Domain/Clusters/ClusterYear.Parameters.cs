using ThiDua.Domain.Access;
using ThiDua.Domain.Regulations;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Clusters;

// The parameters of the year: a copy of the regulation's, and its own departures from it.
public sealed partial class ClusterYear
{
    public YearParameters Parameters { get; private set; }

    public ParametersSource ParametersFrom { get; private set; }

    /// <summary>Departs from the regulation for this year alone (sửa quy định cho năm này), by a document.</summary>
    public void SetParameters(Actor by, YearParameters parameters, DocumentReference document, DateTime at)
    {
        RequireMaySetParameters(by);
        Require(parameters != Parameters, "Chưa có quy định nào thay đổi.");
        Write(by, parameters);
        ParametersFrom = ParametersFrom with { Deviation = document, ChangedBy = $"{by.UserName}, {by.OfficeName}", ChangedAt = at };
        Remember(by, Permission.SetYearParameters, YearAct.SetParameters, at, $"{Source(document)}.");
    }

    /// <summary>Takes the parameters of a regulation that came into force after the year was opened (áp dụng Quy chế cho năm này).</summary>
    public void TakeRegulation(Actor by, RegulationToTake regulation, DateTime at)
    {
        RequireMaySetParameters(by);
        Require(ParametersFrom.RegulationId != regulation.Id || ParametersFrom.Deviation is not null, "Năm này đã theo Quy chế đó.");
        Write(by, regulation.Parameters);
        ParametersFrom = new() { RegulationId = regulation.Id, Regulation = regulation.Document, ChangedBy = $"{by.UserName}, {by.OfficeName}", ChangedAt = at };
        Remember(by, Permission.SetYearParameters, YearAct.TakeRegulation, at, $"Quy chế ban hành kèm theo văn bản số {regulation.Document.InWords()}.");
    }

    private void Write(Actor by, YearParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(by);
        var deputies = _positions.Count(row => row is { Position: Position.Deputy, ToOn: null });
        Require(parameters.Deputies >= deputies, $"Năm này đang có {deputies} đơn vị phó; hãy cho đơn vị phó thôi giữ vị trí trước.", $"{nameof(Parameters)}.{nameof(parameters.Deputies)}");
        Parameters = parameters.Checked();
    }

    private void RequireMaySetParameters(Actor by)
    {
        if (!by.IsAdministrator && !by.Can(Permission.SetYearParameters))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.SetYearParameters));
        }

        Require(Stage != ClusterYearStage.Concluded, "Năm thi đua đã kết thúc.");
    }
}
