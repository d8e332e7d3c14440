using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>What a run sent, and how many mails it had to give up.</summary>
public sealed record MailsSent(int Sent, int GivenUp);

/// <summary>
/// Sends the mails that wait, the oldest first. Each row is claimed by an update that only one server wins; a claim lasts longer than a mail may take.
/// When the mail server itself fails the run ends: the others wait for the next one, without a try of theirs being counted.
/// </summary>
public sealed class SendOutbox(PortalDb db, MailServer server, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Mails of one run.</summary>
    public const int MostAtOnce = 200;

    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);
    private const int LongestError = 400;
    private static readonly int[] MinutesToNextTry = [1, 5, 15, 60, 240, 720];

    private readonly string _me = Guid.NewGuid().ToString("N");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<MailsSent> Run(CancellationToken cancellationToken)
    {
        var (sent, givenUp) = (0, 0);
        if (!options.Value.IsOn)
        {
            return new(sent, givenUp);
        }

        for (var tried = 0; tried < MostAtOnce && !cancellationToken.IsCancellationRequested && await Claim(cancellationToken) is { } mail; tried++)
        {
            // What was begun is ended, also where the portal is stopped meanwhile.
            try
            {
                await server.Send(mail);
                await MarkSent(mail);
                sent++;
            }
            catch (MailRefused refused)
            {
                givenUp += await MarkRefused(mail, refused.Message, refused.IsForGood);
            }
            catch (NoMailServer none)
            {
                await MarkRefused(mail, none.Message, forGood: false);
                throw;
            }
        }

        return new(sent, givenUp);
    }

    private async Task<OutboxMail?> Claim(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = Now;
            var free = db.OutboxMails.Where(row => row.State == MailState.Waiting && row.NotBefore <= now && (row.ClaimedUntil == null || row.ClaimedUntil < now));
            var next = await free.AsNoTracking().OrderBy(row => row.NotBefore).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
            {
                return null;
            }

            var until = now + ClaimLasts;
            if (await free.Where(row => row.Id == next.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, _me).SetProperty(row => row.ClaimedUntil, until).SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken) == 1)
            {
                return next;
            }
        }
    }

    private Task<int> MarkSent(OutboxMail mail)
    {
        var now = Now;
        return Mine(mail).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Sent).SetProperty(row => row.SentAt, now).SetProperty(row => row.ClaimedUntil, (DateTime?)null).SetProperty(row => row.LastError, (string?)null));
    }

    // Tried again, each time later, for three days at most.
    private async Task<int> MarkRefused(OutboxMail mail, string error, bool forGood)
    {
        var (now, told) = (Now, error.Length <= LongestError ? error : error[..LongestError]);
        var isOver = forGood || now - mail.CreatedAt > GivenUpAfter;
        var (state, next) = (isOver ? MailState.Failed : MailState.Waiting, now.AddMinutes(MinutesToNextTry[Math.Min(mail.Attempts, MinutesToNextTry.Length - 1)]));
        await Mine(mail).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.NotBefore, next).SetProperty(row => row.ClaimedUntil, (DateTime?)null).SetProperty(row => row.LastError, told));
        return isOver ? 1 : 0;
    }

    private IQueryable<OutboxMail> Mine(OutboxMail mail) => db.OutboxMails.Where(row => row.Id == mail.Id && row.ClaimedBy == _me);
}
