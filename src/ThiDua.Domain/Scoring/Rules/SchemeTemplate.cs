namespace ThiDua.Domain.Scoring;

/// <summary>One criterion of a template, with where its figures come from.</summary>
public sealed record TemplateCriterion(
    string Code,
    string Name,
    string? ParentCode = null,
    CriterionKind Kind = CriterionKind.Normal,
    decimal? Max = null,
    ScoringRule? Rule = null,
    string? Unit = null,
    string? TargetSource = null,
    string? Evidence = null,
    string? Guide = null);

/// <summary>A tie key of a template, naming its section or criterion by code.</summary>
public sealed record TemplateTieKey(TieKeyKind Kind, string? Code = null);

/// <summary>A scoring scheme to start from (bảng điểm mẫu): criteria and policies as data, free of any cluster.</summary>
public sealed record SchemeTemplate(
    string Name,
    decimal ContentTotal,
    RankBy RankBy,
    NotAssignedPolicy NotAssigned,
    IReadOnlyList<TemplateTieKey> TieKeys,
    IReadOnlyList<ClassificationBand> Bands,
    IReadOnlyList<TemplateCriterion> Criteria)
{
    public static SchemeTemplate FromJson(string json) => ScoringJson.Read<SchemeTemplate>(json);

    /// <summary>The template as a tree; a node's id is its place in the list, from 1. An unknown parent's code leaves the node outside the tree.</summary>
    public SchemeTree ToTree()
    {
        var ids = Ids();
        return new(Criteria.Select((one, index) => new SchemeNode(
            index + 1,
            one.ParentCode is { } parent ? ids.GetValueOrDefault(parent, -1) : null,
            index + 1,
            one.Code,
            one.Name,
            one.Max,
            one.Kind,
            one.Rule)));
    }

    /// <summary>The tie keys with the ids of the tree and the labels that explanations print.</summary>
    public IReadOnlyList<TieKey> TreeTieKeys()
    {
        var ids = Ids();
        return [.. TieKeys.Select(key => key.Code is { } code
            ? new TieKey(key.Kind, ids[code], (key.Kind == TieKeyKind.CriterionPoints ? "tiêu chí " : "mục ") + code)
            : new TieKey(key.Kind))];
    }

    private Dictionary<string, int> Ids() =>
        Criteria.Select((one, index) => (one.Code, Id: index + 1)).DistinctBy(one => one.Code).ToDictionary(one => one.Code, one => one.Id);
}
