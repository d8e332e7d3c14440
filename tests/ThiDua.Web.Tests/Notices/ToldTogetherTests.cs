using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;
using ThiDua.Web.Tests.Mail;

namespace ThiDua.Web.Tests.Notices;

public sealed class ToldTogetherTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("Notifications")]
    [InlineData("OutboxMails")]
    public async Task A_step_its_notifications_and_its_mails_are_there_together_or_not_at_all(string table)
    {
        var year = await ClusterYearInTest.Make(_portal);
        await year.Issue(_portal);
        await year.Submit(_portal, year.Member);
        await _portal.Mailboxes(Domain.Notifying.MailWish.UrgentAndDigest, year.Member.ClerkId);
        var leader = year.Acting(year.Leader, Capacity.Clerk);
        Task<int> Return() => year.OnSheet(_portal, year.Member, leader, (sheet, duty) => sheet.Return(leader, new(ClusterYearInTest.Now, "Bổ sung"), duty));

#pragma warning disable EF1002 // a name of the two above, which no parameter can stand for
        await _portal.WithDb(db => db.Database.ExecuteSqlRawAsync($"CREATE TRIGGER refuse BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"));
#pragma warning restore EF1002
        await Should.ThrowAsync<DbUpdateException>(Return());
        await _portal.WithDb(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER refuse"));
        (await Written()).ShouldBe((ScoreSheetState.Submitted, 0, 0));

        await Return();
        (await Written()).ShouldBe((ScoreSheetState.Returned, 2, 1));

        async Task<(ScoreSheetState, int, int)> Written() => await _portal.WithDb(
            async db => (await db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).Select(row => row.State).SingleAsync(), await db.Notifications.CountAsync(row => row.Title.Contains("trả lại")), await db.OutboxMails.CountAsync()),
            leader);
    }
}
