using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Notifying;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>Writes a notification for each person whom a step concerns, once a step, and for what is urgent a mail beside it, all in the transaction of the step.</summary>
internal sealed class TellOfSteps(IOptions<MailOptions> mail) : ITellOfSteps
{
    private sealed record Letter(Hearer To, Notification Notice, bool IsUrgent);

    public async Task Tell(PortalDb beside, IReadOnlyList<TakenStep> steps, DateTime at, CancellationToken cancellationToken)
    {
        var letters = new List<Letter>();
        var reports = await ReportsOf(beside, steps, cancellationToken);
        foreach (var ofYear in steps.Where(step => ToldSteps.Of(step.Dossier, step.Step) is not null).GroupBy(step => step.ClusterYearId))
        {
            var today = VietnamTime.DayOf(at);
            if (await EnterClusterYear.Load(beside, ofYear.Key, today) is { } year)
            {
                var hearers = await Hearers.Of(beside, year, today, cancellationToken);
                letters.AddRange(ofYear.SelectMany(step => Letters(step, About(step, year, reports), hearers, at)));
            }
        }

        beside.AddRange(letters.Select(letter => letter.Notice));
        await Mail(beside, [.. letters.Where(letter => letter.IsUrgent && MayGoAtOnce(letter.To))], at, cancellationToken);
        await beside.SaveChangesAsync(cancellationToken);
    }

    // Each person once, in the office that it concerns.
    private static IEnumerable<Letter> Letters(TakenStep taken, Told told, IReadOnlyList<Hearer> hearers, DateTime at)
    {
        var (year, rows) = (told.Year, ToldSteps.Of(taken.Dossier, taken.Step)!);
        return from hearer in hearers
               where hearer.Actor.UserId != taken.Step.UserId
               let tidings = rows.For(taken.Dossier, told, hearer.Actor)
               where tidings is not null
               group (hearer, tidings) by hearer.Actor.UserId into ofPerson
               let first = ofPerson.First()
               let text = new NoticeText(first.tidings.Sentence, first.tidings.WithReason ? taken.Step.Reason : null, $"{year.Name} – {year.Year}", $"/cum/{year.Id}/{first.tidings.Path}".TrimEnd('/')) { IsReminder = first.tidings.IsReminder }
               select new Letter(first.hearer, new(first.hearer.Actor.UserId, first.hearer.Actor.OfficeId, text, at), first.tidings.IsUrgent);
    }

    private static Told About(TakenStep taken, EnteredYear year, IReadOnlyDictionary<int, ReportTold> reports) =>
        new(taken.DossierId, taken.Step, year) { Report = taken.Dossier is ReportSubmission report ? reports[report.RequirementId] : null };

    // The requirement says it, and no step of a report loads it for that alone.
    private static async Task<IReadOnlyDictionary<int, ReportTold>> ReportsOf(PortalDb beside, IReadOnlyList<TakenStep> steps, CancellationToken cancellationToken)
    {
        var ids = steps.Select(step => step.Dossier).OfType<ReportSubmission>().Select(report => report.RequirementId).Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<int, ReportTold>()
            : await beside.ReportRequirements.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Title, row.OwedBy }).ToDictionaryAsync(row => row.Id, row => new ReportTold(row.Title, row.OwedBy), cancellationToken);
    }

    // A head gets at most one mail a day.
    private bool MayGoAtOnce(Hearer hearer) => mail.Value.IsOn && hearer is { Email: not null, Wish: MailWish.UrgentAndDigest } && hearer.Actor.Capacity != Capacity.Head;

    private async Task Mail(PortalDb beside, IReadOnlyList<Letter> letters, DateTime at, CancellationToken cancellationToken)
    {
        if (letters.Count == 0)
        {
            return;
        }

        var (hourAgo, people) = (at.AddHours(-1), letters.Select(letter => letter.Notice.UserId).Distinct().ToList());
        var sent = await beside.OutboxMails.Where(row => row.DigestOn == null && row.CreatedAt > hourAgo && people.Contains(row.UserId))
            .GroupBy(row => row.UserId).Select(rows => new { UserId = rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.UserId, row => row.Count, cancellationToken);
        foreach (var letter in letters)
        {
            var count = sent[letter.Notice.UserId] = sent.GetValueOrDefault(letter.Notice.UserId) + 1;
            if (count <= MailOptions.AtOncePerHour)
            {
                letter.Notice.PutIntoMail(at);
                beside.Add(new OutboxMail(letter.Notice.UserId, MailText.Of(letter.Notice, letter.To.Email!, letter.To.Actor.UserName, mail.Value), at));
            }
        }
    }
}
