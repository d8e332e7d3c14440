using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Regulations;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.Web.Features.Regulations;

/// <summary>The year departs from the regulation (sửa quy định cho năm này), by a document.</summary>
public sealed class SetYearParameters(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(YearParametersForm form)
    {
        var year = await db.YearWithPositions(current, form.Version);
        var parameters = form.Parameters.ToParameters();
        db.KeepSession(year, parameters);
        year.SetParameters(current.Actor, parameters, form.Document.ToReference(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}

/// <summary>The year takes the parameters of a regulation that came into force after it was opened (áp dụng Quy chế cho năm này).</summary>
public sealed class TakeRegulation(PortalDb db, RegulationsOfCluster regulations, CurrentActor current, CurrentYear entered, TimeProvider clock)
{
    public async Task Handle(TakeRegulationForm form)
    {
        var year = await db.YearWithPositions(current, form.Version);
        var regulation = (await regulations.Handle(entered.Year.ClusterId)).FirstOrDefault(row => row.Id == form.RegulationId);
        RuleViolation.Require(regulation is not null && regulation.IsInForceOn(Days.Today(clock)), "Quy chế này không còn hiệu lực. Tải lại trang rồi thực hiện.", nameof(form.RegulationId));
        db.KeepSession(year, regulation!.Parameters);
        year.TakeRegulation(current.Actor, regulation.ToTake(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}

internal static class YearsToSetParametersOf
{
    public static async Task<ClusterYear> YearWithPositions(this PortalDb db, CurrentActor current, int version)
    {
        var year = await db.ClusterYears.Include(row => row.Positions).OneAsync(row => row.Id == current.ClusterYearId);
        db.Expect(year, version);
        return year;
    }

    /// <summary>Whether there is a preparatory session is settled once results are published.</summary>
    public static void KeepSession(this PortalDb db, ClusterYear year, YearParameters parameters)
    {
        if (parameters.HasPreparatorySession != year.Parameters.HasPreparatorySession)
        {
            db.MustStillBe(db.Rankings.Where(row => RankingWorkflow.Published.Contains(row.State)), row => row.State, "Kết quả đã được công bố dự kiến, không đổi được việc có hay không có phiên họp trù bị.", rows: 0, field: $"Parameters.{nameof(parameters.HasPreparatorySession)}");
        }
    }
}
