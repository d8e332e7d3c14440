using ThiDua.Domain.Scoring;
using static ThiDua.Domain.Tests.Scoring.FrameworksInTest;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class RandomFrameworkTests
{
    [Fact]
    public void Whatever_is_done_to_a_random_draft_the_locked_rows_stay_and_free_totals_too()
    {
        var random = new Random(20200115);
        for (var run = 0; run < 300; run++)
        {
            var framework = RandomFramework(random);
            var scheme = Following(framework);
            var held = Held(scheme);
            for (var act = 0; act < 12; act++)
            {
                Try(random, scheme);
                AsStored(scheme);
            }

            Held(scheme).ShouldBe(held);
            FrameworkDeviations.Of(framework, scheme).ShouldBeEmpty();
            scheme.BrokenBy(scheme.Lines()).ShouldBeEmpty();
        }
    }

    private static List<string> Held(ScoringScheme scheme) =>
        [.. scheme.Criteria.Where(row => row.Part is not null).Select(row => row.Part == FrameworkPart.Locked ? $"{scheme.ParentOf(row)?.Code}>{row.Description()}" : $"{scheme.ParentOf(row)?.Code}>{row.Code} {row.Kind} {row.Max}")];

    private static FrameworkScheme RandomFramework(Random random)
    {
        var (lines, free, total) = (new List<(string?, CriterionDescription)>(), new HashSet<string>(), 0);
        for (var section = 1; section <= random.Next(1, 5); section++)
        {
            var points = 10 * random.Next(1, 6);
            total += points;
            lines.Add((null, new($"S{section}", $"Mục {section}", CriterionKind.Normal, points, null)));
            if (random.Next(2) == 0)
            {
                free.Add($"S{section}");
            }

            lines.Add(($"S{section}", new($"S{section}.1", $"Tiêu chí {section}", CriterionKind.Normal, points / 2, new JudgedRule(0.5m))));
            lines.Add(($"S{section}", new($"S{section}.2", $"Tiêu chí khác {section}", CriterionKind.Normal, points / 2, new PassOrFailRule())));
        }

        var framework = new FrameworkScheme(Head, Authority, new(2020), "Khung", total);
        framework.Rewrite(Head, lines, code => free.Contains(code) ? FrameworkPart.Free : null);
        framework.Issue(Head, Note, Document, null);
        return framework;
    }

    private static void Try(Random random, ScoringScheme scheme)
    {
        Criterion Any() => scheme.Criteria[random.Next(scheme.Criteria.Count)];
        var number = random.Next(100_000);
        try
        {
            switch (random.Next(7))
            {
                case 0: scheme.AddCriterion(Leader, random.Next(4) == 0 ? null : Any().Id, new($"X{number}", $"Thêm {number}", CriterionKind.Normal, random.Next(1, 20), random.Next(2) == 0 ? null : new PassOrFailRule())); break;
                case 1: scheme.RemoveCriterion(Leader, Any().Id); break;
                case 2: scheme.MoveCriterion(Leader, Any().Id, random.Next(2) == 0 ? 1 : -1); break;
                case 3: scheme.PlaceCriterion(Leader, Any().Id, Any().Id, (CriterionPlace)random.Next(3)); break;
                case 4: scheme.ShiftCriterion(Leader, Any().Id, random.Next(2) == 0 ? 1 : -1); break;
                case 5 when Any() is var row: scheme.ChangeCriterion(Leader, row.Id, row.Description() with { Name = $"Sửa {number}", Max = random.Next(2) == 0 ? row.Max : random.Next(1, 20) }); break;
                default:
                    var rows = scheme.Lines().Where(_ => random.Next(6) > 0).ToList();
                    scheme.RewriteCriteria(Leader, [.. rows.Where(line => line.ParentCode is null || rows.Exists(one => one.Description.Code == line.ParentCode))]);
                    break;
            }
        }
        catch (Exception refusal) when (refusal is RuleViolation or NotReady)
        {
            // Whatever is refused changes nothing; the caller looks at what stands.
        }
    }
}
