using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Consultations;

/// <summary>A unit comments on a part of the text. Sent twice, it is one comment.</summary>
public sealed class AddComment(PortalDb db, CurrentActor current, CurrentYear year, ConsultedTexts texts, TimeProvider clock)
{
    /// <summary>Gives the comment's id.</summary>
    public async Task<int> Handle(int consultationId, CommentForm form)
    {
        if (await Sent(consultationId, form.Key!) is { } known)
        {
            return known;
        }

        var round = await db.RoundToChange(consultationId);
        var unit = round.UnitOf(current.Actor, year.Year);
        var comment = new Comment(current.Actor, round, unit, await PlaceOf(round, form.PartId), form.ToText(), form.Key!, clock.GetUtcNow().UtcDateTime);
        db.Add(comment);
        try
        {
            await db.SaveToOpen(round);
            return comment.Id;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || db.IsUniqueViolation(failure))
        {
            if (await Sent(consultationId, form.Key!) is { } sent)
            {
                return sent;
            }

            RuleViolation.Require(failure is DbUpdateConcurrencyException, "Đơn vị vừa được người khác thêm vào đợt lấy ý kiến. Gửi lại ý kiến này.");
            throw;
        }
    }

    private Task<int?> Sent(int consultationId, string key) => db.Comments.AsNoTracking().Where(row => row.ConsultationId == consultationId && row.Key == key).Select(row => (int?)row.Id).FirstOrDefaultAsync();

    private async Task<CommentedPart> PlaceOf(Consultation round, int? partId) => partId is null
        ? CommentedPart.Whole
        : (await texts.Handle(round)).Parts.FirstOrDefault(part => part.Id == partId)?.Commented() ?? throw new RuleViolation("Mục này không còn trong dự thảo. Nội dung bạn đã nhập vẫn còn dưới đây; hãy góp ý vào mục khác hoặc toàn văn.");
}

/// <summary>A unit writes its comment anew, provided that nobody did since the form was opened.</summary>
public sealed class ChangeComment(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int consultationId, int commentId, ChangedCommentForm form)
    {
        var (round, comment) = await db.CommentToChange(consultationId, commentId);
        comment.Change(current.Actor, round, form.ToText(), clock.GetUtcNow().UtcDateTime);
        db.Expect(comment, form.Version);
        await db.SaveToOpen(round);
    }
}

/// <summary>A unit takes its comment back; it stays, marked.</summary>
public sealed class WithdrawComment(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int consultationId, int commentId, WithdrawCommentForm form)
    {
        var (round, comment) = await db.CommentToChange(consultationId, commentId);
        comment.Withdraw(current.Actor, round, clock.GetUtcNow().UtcDateTime);
        db.Expect(comment, form.Version);
        await db.SaveToOpen(round);
    }
}

/// <summary>The leader answers a comment as it was seen: tiếp thu, tiếp thu một phần, giải trình.</summary>
public sealed class AnswerComment(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int consultationId, int commentId, AnswerForm form)
    {
        var (_, comment) = await db.CommentToChange(consultationId, commentId);
        comment.AnswerWith(current.Actor, form.Response!.Value, form.Answer, clock.GetUtcNow().UtcDateTime);
        db.Expect(comment, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Rounds and comments as those who write them load and guard them.</summary>
internal static class RoundsInDb
{
    public static Task<Consultation> RoundToChange(this PortalDb db, int consultationId) => db.Consultations.Include(row => row.Units).OneAsync(row => row.Id == consultationId);

    public static async Task<(Consultation Round, Comment Comment)> CommentToChange(this PortalDb db, int consultationId, int commentId) =>
        (await db.RoundToChange(consultationId), await db.Comments.Include(row => row.Unit).OneAsync(row => row.Id == commentId && row.ConsultationId == consultationId));

    /// <summary>The row of the unit that this person acts for; one that joined the year later has its row with its first word.</summary>
    public static ConsultedUnit UnitOf(this Consultation round, Actor by, EnteredYear year) =>
        by.UnitId is not { } unitId ? throw new NotPermitted(Permissions.Refusal(Permission.CommentOnDrafts))
        : round.Units.FirstOrDefault(row => row.UnitId == unitId) ?? round.Ask(by, new(unitId, year.MemberNames[unitId]));

    /// <summary>Saves, provided that the round is open still.</summary>
    public static Task SaveToOpen(this PortalDb db, Consultation round)
    {
        db.MustStillBe(db.Consultations.Where(row => row.Id == round.Id && row.ClosedAt == null), row => row.LastDay, "Đợt lấy ý kiến vừa khép lại. Nội dung bạn nhập chưa được lưu và vẫn còn dưới đây.");
        return db.SaveChangesAsync();
    }
}
