using FluentValidation;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Mends what a year was opened with (sửa quy định của năm). Whether there is a preparatory session is settled once results are published.</summary>
public sealed class AmendYear(PortalDb db, CurrentActor current)
{
    public sealed record Form
    {
        public DocumentForm Document { get; init; } = new();

        public bool HasPreparatorySession { get; init; }

        public string? Honours { get; init; }

        public int Version { get; init; }

        public static Form Of(SetUpPage page) => new()
        {
            Document = new() { Number = page.NamingDocument.Number, IssuedOn = page.NamingDocument.IssuedOn, Issuer = page.NamingDocument.Issuer, Abstract = page.NamingDocument.Abstract },
            HasPreparatorySession = page.Parameters.HasPreparatorySession,
            Honours = string.Join('\n', page.Parameters.Honours),
            Version = page.Version,
        };
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
            RuleFor(form => form.Honours).SetValidator(new HonoursByLine());
        }
    }

    public async Task Handle(Form form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        if (form.HasPreparatorySession != year.Parameters.HasPreparatorySession)
        {
            db.MustStillBe(db.Rankings.Where(row => RankingWorkflow.Published.Contains(row.State)), row => row.State, "Kết quả đã được công bố dự kiến, không đổi được việc có hay không có phiên họp trù bị.", rows: 0);
        }

        year.Amend(current.Actor, HonoursByLine.Parameters(form.HasPreparatorySession, form.Honours), form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}
