using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.DemoData;

/// <summary>Where a demo scheme comes from and how it is issued.</summary>
internal sealed record DemoScheme(string Template, string Title, string LeaderCode, DocumentReference Document, DateOnly CutOffOn, DateTime DraftedAt, DateTime IssuedAt)
{
    /// <summary>Drafted by the leader's clerk from the template, issued by the leader's head; each member gets its sheet.</summary>
    public async Task<ScoringScheme> Issue(DemoStage stage, ClusterYear year)
    {
        var template = SchemeTemplate.FromJson(Resources.Text($"Schemes/{Template}.json"));
        var scheme = await Draft(stage, year, template);
        var head = stage.ActAs(DemoPeople.HeadOf(LeaderCode), year);
        scheme.Issue(head, new(IssuedAt), Document);
        foreach (var member in year.Members)
        {
            var sheet = new ScoreSheet(head, scheme, member.OrganizationId, member.NameThen);
            stage.Db.AddRange(scheme.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => new ScoreEntry(sheet, criterion.Id)));
        }

        stage.Db.Add(new Ranking(head, scheme));
        await stage.Db.SaveChangesAsync();
        return scheme;
    }

    private async Task<ScoringScheme> Draft(DemoStage stage, ClusterYear year, SchemeTemplate template)
    {
        var clerk = stage.ActAs(DemoPeople.ClerkOf(LeaderCode), year);
        var terms = new SchemeTerms(Title, template.ContentTotal) { CutOffOn = CutOffOn, RankBy = template.RankBy, NotAssigned = template.NotAssigned, Bands = template.Bands };
        var scheme = new ScoringScheme(clerk, year.Id, terms);
        stage.Db.Add(scheme);
        await stage.Db.SaveChangesAsync();
        var ids = new Dictionary<string, int>();
        foreach (var level in template.ToTree().Ordered.GroupBy(placed => placed.Depth).OrderBy(level => level.Key))
        {
            foreach (var row in level.Select(placed => template.Criteria[placed.Node.Id - 1]))
            {
                scheme.AddCriterion(clerk, row.ParentCode is { } parent ? ids[parent] : null, Described(row));
                stage.Db.ChangeTracker.DetectChanges(); // its parent's id is known from here on
            }

            await stage.Db.SaveChangesAsync();
            ids = scheme.Criteria.ToDictionary(criterion => criterion.Code, criterion => criterion.Id);
        }

        scheme.Describe(clerk, terms with { TieKeys = [.. template.TieKeys.Select(key => KeyOf(key, ids))] }, DraftedAt);
        await stage.Db.SaveChangesAsync();
        return scheme;
    }

    public static IReadOnlyList<(string? ParentCode, CriterionDescription Description)> LinesOf(SchemeTemplate template) => [.. template.Criteria.Select(row => (row.ParentCode, Described(row)))];

    private static CriterionDescription Described(TemplateCriterion row) => new(row.Code, row.Name, row.Kind, row.Max, row.Rule)
    {
        Unit = row.Unit,
        TargetSource = row.TargetSource,
        EvidenceNeeded = row.Evidence,
        Guide = row.Guide,
    };

    private static TieKey KeyOf(TemplateTieKey key, Dictionary<string, int> ids) =>
        key.Code is { } code ? new(key.Kind, ids[code], (key.Kind == TieKeyKind.CriterionPoints ? "tiêu chí " : "mục ") + code) : new(key.Kind);
}
