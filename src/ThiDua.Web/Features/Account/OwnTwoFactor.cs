using Microsoft.AspNetCore.Identity;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Account;

/// <summary>How it stands with one's own two-factor sign-in.</summary>
public sealed record TwoFactorPage(bool IsOn, bool IsDemanded, int RecoveryCodesLeft);

/// <summary>The key offered for the app, in groups and as a picture.</summary>
public sealed record SetUpPage(string Key, string Picture, string Offer, bool IsForced, string? Kept);

/// <summary>Recovery codes, shown this once.</summary>
public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, bool IsNew, string? Kept);

/// <summary>One's own account, with a try at its password counted like one at sign-in.</summary>
public sealed class OwnAccount(UserManager<User> users, SignInThrottle throttle, CurrentPerson person, IHttpContextAccessor http)
{
    public async Task<User> Handle() => await users.FindByIdAsync($"{person.Person.UserId}") ?? throw new NotFound();

    public async Task<User> WithPassword(string password, string field)
    {
        var user = await Handle();
        using var attempt = await throttle.Begin(user.UserName!, $"{http.HttpContext!.Connection.RemoteIpAddress}")
            ?? throw new RuleViolation("Đã nhập sai mật khẩu quá nhiều lần. Hãy chờ một phút rồi thử lại.", field);
        if (!await users.CheckPasswordAsync(user, password))
        {
            attempt.WasWrong();
            throw new RuleViolation("Mật khẩu không đúng.", field);
        }

        return user;
    }
}

/// <summary>Shows how it stands with one's own two-factor sign-in.</summary>
public sealed class ShowTwoFactor(UserManager<User> users, OwnAccount own, TwoFactor twoFactor)
{
    public async Task<TwoFactorPage> Handle()
    {
        var user = await own.Handle();
        return new(user.TwoFactorEnabled, await twoFactor.IsDemandedOf(user.Id), user.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(user) : 0);
    }
}

/// <summary>Offers a key; nothing is written until its code is confirmed. The key already offered where there is one.</summary>
public sealed class OfferTwoFactor(TwoFactor twoFactor, OwnAccount own, CurrentPerson person)
{
    public async Task<SetUpPage> Handle(SwitchOnForm form)
    {
        var user = await own.Handle();
        var (key, offer) = twoFactor.KeyOf(user.Id, form.Offer) is { } known ? (known, form.Offer!) : twoFactor.Offer(user.Id);
        var grouped = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        return new(grouped, QrPicture.DataAddress($"otpauth://totp/ThiDua:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer=ThiDua&digits=6"), offer, person.Person.MustSetUpTwoFactor, form.Kept);
    }
}

/// <summary>Switches one's own two-factor sign-in on; other sessions end.</summary>
public sealed class SwitchTwoFactorOn(TwoFactor twoFactor, OwnAccount own, Sessions sessions)
{
    public async Task<IReadOnlyList<string>> Handle(SwitchOnForm form)
    {
        var user = await own.Handle();
        RuleViolation.Require(!user.TwoFactorEnabled, "Xác thực hai lớp của tài khoản đã bật.");
        var key = twoFactor.KeyOf(user.Id, form.Offer) ?? throw new RuleViolation("Mã QR đã quá một giờ. Hãy quét mã mới bên dưới.", nameof(form.Code));
        var codes = await twoFactor.SwitchOn(user, key, new([.. form.Code!.Where(char.IsDigit)]))
            ?? throw new RuleViolation("Mã không đúng. Kiểm tra giờ của điện thoại, chờ mã mới rồi nhập lại.", nameof(form.Code));
        await sessions.GoOn(user);
        return codes;
    }
}

/// <summary>Switches one's own two-factor sign-in off; other sessions end.</summary>
public sealed class SwitchTwoFactorOff(TwoFactor twoFactor, OwnAccount own, Sessions sessions)
{
    public async Task Handle(SwitchOffForm form)
    {
        var user = await own.WithPassword(form.Password!, nameof(form.Password));
        RuleViolation.Require(!await twoFactor.IsDemandedOf(user.Id), "Lãnh đạo phải dùng xác thực hai lớp theo quy định của hệ thống, không tắt được.", nameof(form.Password));
        await twoFactor.SwitchOff(user);
        await sessions.GoOn(user);
    }
}

/// <summary>Makes new recovery codes; those before are void.</summary>
public sealed class RenewRecoveryCodes(TwoFactor twoFactor, OwnAccount own)
{
    public async Task<IReadOnlyList<string>> Handle(RecoveryCodesForm form)
    {
        var user = await own.WithPassword(form.OwnPassword!, nameof(form.OwnPassword));
        RuleViolation.Require(user.TwoFactorEnabled, "Xác thực hai lớp của tài khoản đang tắt.", nameof(form.OwnPassword));
        return await twoFactor.NewRecoveryCodes(user);
    }
}
