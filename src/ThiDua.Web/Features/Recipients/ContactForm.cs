using FluentValidation;
using ThiDua.Domain.Recipients;

namespace ThiDua.Web.Features.Recipients;

/// <summary>An entry of the address book as typed.</summary>
public sealed record ContactForm
{
    public int Version { get; init; }

    public ContactKind? Kind { get; init; }

    public string? Name { get; init; }

    public string? Salutation { get; init; }

    public string? Through { get; init; }

    public string? Purpose { get; init; }

    public string? Address { get; init; }

    public string? Email { get; init; }

    public string? Note { get; init; }

    public ContactDescription ToDescription() => new(Kind!.Value, Name!) { Salutation = Salutation, Through = Through, Purpose = Purpose, Address = Address, Email = Email, Note = Note };

    public static ContactForm Of(Contact row) => new() { Version = row.Version, Kind = row.Kind, Name = row.Name, Salutation = row.Salutation, Through = row.Through, Purpose = row.Purpose, Address = row.Address, Email = row.Email, Note = row.Note };

    public sealed class Validator : AbstractValidator<ContactForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn cơ quan hoặc khách mời.").IsInEnum().WithMessage("Chọn cơ quan hoặc khách mời.");
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên cơ quan, hoặc chức vụ của khách mời.").MaximumLength(300).WithMessage("Tên tối đa 300 ký tự.");
            RuleFor(form => form.Salutation).MaximumLength(300).WithMessage("Tối đa 300 ký tự.");
            RuleFor(form => form.Through).MaximumLength(300).WithMessage("Tối đa 300 ký tự.");
            RuleFor(form => form.Purpose).MaximumLength(60).WithMessage("Tối đa 60 ký tự.");
            RuleFor(form => form.Address).MaximumLength(400).WithMessage("Địa chỉ tối đa 400 ký tự.");
            RuleFor(form => form.Email).MaximumLength(200).WithMessage("Tối đa 200 ký tự.").Must(email => string.IsNullOrWhiteSpace(email) || AddressBook.IsEmail(email.Trim())).WithMessage("Nhập địa chỉ thư điện tử, ví dụ vanthu@thanhhoa.gov.vn.");
            RuleFor(form => form.Note).MaximumLength(1000).WithMessage("Ghi chú tối đa 1.000 ký tự.");
        }
    }
}

/// <summary>A group as typed: its lines, one a line, and entries ticked to be put behind them.</summary>
public sealed record GroupForm
{
    public int Version { get; init; }

    public string? Name { get; init; }

    public string? Lines { get; init; }

    public List<int> PickedContacts { get; init; } = [];

    public IReadOnlyList<string> Typed() => (Lines ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static GroupForm Of(RecipientGroup row) => new() { Version = row.Version, Name = row.Name, Lines = string.Join('\n', row.Lines) };

    public sealed class Validator : AbstractValidator<GroupForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên nhóm, ví dụ Nơi nhận của kế hoạch.").MaximumLength(200).WithMessage("Tên nhóm tối đa 200 ký tự.");
            RuleFor(form => form.Lines).Must((form, _) => form.Typed().Count + form.PickedContacts.Count > 0).WithMessage("Nhập ít nhất một nơi nhận.")
                .Must((form, _) => form.Typed().Count <= RecipientGroup.MostLines).WithMessage($"Một nhóm có nhiều nhất {RecipientGroup.MostLines} nơi nhận.")
                .Must((form, _) => form.Typed().All(line => line.Length <= 400)).WithMessage("Mỗi dòng tối đa 400 ký tự.");
            RuleFor(form => form.PickedContacts).Must(picked => picked.Count <= 200).WithMessage("Chọn quá nhiều nơi nhận.");
        }
    }
}

/// <summary>An entry or a group to be removed, as it was seen.</summary>
public sealed record RemoveRecipientForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<RemoveRecipientForm>;
}
