using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Consultations;

/// <summary>A unit answers the round as a whole: it agrees, or has comments; in the portal, or by its signed paper.</summary>
public sealed class ReplyToRound(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock, FileStore files)
{
    public async Task Handle(int consultationId, ReplyForm form)
    {
        var round = await db.RoundToChange(consultationId);
        var unit = round.UnitOf(current.Actor, year.Year);
        var standing = unit.Id == 0 ? 0 : await db.Comments.CountAsync(row => row.ConsultedUnitId == unit.Id && row.WithdrawnAt == null);
        var scan = await files.Receive(form.Paper.Scan, "Paper.Scan", CancellationToken.None);
        unit.AnswerWith(current.Actor, round, form.Reply!.Value, standing, new(clock.GetUtcNow().UtcDateTime, form.Note, form.Paper.ToPaper(scan?.Id)));
        if (unit.Id > 0)
        {
            db.Expect(unit, form.Version);
        }

        if (form.Reply == UnitReply.Agreed)
        {
            db.MustStillBe(db.Comments.Where(row => row.ConsultedUnitId == unit.Id && row.WithdrawnAt == null), row => row.Place, "Đơn vị vừa có ý kiến góp ý mới. Xem lại rồi trả lời.", rows: 0);
        }

        await db.SaveToOpen(round);
    }
}

/// <summary>The page on which a unit answers the round as a whole.</summary>
public sealed class ShowReply(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<ReplyPage> Handle(int consultationId, ReplyForm? typed = null)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var round = await db.Consultations.AsNoTracking().Include(row => row.Units).OneAsync(row => row.Id == consultationId);
        var unit = round.Units.FirstOrDefault(row => row.UnitId == current.Actor.UnitId);
        var standing = unit is null ? 0 : await db.Comments.CountAsync(row => row.ConsultedUnitId == unit.Id && row.WithdrawnAt == null);
        var form = typed ?? new ReplyForm { Version = unit?.Version ?? 0, Reply = unit?.Reply ?? (standing > 0 ? UnitReply.HasComments : null), Note = unit?.Note };
        return new(round, unit, form, standing, current.Actor.UnitId is { } id ? year.Year.MemberNames[id] : "")
        {
            IsLate = round.IsLate(clock.GetUtcNow().UtcDateTime),
            IsOnBehalf = current.Actor.OnBehalfOf is not null,
        };
    }

    /// <summary>The scan behind a unit's answer, for everybody who reads the round.</summary>
    public async Task<StoredFile> Scan(int consultationId, int unitId)
    {
        var scanId = await db.ConsultedUnits.AsNoTracking().Where(row => row.ConsultationId == consultationId && row.UnitId == unitId && row.PaperScanId != null).Select(row => row.PaperScanId).FirstOrDefaultAsync();
        return scanId is { } id ? await db.StoredFiles.AsNoTracking().OneAsync(row => row.Id == id) : throw new NotFound();
    }
}

/// <summary>What a unit answers; Stored is what it answered before.</summary>
public sealed record ReplyPage(Consultation Round, ConsultedUnit? Stored, ReplyForm Form, int Comments, string UnitName)
{
    public bool IsLate { get; init; }

    public bool IsOnBehalf { get; init; }

    /// <summary>Somebody else of the unit answered first: what is stored is shown beside what was typed.</summary>
    public bool IsOvertaken => Stored is not null && Form.Version != Stored.Version;

    /// <summary>Whether there is something to answer for this unit.</summary>
    public bool IsAsked => Round.IsOpen && Stored is not { IsDrafter: true };
}
