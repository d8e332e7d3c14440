using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Units join the year (thêm thành viên); with a score sheet where the scheme is issued and entry still open.</summary>
public sealed class AddMembers(PortalDb db, CurrentActor current, OrganizationsToChoose organizations, SheetsForNewMembers sheets)
{
    public async Task Handle(MembersForm form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        var from = form.FromOn!.Value;
        var joining = await organizations.OnDay([.. form.MemberIds.Distinct()], from, nameof(form.MemberIds));
        foreach (var unit in joining)
        {
            year.AddMember(current.Actor, unit.Id, unit.Name, from, form.Document.ToReference());
        }

        await sheets.Handle([.. joining.Select(unit => (unit.Id, unit.Name))]);
        await db.SaveChangesAsync();
    }

}

/// <summary>Units that join after the scheme was issued get their score sheets.</summary>
public sealed class SheetsForNewMembers(PortalDb db, TargetsInSheets targets, CurrentActor current)
{
    /// <returns>Whether each of them has a sheet, gets one now, or will when the scheme is issued; who joins after entry was closed has none.</returns>
    public async Task<bool> Handle(IReadOnlyList<(int Id, string Name)> units)
    {
        var scheme = await db.ScoringSchemes.Include(row => row.Criteria).SingleOrDefaultAsync(row => row.State == SchemeState.Issued);
        if (scheme is null)
        {
            // Issued in this instant, the scheme would have opened sheets for the members before these.
            db.MustStillBe(db.ScoringSchemes.Where(row => row.State == SchemeState.Issued), row => row.State, "Bảng tiêu chí vừa được ban hành. Hãy thực hiện lại để đơn vị mới có bảng chấm điểm.", rows: 0);
            return true;
        }

        var known = await db.ScoreSheets.Select(sheet => sheet.UnitId).ToListAsync();
        if (!await db.Rankings.AnyAsync(row => row.State == RankingState.Collecting))
        {
            return units.All(unit => known.Contains(unit.Id));
        }

        db.MustStillBe(db.Rankings.Where(row => row.State == RankingState.Collecting), row => row.State, "Nhập liệu vừa được khóa. Hãy xem lại rồi thực hiện lại.");
        var registered = await targets.Handle();
        foreach (var (id, name) in units.Where(unit => !known.Contains(unit.Id)))
        {
            var sheet = new ScoreSheet(current.Actor, scheme, id, name);
            db.Add(sheet);
            db.AddRange(scheme.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => registered.Fill(current.Actor, new(sheet, criterion.Id), criterion)));
        }

        return true;
    }
}

/// <summary>A unit leaves the year (thôi tham gia).</summary>
public sealed class EndMembership(PortalDb db, CurrentActor current)
{
    public async Task Handle(int unitId, EndForm form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        year.EndMembership(current.Actor, unitId, form.ToOn!.Value, form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}

/// <summary>Appoints the leader or a deputy from a day on (cử trưởng, phó).</summary>
public sealed class Appoint(PortalDb db, CurrentActor current)
{
    public async Task Handle(Position position, AppointForm form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        Action<Actor, int, DateOnly, Domain.DocumentReference?> appoint = position == Position.Leader ? year.AppointLeader : year.AppointDeputy;
        appoint(current.Actor, form.OrganizationId!.Value, form.FromOn!.Value, form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}

/// <summary>A deputy steps down (thôi giữ vị trí phó).</summary>
public sealed class EndDeputy(PortalDb db, CurrentActor current)
{
    public async Task Handle(int unitId, EndForm form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        year.EndDeputy(current.Actor, unitId, form.ToOn!.Value, form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}

internal static class YearsToSetUp
{
    public static async Task<ClusterYear> YearToSetUp(this PortalDb db, CurrentActor current, int version)
    {
        var year = await db.ClusterYears.Include(row => row.Members).Include(row => row.Positions).OneAsync(row => row.Id == current.ClusterYearId);
        db.Expect(year, version);
        return year;
    }
}
