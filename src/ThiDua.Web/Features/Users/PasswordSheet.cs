using System.Text.Json;
using FluentValidation;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Users;

/// <summary>First passwords just given, shown this once; <c>Kept</c> carries them, encrypted, to the workbook that may be downloaded from this page.</summary>
public sealed record PasswordsGiven(IReadOnlyList<PasswordGiven> Given, string Kept);

/// <summary>The download of first passwords.</summary>
public sealed record PasswordSheetForm
{
    public string? Kept { get; init; }

    public sealed class Validator : AbstractValidator<PasswordSheetForm>
    {
        public Validator() => RuleFor(form => form.Kept).NotEmpty().WithMessage("Không có mật khẩu nào để tải.");
    }
}

/// <summary>The workbook of first passwords; the portal keeps none of them.</summary>
public sealed class PasswordSheet(KeptFile kept)
{
    private const string Purpose = "passwords";

    public PasswordsGiven Of(IReadOnlyList<PasswordGiven> given) => new(given, kept.Keep(Purpose, JsonSerializer.SerializeToUtf8Bytes(given), ""));

    public async Task<byte[]> Handle(PasswordSheetForm form, CancellationToken cancellation)
    {
        var given = JsonSerializer.Deserialize<List<PasswordGiven>>(kept.Open(Purpose, form.Kept, out _))!;
        using var file = new MemoryStream();
        List<Column> columns = [Column.Ordinal(), new("Họ và tên", 30), new("Tên đăng nhập", 24), new("Mật khẩu lần đầu", 24)];
        await XlsxTable.Write(file, [new("Mật khẩu lần đầu", columns, given.Select((row, index) => new Row([index + 1, row.FullName, row.UserName, row.Password]))) { Titles = ["MẬT KHẨU LẦN ĐẦU", "Giao riêng cho từng người; hệ thống yêu cầu đổi ở lần đăng nhập đầu tiên."] }], cancellation);
        return file.ToArray();
    }
}
