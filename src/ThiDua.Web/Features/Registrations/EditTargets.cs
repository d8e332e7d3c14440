using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Registrations;

/// <summary>Adds a target.</summary>
public sealed class AddTarget(PortalDb db, LeavesWithTarget leaves, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task Handle(int unitId, TargetForm form)
    {
        var registration = await db.RegistrationToWrite(year.Year, unitId, current.Actor);
        registration.AddTarget(current.Actor, form.ToDescription(await leaves.Handle()), clock.GetUtcNow().UtcDateTime);
        await db.SaveRegistration();
    }
}

/// <summary>Changes a target, provided that nobody did since the form was opened.</summary>
public sealed class ChangeTarget(PortalDb db, LeavesWithTarget leaves, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int unitId, int targetId, TargetForm form)
    {
        var registration = await db.RegistrationToChange(unitId, current.Actor);
        (registration.Targets.FirstOrDefault(row => row.Id == targetId) ?? throw new NotFound()).MustBeAsSeen(form.Version);
        registration.ChangeTarget(current.Actor, targetId, form.ToDescription(await leaves.Handle()), clock.GetUtcNow().UtcDateTime);
        await db.SaveRegistration();
    }
}

/// <summary>Takes a target out; one that was in force stays among the former ones.</summary>
public sealed class RemoveTarget(PortalDb db, CurrentActor current)
{
    public async Task Handle(int unitId, int targetId, RemoveRowForm form)
    {
        var registration = await db.RegistrationToChange(unitId, current.Actor);
        (registration.Targets.FirstOrDefault(row => row.Id == targetId) ?? throw new NotFound()).MustBeAsSeen(form.Version);
        if (registration.RemoveTarget(current.Actor, targetId) is { } gone)
        {
            db.Remove(gone);
        }

        await db.SaveRegistration();
    }
}

/// <summary>Writes the registered targets of all leaves at once, all or none; an emptied field takes its target out.</summary>
public sealed class FillTargets(PortalDb db, LeavesWithTarget leaves, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<int> Handle(int unitId, FillTargetsForm form)
    {
        var (registration, now) = (await db.RegistrationToWrite(year.Year, unitId, current.Actor), clock.GetUtcNow().UtcDateTime);
        var stored = registration.TargetsIn(registration.Revision).Where(row => row is { Source: TargetSource.Registered, CriterionId: not null }).ToDictionary(row => row.CriterionId!.Value);
        var changed = 0;
        foreach (var leaf in await leaves.Handle())
        {
            if (form.Rows.Find(row => row.CriterionId == leaf.Id) is { } typed && typed.Value != stored.GetValueOrDefault(leaf.Id)?.Value)
            {
                Write(registration, leaf, stored.GetValueOrDefault(leaf.Id), typed, form.Rows.IndexOf(typed), now);
                changed++;
            }
        }

        RuleViolation.Require(changed > 0, "Chưa có chỉ tiêu nào được nhập hoặc sửa.");
        await db.SaveRegistration();
        return changed;
    }

    private void Write(Registration registration, LeafWithTarget leaf, Target? stored, FillTargetsForm.Row typed, int index, DateTime now)
    {
        try
        {
            if (stored is null ? typed.Version != 0 : stored.Version != typed.Version)
            {
                throw new AlreadyChanged($"{stored?.EnteredByName ?? "Người khác"} vừa sửa chỉ tiêu {leaf.Code}. {leaf.Name}. Mở lại trang để xem.");
            }

            if (stored is null)
            {
                registration.AddTarget(current.Actor, new(leaf.Id, leaf.Name, leaf.Unit, typed.Value!.Value, TargetSource.Registered), now);
            }
            else if (typed.Value is { } value)
            {
                registration.ChangeTarget(current.Actor, stored.Id, stored.Description() with { Value = value }, now);
            }
            else if (registration.RemoveTarget(current.Actor, stored.Id) is { } gone)
            {
                db.Remove(gone);
            }
        }
        catch (RuleViolation refused) when (refused.Field == nameof(Target.Value))
        {
            throw new RuleViolation(refused.Message, $"Rows[{index}].Value");
        }
    }
}
