using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>Where a criterion is moved, seen from another one.</summary>
public enum CriterionPlace { Before, After, Into }

// How the tree of a draft is written and moved.
public sealed partial class ScoringScheme
{
    public Criterion AddCriterion(Actor by, int? parentId, CriterionDescription description) =>
        AddCriterionBelow(by, parentId is { } id ? Find(id) : null, description);

    /// <summary>Adds many criteria at once, parents before their children, which name them by code.</summary>
    public void AddCriteria(Actor by, IEnumerable<(string? ParentCode, CriterionDescription Description)> criteria)
    {
        foreach (var (parentCode, description) in criteria)
        {
            AddCriterionBelow(by, parentCode is null ? null : _criteria.Find(row => row.Code == parentCode) ?? throw new RuleViolation($"Không có mục {parentCode} để đặt tiêu chí {description.Code}."), description);
        }
    }

    /// <summary>Adds a criterion below one that may itself be new; null: a section.</summary>
    public Criterion AddCriterionBelow(Actor by, Criterion? parent, CriterionDescription description)
    {
        RequireDrafting(by);
        RequireDraft();
        Require(parent?.Rule is null, $"Tiêu chí {parent?.Code} đã có phương pháp chấm điểm nên không có mục con; hãy bỏ phương pháp trước.", nameof(Criterion.ParentId));
        RequireFree(parent);
        RequireNewCode(description.Code, exceptId: null);
        var criterion = new Criterion(this, parent, _criteria.Where(row => row.IsBelow(parent)).Select(row => row.Order).Append(0).Max() + 1, description);
        _criteria.Add(criterion);
        return criterion;
    }

    public void ChangeCriterion(Actor by, int criterionId, CriterionDescription description)
    {
        RequireDrafting(by);
        RequireDraft();
        var criterion = Find(criterionId);
        RequireHeld(criterion, description);
        RequireNewCode(description.Code, criterionId);
        Require(description.Rule is null || !_criteria.Exists(row => row.IsBelow(criterion)), "Mục có mục con thì không chấm điểm trực tiếp.", nameof(Criterion.Rule));
        criterion.Describe(by, description);
        foreach (var below in Below(criterion))
        {
            below.TakeKind(by, criterion.Kind);
        }

        TieKeys = [.. TieKeys.Select(Named)];
    }

    /// <summary>Moves a criterion one place up (−1) or down (+1) among its siblings.</summary>
    public void MoveCriterion(Actor by, int criterionId, int places)
    {
        RequireDrafting(by);
        RequireDraft();
        var criterion = Find(criterionId);
        RequireUnheld(criterion, "chuyển");
        Number(by, Ordering.Moved(In(criterion.ParentId), criterion, places));
    }

    /// <summary>Moves a criterion with all below it before or after another, or into a section as its last.</summary>
    public void PlaceCriterion(Actor by, int criterionId, int targetId, CriterionPlace place)
    {
        RequireDrafting(by);
        RequireDraft();
        var (criterion, target) = (Find(criterionId), Find(targetId));
        Require(criterion != target && !Below(criterion).Contains(target), $"Không chuyển được {criterion.Code} vào bên trong chính nó.");
        var parent = place == CriterionPlace.Into ? target : target.ParentId is { } id ? Find(id) : null;
        RequireUnheld(criterion, "chuyển");
        RequireFree(parent);
        Require(parent?.Rule is null, $"Tiêu chí {parent?.Code} đang chấm điểm trực tiếp nên không chứa tiêu chí khác.");
        var siblings = In(parent?.Id);
        siblings.Remove(criterion);
        siblings.Insert(place switch { CriterionPlace.Into => siblings.Count, CriterionPlace.Before => siblings.IndexOf(target), _ => siblings.IndexOf(target) + 1 }, criterion);
        criterion.PutBelow(by, parent);
        Below(criterion).ForEach(below => below.TakeKind(by, criterion.Kind));
        Number(by, siblings);
    }

