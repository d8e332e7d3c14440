using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Registrations;

public sealed partial class Registration
{
    public IReadOnlyList<Target> TargetsIn(int revision) => [.. _targets.Where(row => row.IsIn(revision))];

    public IReadOnlyList<Title> TitlesIn(int revision) => [.. _titles.Where(row => row.IsIn(revision))];

    /// <summary>The targets that were in force once and are no more, newest first.</summary>
    public IReadOnlyList<Target> FormerTargets => [.. _targets.Where(row => row.InForceOn is not null && !row.IsIn(InForce)).OrderByDescending(row => row.Until)];

    /// <summary>What counts of a leaf now.</summary>
    public TargetInForce? InForceFor(Criterion leaf) => TargetInForce.Of(leaf, TargetsIn(InForce));

    public Target AddTarget(Actor by, TargetDescription description, DateTime at)
    {
        RequireOpenTo(by);
        RequireNoDouble(description, null);
        var added = new Target(this, by, description, at);
        _targets.Add(added);
        Changed(by);
        return added;
    }

    /// <summary>Writes a target anew; one that is in force ends with this revision and goes on in a new row.</summary>
    public void ChangeTarget(Actor by, int targetId, TargetDescription description, DateTime at)
    {
        RequireOpenTo(by);
        var row = Working(_targets, targetId);
        RequireNoDouble(description, row);
        if (row.Since == Revision)
        {
            row.Write(by, description, at);
        }
        else if (row.Description() != description)
        {
            var next = new Target(this, by, description, at);
            row.End(Revision);
            _targets.Add(next);
        }

        Changed(by);
    }

    /// <summary>Takes a target out; one that is in force ends with this revision. Gives the row where it is no more.</summary>
    public Target? RemoveTarget(Actor by, int targetId)
    {
        RequireOpenTo(by);
        Changed(by);
        return Remove(_targets, Working(_targets, targetId));
    }

    public Title AddTitle(Actor by, TitleDescription description, DateTime at)
    {
        RequireOpenTo(by);
        var added = new Title(this, by, description, at);
        _titles.Add(added);
        Changed(by);
        return added;
    }

    public void ChangeTitle(Actor by, int titleId, TitleDescription description, DateTime at)
    {
        RequireOpenTo(by);
        var row = Working(_titles, titleId);
        if (row.Since == Revision)
        {
            row.Write(by, description, at);
        }
        else if (row.Description() != description)
        {
            var next = new Title(this, by, description, at);
            row.End(Revision);
            _titles.Add(next);
        }

        Changed(by);
    }

    public Title? RemoveTitle(Actor by, int titleId)
    {
        RequireOpenTo(by);
        Changed(by);
        return Remove(_titles, Working(_titles, titleId));
    }

    private T? Remove<T>(List<T> rows, T row)
        where T : RegisteredRow
    {
        if (row.Since < Revision)
        {
            row.End(Revision);
            return null;
        }

        rows.Remove(row);
        return row;
    }

    private T Working<T>(List<T> rows, int id)
        where T : RegisteredRow => rows.Find(row => row.Id == id && row.IsIn(Revision)) ?? throw new RuleViolation("Dòng này vừa được thay hoặc bỏ. Mở lại trang đăng ký để xem.");

    private void RequireNoDouble(TargetDescription description, Target? but) =>
        Require(TargetsIn(Revision).All(row => row == but || row.Description().Subject != description.Subject), $"Chỉ tiêu này đã có dòng “{Labels.Of(description.Source).ToLowerInvariant()}”; sửa dòng đó.", description.CriterionId is null ? nameof(Target.Indicator) : nameof(Target.CriterionId));

    private void RequireOpenTo(Actor by)
    {
        RequireOwnUnit(by);
        if (!by.Can(Permission.EnterRegistration))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.EnterRegistration));
        }

        Require(IsOpen, $"Đăng ký thi đua đang ở trạng thái “{Labels.Of(State)}”, không sửa được nội dung.");
    }
}
