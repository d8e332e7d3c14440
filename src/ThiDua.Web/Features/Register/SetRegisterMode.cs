using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Register;

/// <summary>The registers of one calendar year for which this person's office acts: the cluster's for its leader, else its own.</summary>
public sealed record RegisterModesPage(string IssuerName, int Year, IReadOnlyList<RegisterModesPage.Row> Rows, bool MaySet)
{
    public sealed record Row(DocumentKind Kind, RegisterMode Mode, int LastNumber, int Version);
}

/// <summary>Shows who gives the numbers of each kind of document.</summary>
public sealed class ShowRegisterModes(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<RegisterModesPage> Handle(int? ofYear)
    {
        db.ChangeTracker.Clear();
        var (owner, calendarYear) = (await Owner(), ofYear ?? Days.Today(clock).Year);
        var known = await db.DocumentRegisters.AsNoTracking().Where(row => row.Owner == owner.Key && row.Year == calendarYear).ToDictionaryAsync(row => row.Kind);
        var name = owner.OrganizationId is { } own ? await db.Organizations.Where(row => row.Id == own).Select(row => row.Name).SingleAsync() : year.Year.Name;
        return new(name, calendarYear, [.. Enum.GetValues<DocumentKind>().Select(kind => known.TryGetValue(kind, out var row) ? new RegisterModesPage.Row(kind, row.Mode, row.LastNumber, row.Version) : new(kind, default, 0, 0))], current.Actor.Can(Permission.IssueDocuments));
    }

    /// <summary>Whose register this office keeps.</summary>
    public async Task<RegisterOwner> Owner()
    {
        var ofCluster = RegisterOwner.Cluster(await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Year.Id).Select(row => row.ClusterId).SingleAsync());
        return ofCluster.IsActedForBy(current.Actor, Permission.IssueDocuments) ? ofCluster : RegisterOwner.Organization(current.Actor.OrganizationId);
    }
}

/// <summary>Lets the registrar, or the portal, give the numbers of a kind from now on.</summary>
public sealed class SetRegisterMode(PortalDb db, CurrentActor current, ShowRegisterModes show)
{
    public sealed record Form
    {
        public DocumentKind? Kind { get; init; }

        public int? Year { get; init; }

        public RegisterMode? Mode { get; init; }

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn loại văn bản.").IsInEnum().WithMessage("Chọn loại văn bản.");
            RuleFor(form => form.Year).NotNull().WithMessage("Chọn năm của sổ.").InclusiveBetween(2000, 2100).WithMessage("Năm của sổ từ 2000 đến 2100.");
            RuleFor(form => form.Mode).NotNull().WithMessage("Chọn cách cấp số.").IsInEnum().WithMessage("Chọn cách cấp số.");
        }
    }

    public async Task Handle(Form form)
    {
        var owner = await show.Owner();
        var register = await db.DocumentRegisters.SingleOrDefaultAsync(row => row.Owner == owner.Key && row.Kind == form.Kind && row.Year == form.Year);
        if (register is null)
        {
            RuleViolation.Require(form.Version == 0, "Sổ này chưa mở. Tải lại trang rồi thực hiện.");
            register = new(owner, form.Kind!.Value, form.Year!.Value);
            db.Add(register);
        }
        else
        {
            db.Expect(register, form.Version);
        }

        register.SetMode(current.Actor, owner, form.Mode!.Value);
        await db.SaveOnce("Sổ này vừa được người khác mở. Tải lại trang rồi thực hiện.");
    }
}
