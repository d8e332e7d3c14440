using FluentValidation;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Mends the document that the year was opened by (sửa văn bản của năm).</summary>
public sealed class AmendYear(PortalDb db, CurrentActor current)
{
    public sealed record Form
    {
        public DocumentForm Document { get; init; } = new();

        public int Version { get; init; }

        public static Form Of(SetUpPage page) => new()
        {
            Document = new() { Number = page.NamingDocument.Number, IssuedOn = page.NamingDocument.IssuedOn, Issuer = page.NamingDocument.Issuer, Abstract = page.NamingDocument.Abstract },
            Version = page.Version,
        };
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
    }

    public async Task Handle(Form form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        year.Amend(current.Actor, form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}
