using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_with_plain_and_HTML_parts_under_the_name_of_its_row()
    {
        var id = await _portal.AMail();
        (await _portal.Send()).ShouldBe(new(1, 0));
        var (row, mail) = (await _portal.MailNow(id), _portal.Smtp.Taken.ShouldHaveSingleItem());
        row.State.ShouldBe(MailState.Sent);
        row.SentAt.ShouldNotBeNull();
        mail.To.ShouldBe(row.Address);
        mail.Header("Message-ID").ShouldBe($"<{row.Key}@cong.test>");
        mail.Header("From").ShouldContain("thidua@cong.test");
        mail.Header("Content-Type").ShouldContain("multipart/alternative");
        mail.Text.ShouldContain("Nội dung thử");
        mail.Text.ShouldContain("<p>Nội dung thử</p>");

        (await _portal.Send()).ShouldBe(new(0, 0));
        _portal.Smtp.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task R1_Two_servers_at_once_send_each_mail_once()
    {
        for (var count = 0; count < 30; count++)
        {
            await _portal.AMail();
        }

        var sent = await Task.WhenAll(Task.Run(_portal.Send), Task.Run(_portal.Send), Task.Run(_portal.Send));
        sent.Sum(row => row.Sent).ShouldBe(30);
        _portal.Smtp.Taken.Select(mail => mail.To).Distinct().Count().ShouldBe(30);
        _portal.Smtp.Taken.Count.ShouldBe(30);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_given_up_at_once_and_holds_up_nobody()
    {
        var (refused, wrong) = (await _portal.AMail(), await _portal.AMail("không phải địa chỉ"));
        _portal.Smtp.Manner = Manner.RefusesRecipient;
        (await _portal.Send()).ShouldBe(new(0, 2));
        var row = await _portal.MailNow(refused);
        row.State.ShouldBe(MailState.Failed);
        row.LastError.ShouldNotBeNull();
        (await _portal.MailNow(wrong)).LastError!.ShouldContain("không hợp lệ");

        _portal.Smtp.Manner = Manner.Takes;
        var other = await _portal.AMail();
        (await _portal.Send()).ShouldBe(new(1, 0));
        (await _portal.MailNow(other)).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task A_mailbox_that_asks_to_wait_is_tried_again_later_and_later()
    {
        var id = await _portal.AMail();
        _portal.Smtp.Manner = Manner.AsksToWait;
        await _portal.Send();
        var first = await _portal.MailNow(id);
        (first.State, first.Attempts).ShouldBe((MailState.Waiting, 1));
        await _portal.Send();
        (await _portal.MailNow(id)).Attempts.ShouldBe(1, "not before its time");

        _portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await _portal.Send();
        var second = await _portal.MailNow(id);
        second.Attempts.ShouldBe(2);
        (second.NotBefore - _portal.Clock.GetUtcNow().UtcDateTime).ShouldBeGreaterThan(TimeSpan.FromMinutes(3));

        _portal.Smtp.Manner = Manner.Takes;
        _portal.Clock.Advance(TimeSpan.FromMinutes(10));
        (await _portal.Send()).Sent.ShouldBe(1);
        _portal.Smtp.Taken.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Manner.SaysNothing)]
    [InlineData(Manner.SaysNothingAfterData)]
    [InlineData(Manner.DiesInData)]
    [InlineData(Manner.DiesAfterData)]
    [InlineData(Manner.ServesNobody)]
    public async Task A_server_that_hangs_or_dies_loses_nothing_and_the_mail_arrives_once_it_is_back(Manner manner)
    {
        var (first, second) = (await _portal.AMail(), await _portal.AMail());
        _portal.Smtp.Manner = manner;
        await Should.ThrowAsync<NoMailServer>(_portal.Send());
        (await _portal.MailNow(first)).State.ShouldBe(MailState.Waiting);
        (await _portal.MailNow(second)).Attempts.ShouldBe(0, "the run ends with the server");

        _portal.Smtp.Manner = Manner.Takes;
        _portal.Clock.Advance(TimeSpan.FromMinutes(3));
        (await _portal.Send()).ShouldBe(new(2, 0));
        _portal.Smtp.Taken.Select(mail => mail.To).ShouldBeUnique();
        (await _portal.MailNow(first)).LastError.ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_sent_for_three_days_is_given_up()
    {
        var id = await _portal.AMail();
        _portal.Smtp.Manner = Manner.ServesNobody;
        for (var hours = 0; hours <= 84; hours += 12)
        {
            _portal.Clock.Advance(TimeSpan.FromHours(12));
            if ((await _portal.MailNow(id)).State == MailState.Waiting)
            {
                await Should.ThrowAsync<NoMailServer>(_portal.Send());
            }
        }

        var row = await _portal.MailNow(id);
        row.State.ShouldBe(MailState.Failed);
        row.Attempts.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task R1_Who_died_while_sending_is_followed_by_another_who_sends_under_the_same_Message_ID()
    {
        var id = await _portal.AMail();
        var until = _portal.Clock.GetUtcNow().UtcDateTime + SendOutbox.ClaimLasts;
        await _portal.WithDb(db => db.OutboxMails.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, "somebody").SetProperty(row => row.ClaimedUntil, until)));
        (await _portal.Send()).Sent.ShouldBe(0, "somebody sends it now");
        _portal.Clock.Advance(SendOutbox.ClaimLasts + TimeSpan.FromSeconds(1));
        (await _portal.Send()).Sent.ShouldBe(1);
        _portal.Smtp.Taken.ShouldHaveSingleItem().Header("Message-ID").ShouldContain((await _portal.MailNow(id)).Key);
    }
}
