using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Recipients;

namespace ThiDua.Web.Features.Shared.Recipients;

/// <summary>What was ticked in the address book.</summary>
public sealed record PickRecipientsForm
{
    public List<int> PickedGroups { get; init; } = [];

    public List<int> PickedContacts { get; init; } = [];

    public sealed class Validator : AbstractValidator<PickRecipientsForm>
    {
        public Validator()
        {
            RuleFor(form => form.PickedGroups).Must(picked => picked.Count <= 200).WithMessage("Chọn quá nhiều nhóm.");
            RuleFor(form => form.PickedContacts).Must(picked => picked.Count <= 200).WithMessage("Chọn quá nhiều nơi nhận.");
        }
    }
}

/// <summary>Puts the lines of what was ticked behind those typed, each once: groups first, in their printed order.</summary>
public sealed class PickRecipients(ReadAddressBook book)
{
    public async Task<IReadOnlyList<string>> Handle(IEnumerable<string> typed, PickRecipientsForm form)
    {
        var (groups, contacts) = (await book.Groups().AsNoTracking().Where(row => form.PickedGroups.Contains(row.Id)).ToListAsync(), await book.Contacts().AsNoTracking().Where(row => form.PickedContacts.Contains(row.Id)).ToListAsync());
        return AddressBook.Lines([
            .. typed,
            .. groups.OrderBy(row => row.Name, Text.VietnameseOrder).SelectMany(row => row.Lines),
            .. contacts.OrderBy(row => row.Name, Text.VietnameseOrder).Select(row => row.Line)]);
    }
}
