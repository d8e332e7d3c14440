using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Consultations;

/// <summary>Loads a round of comments: everybody of the year reads text, comments and answers.</summary>
public sealed class ShowConsultation(PortalDb db, CurrentActor current, CurrentYear year, ConsultedTexts texts, TimeProvider clock)
{
    private bool IsYearOpen => year.Year.Stage != ClusterYearStage.Concluded;

    public async Task<ConsultationPage> Handle(int consultationId, AskedOfRound? asked = null, OpenForm? typed = null)
    {
        var (round, comments) = await Load(consultationId);
        var rounds = await db.Consultations.AsNoTracking().Where(row => row.PlanId == round.PlanId && row.SchemeId != null == (round.SchemeId != null)).OrderBy(row => row.Number).Select(row => new { row.Id, row.Number }).ToListAsync();
        var page = new ConsultationPage(round, await texts.Handle(round), comments, Now)
        {
            Here = Here(consultationId),
            Asked = asked ?? new(),
            Rounds = [.. rounds.Select(row => (row.Id, row.Number))],
            OwnUnitId = current.Actor.UnitId,
            MayComment = IsYearOpen && round.IsOpen && current.Actor.Can(Permission.CommentOnDrafts),
            MayAnswer = IsYearOpen && current.Actor.Can(Permission.AnswerComments),
            MayClose = IsYearOpen && round.IsOpen && current.Actor.Can(round.PlanId is null ? Permission.DraftScheme : Permission.DraftPlan),
        };
        return page with { Open = typed ?? (asked is null ? null : OpenOn(page, asked)) };
    }

    /// <summary>The last round of a text.</summary>
    public async Task<ConsultationPage> Last(Expression<Func<Consultation, bool>> ofText, AskedOfRound asked) =>
        await Handle(await db.Consultations.Where(ofText).OrderByDescending(row => row.Number).Select(row => (int?)row.Id).FirstOrDefaultAsync() ?? throw new NotFound(), asked);

    /// <summary>Who has answered.</summary>
    public async Task<UnitsPage> Units(int consultationId, ReplyStanding? only = null)
    {
        var (round, comments) = await Load(consultationId);
        var byUnit = comments.Where(comment => comment.WithdrawnAt is null).ToLookup(comment => comment.ConsultedUnitId);
        var rows = round.Units.Where(unit => !unit.IsDrafter || byUnit[unit.Id].Any()).OrderBy(unit => unit.UnitName, Text.VietnameseOrder).Select(unit => Answer(round, unit, [.. byUnit[unit.Id]]));
        return new(round, await texts.Handle(round), [.. rows], only, Here(consultationId));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private string Here(int consultationId) => $"/cum/{year.Year.Id}/y-kien/{consultationId}";

    private async Task<(Consultation Round, List<Comment> Comments)> Load(int consultationId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var round = await db.Consultations.AsNoTracking().Include(row => row.Units).OneAsync(row => row.Id == consultationId);
        return (round, await db.Comments.AsNoTracking().Where(row => row.ConsultationId == consultationId).OrderBy(row => row.Id).ToListAsync());
    }

    private UnitAnswer Answer(Consultation round, ConsultedUnit unit, IReadOnlyList<Comment> comments) => new(
        unit,
        round.StandingOf(unit, Now),
        comments.Count,
        comments.Count(comment => comment.IsUnanswered),
        comments.Select(comment => (DateTime?)(comment.ChangedAt ?? comment.EnteredAt)).Append(unit.RepliedAt).Max(),
        unit.IsLate || comments.Any(comment => comment.IsLate));

    // A form that the person may not send is not opened.
    private static OpenForm? OpenOn(ConsultationPage page, AskedOfRound asked)
    {
        Comment? Found(int? id, bool may) => may ? page.Comments.FirstOrDefault(comment => comment.Id == id) : null;
        if (asked.CommentOn is { } part && page.MayComment)
        {
            return new(OpenFormKind.Comment, part);
        }

        if (Found(asked.Change, page.MayComment) is { IsUnanswered: true } own && own.ConsultedUnitId == page.Own?.Id)
        {
            return new(OpenFormKind.Change, own.Id) { Quote = own.Quote, Text = own.Text };
        }

        return Found(asked.Answer, page.MayAnswer) is { WithdrawnAt: null } comment ? new(OpenFormKind.Answer, comment.Id) { Response = comment.Response, Answer = comment.Answer } : null;
    }
}
