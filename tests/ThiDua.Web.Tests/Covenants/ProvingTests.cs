using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Covenants;

/// <summary>How a head proves to be who signed in, and what is kept of it: nothing.</summary>
public sealed class ProvingTests(Portal portal)
{
    private async Task<string> WithTwoFactor(UnitInTest unit)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        var (users, twoFactor) = (scope.ServiceProvider.GetRequiredService<UserManager<User>>(), scope.ServiceProvider.GetRequiredService<TwoFactor>());
        var (user, key) = ((await users.FindByIdAsync($"{unit.HeadId}"))!, twoFactor.Offer(unit.HeadId).Key);
        (await twoFactor.SwitchOn(user, key, AuthenticatorCode.At(key, DateTimeOffset.UtcNow))).ShouldNotBeNull();
        return key;
    }

    [Fact]
    public async Task Who_signs_in_with_a_code_signs_with_a_code_and_not_with_the_password()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var head = await year.HeadWithPassword(portal, year.Member);
        var key = await WithTwoFactor(year.Member);
        var form = (await head.See(year.Covenant(covenantId, "/ky"))).FormTo("/ky");
        form.Elements["Password"].ShouldBeNull();
        (await (await head.Submit(form, ("Password", Accounts.Accounts.Password))).Html()).Says().ShouldContain("Nhập mã xác thực của bạn để ký.");
        (await (await head.Submit(form, ("AppCode", AuthenticatorCode.At(key, DateTimeOffset.UtcNow.AddMinutes(-10))))).Html()).Says().ShouldContain("Mã xác thực không đúng hoặc đã dùng");
        (await year.StoredCovenant(portal, covenantId)).Signings.ShouldBeEmpty();

        var code = AuthenticatorCode.At(key, DateTimeOffset.UtcNow.AddSeconds(30));
        await head.Follow(await head.Submit(form, ("AppCode", code)));
        (await year.StoredCovenant(portal, covenantId)).Signings.Single().Way.ShouldBe(SigningWay.OnPortal);
        var second = await year.ACovenant(portal);
        (await head.Submit((await head.See(year.Covenant(second, "/ky"))).FormTo("/ky"), ("AppCode", code))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a code is taken once");
        (await year.StoredCovenant(portal, second)).Signings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_password_is_in_no_form_that_is_kept_for_after_the_session()
    {
        new KeptForm.Field("Password", "bí mật").IsSecret.ShouldBeTrue();
        new KeptForm.Field("OwnPassword", "bí mật").IsSecret.ShouldBeTrue();
        new KeptForm.Field("Reason", "bí mật").IsSecret.ShouldBeFalse();

        var stranger = portal.AsStranger();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cum/1/giao-uoc/1/ky") { Content = new FormUrlEncodedContent([new("Password", "Bi-mat-khong-luu-1"), new("Paper.Signatory", "Ông Đã Nhập")]) };
        request.Headers.Add("Origin", "http://localhost");
        var page = await (await stranger.SendAsync(request, TestContext.Current.CancellationToken)).Html();
        page.QuerySelector("[name=Kept]").ShouldNotBeNull();
        page.Source.Text.ShouldNotContain("Bi-mat-khong-luu-1");
    }

    [Fact]
    public async Task C4_The_database_itself_holds_one_signature_of_a_unit()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        await year.SignAtCeremony(portal, covenantId, year.Member);
        await Should.ThrowAsync<Exception>(() => year.WithCovenants(portal, db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO CovenantSignings (ClusterYearId, CovenantId, UnitId, UnitName, Way, Office, SignedOn, TextSha256, RecordedByName, RecordedByOffice, RecordedAt) SELECT ClusterYearId, CovenantId, UnitId, UnitName, Way, Office, SignedOn, TextSha256, RecordedByName, RecordedByOffice, RecordedAt FROM CovenantSignings WHERE CovenantId = {covenantId}")));
        (await year.StoredCovenant(portal, covenantId)).Signings.Count.ShouldBe(1);
    }
}