    /// <summary>Moves a criterion into the section just above it (+1), or out of its own to stand after it (−1).</summary>
    public void ShiftCriterion(Actor by, int criterionId, int levels)
    {
        var criterion = Find(criterionId);
        var above = In(criterion.ParentId).TakeWhile(row => row != criterion).LastOrDefault();
        Require(levels < 0 || above is not null, $"Phía trên {criterion.Code} không có mục nào để chuyển vào.");
        Require(levels > 0 || criterion.ParentId is not null, $"{criterion.Code} đã ở ngoài cùng.");
        PlaceCriterion(by, criterionId, levels > 0 ? above!.Id : criterion.ParentId!.Value, levels > 0 ? CriterionPlace.Into : CriterionPlace.After);
    }

    /// <summary>Removes a criterion with all below it.</summary>
    public IReadOnlyList<Criterion> RemoveCriterion(Actor by, int criterionId)
    {
        RequireDrafting(by);
        RequireDraft();
        var criterion = Find(criterionId);
        RequireUnheld(criterion, "xóa");
        IReadOnlyList<Criterion> removed = [criterion, .. Below(criterion)];
        _criteria.RemoveAll(removed.Contains);
        return removed;
    }

    /// <summary>Writes the whole tree anew, parents before their children, which name them by code; a criterion whose number stays is the same one. Returns what is no longer in it.</summary>
    public IReadOnlyList<Criterion> RewriteCriteria(Actor by, IReadOnlyList<(string? ParentCode, CriterionDescription Description)> rows)
    {
        RequireDrafting(by);
        RequireDraft();
        NotReady.Require(BrokenBy(rows), $"Nội dung này làm thay đổi {Framework?.InWords()}; chưa có gì được lưu.");
        var (kept, places) = (new Dictionary<string, Criterion>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var (parentCode, description) in rows)
        {
            var parent = parentCode is null ? null : kept.GetValueOrDefault(parentCode) ?? throw new RuleViolation($"Không có mục {parentCode} để đặt tiêu chí {description.Code}.");
            var order = places[parentCode ?? ""] = places.GetValueOrDefault(parentCode ?? "") + 1;
            Require(kept.TryAdd(Text.Clean(description.Code) ?? "", Written(by, parent, order, description)), $"Số thứ tự {description.Code} có hai lần.", nameof(Criterion.Code));
        }

        IReadOnlyList<Criterion> removed = [.. _criteria.Except(kept.Values)];
        _criteria.RemoveAll(removed.Contains);
        TieKeys = [.. TieKeys.Select(Named)];
        return removed;
    }

    private Criterion Written(Actor by, Criterion? parent, int order, CriterionDescription description)
    {
        if (_criteria.Find(row => string.Equals(row.Code, Text.Clean(description.Code), StringComparison.OrdinalIgnoreCase)) is not { } criterion)
        {
            _criteria.Add(criterion = new Criterion(this, parent, order, description));
            return criterion;
        }

        criterion.Rewrite(by, parent, order, description);
        return criterion;
    }

    private List<Criterion> In(int? parentId) => [.. _criteria.Where(row => row.ParentId == parentId).OrderBy(row => row.Order).ThenBy(row => row.Id)];

    private static void Number(Actor by, List<Criterion> siblings)
    {
        for (var order = 0; order < siblings.Count; order++)
        {
            siblings[order].Place(by, order + 1);
        }
    }

    private List<Criterion> Below(Criterion criterion) =>
        [.. _criteria.Where(row => row.IsBelow(criterion)).SelectMany(row => Below(row).Prepend(row))];

    private void RequireNewCode(string code, int? exceptId) =>
        Require(!_criteria.Exists(row => row.Id != exceptId && string.Equals(row.Code, Text.Clean(code), StringComparison.OrdinalIgnoreCase)), $"Số thứ tự {code} đã có trong bảng.", nameof(Criterion.Code));
}
