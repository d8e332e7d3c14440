using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Registrations;

/// <summary>Shows what a table of targets would make of the registration; writes nothing.</summary>
public sealed class PreviewTargets(ShowRegistration show, KeptFile kept, CurrentYear year)
{
    public async Task<TargetsPreview> Handle(int unitId, byte[] file)
    {
        var (table, planned) = TargetTable.Read(file, await show.Handle(unitId));
        return new(new(table, kept.Keep(Purpose(year.Year.Id, unitId), file, string.Join('\n', planned))), planned);
    }

    public static string Purpose(int yearId, int unitId) => $"registered-targets-{yearId}-{unitId}";
}

/// <summary>What became of a confirmation: how many targets were written, or a new preview because something changed since the one confirmed.</summary>
public sealed record TargetsImported(int Made, TargetsPreview? Again);

/// <summary>Writes all targets of a previewed table, or none.</summary>
public sealed class ImportTargets(PortalDb db, ShowRegistration show, PreviewTargets preview, KeptFile kept, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<TargetsImported> Handle(int unitId, ImportConfirmForm form)
    {
        var file = kept.Open(PreviewTargets.Purpose(year.Year.Id, unitId), form.Kept, out var isPreviewOf);
        var (_, planned) = TargetTable.Read(file, await show.Handle(unitId));
        if (planned.Count == 0 || !isPreviewOf(string.Join('\n', planned)))
        {
            return new(0, await preview.Handle(unitId, file));
        }

        var (registration, now) = (await db.RegistrationToWrite(year.Year, unitId, current.Actor), clock.GetUtcNow().UtcDateTime);
        foreach (var row in planned)
        {
            if (row.StoredId is not { } id)
            {
                registration.AddTarget(current.Actor, row.Target, now);
                continue;
            }

            if (registration.Targets.FirstOrDefault(target => target.Id == id) is not { } stored || stored.Version != row.StoredVersion)
            {
                throw new AlreadyChanged("Đăng ký vừa được người khác sửa. Chưa có gì được lưu; hãy xem lại.");
            }

            registration.ChangeTarget(current.Actor, id, row.Target, now);
        }

        await db.SaveRegistration();
        return new(planned.Count, null);
    }
}
