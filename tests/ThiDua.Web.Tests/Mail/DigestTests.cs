using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Notifying;
using ThiDua.Web.Notifications;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;

namespace ThiDua.Web.Tests.Mail;

public sealed class DigestTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private async Task<ClusterYearInTest> AYear()
    {
        var year = await ClusterYearInTest.Make(_portal);
        await year.Issue(_portal);
        await _portal.WithDb(db => db.Notifications.ExecuteDeleteAsync());
        return year;
    }

    private async Task Return(ClusterYearInTest year, string reason)
    {
        await year.Submit(_portal, year.Member);
        var leader = year.Acting(year.Leader, Capacity.Clerk);
        await year.OnSheet(_portal, year.Member, leader, (sheet, duty) => sheet.Return(leader, new(ClusterYearInTest.Now, reason), duty));
    }

    private static List<MailTaken> To(MailPortal portal, int userId) => [.. portal.Smtp.Taken.Where(mail => mail.To == MailPortal.AddressOf(userId))];

    [Fact]
    public async Task L3_What_is_urgent_goes_to_the_clerk_at_once_with_its_reason_and_to_the_head_with_the_digest()
    {
        var year = await AYear();
        await _portal.Mailboxes(MailWish.UrgentAndDigest, year.Member.ClerkId, year.Member.HeadId);
        await Return(year, "Bổ sung <số liệu> mục II");
        await _portal.Send();
        var mail = To(_portal, year.Member.ClerkId).ShouldHaveSingleItem();
        mail.Text.ShouldContain("Bổ sung <số liệu> mục II");
        mail.Text.ShouldContain("Bổ sung &lt;số liệu&gt; mục II");
        mail.Text.ShouldContain($"https://cong.test{year.Url}/cham-diem/");
        To(_portal, year.Member.HeadId).ShouldBeEmpty();

        (await _portal.WriteDigests()).ShouldBe(1, "the clerk was told already");
        await _portal.Send();
        To(_portal, year.Member.HeadId).ShouldHaveSingleItem().Text.ShouldContain("được trả lại để bổ sung");
        To(_portal, year.Member.ClerkId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task R1_One_digest_a_day_whoever_writes_it_and_however_often()
    {
        var year = await AYear();
        await _portal.Mailboxes(MailWish.UrgentAndDigest, year.Leader.ClerkId, year.Leader.HeadId, year.Member.ClerkId);
        await year.Submit(_portal, year.Member);
        await year.Submit(_portal, year.Units[3]);
        var written = await Task.WhenAll(Task.Run(_portal.WriteDigests), Task.Run(_portal.WriteDigests));
        written.Sum().ShouldBe(2, "the leader's clerk and head");
        (await _portal.WriteDigests()).ShouldBe(0);
        await _portal.Send();
        var digest = To(_portal, year.Leader.ClerkId).ShouldHaveSingleItem();
        digest.Text.ShouldContain("2 thông báo chưa đọc");
        digest.Text.ShouldContain($"{year.Member.Name} đã nộp bảng tự chấm điểm");

        await year.OnSheet(_portal, year.Deputy, year.Acting(year.Deputy, Capacity.Head), (sheet, _) => sheet.Submit(year.Acting(year.Deputy, Capacity.Head), new(ClusterYearInTest.Now), []));
        (await _portal.WriteDigests()).ShouldBe(0, "tomorrow");
        _portal.Clock.Advance(TimeSpan.FromDays(1));
        (await _portal.WriteDigests()).ShouldBe(2);
        await _portal.Send();
        To(_portal, year.Leader.ClerkId)[1].Text.ShouldContain("1 thông báo chưa đọc");
    }

    [Fact]
    public async Task What_was_read_is_not_told_and_who_wants_no_mail_gets_none()
    {
        var year = await AYear();
        await _portal.Mailboxes(MailWish.None, year.Leader.ClerkId);
        await _portal.Mailboxes(MailWish.DigestOnly, year.Leader.HeadId, year.Member.ClerkId);
        await year.Submit(_portal, year.Member);
        await _portal.WithDb(db => db.Notifications.Where(row => row.UserId == year.Leader.HeadId).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, DateTime.UtcNow)));
        (await _portal.WriteDigests()).ShouldBe(0);

        var leader = year.Acting(year.Leader, Capacity.Clerk);
        await year.OnSheet(_portal, year.Member, leader, (sheet, duty) => sheet.Return(leader, new(ClusterYearInTest.Now, "Bổ sung"), duty));
        (await _portal.Send()).Sent.ShouldBe(0, "urgent, but only the digest is wanted");
        (await _portal.WriteDigests()).ShouldBe(1);
    }

    [Fact]
    public async Task Mail_never_floods_anybody()
    {
        var year = await AYear();
        await _portal.Mailboxes(MailWish.UrgentAndDigest, year.Member.ClerkId);
        for (var time = 1; time <= MailOptions.AtOncePerHour + 3; time++)
        {
            await Return(year, $"Lần {time}");
        }

        (await _portal.Send()).Sent.ShouldBe(MailOptions.AtOncePerHour);
        await _portal.WriteDigests();
        await _portal.Send();
        To(_portal, year.Member.ClerkId)[^1].Text.ShouldContain("3 thông báo chưa đọc");
    }
}
