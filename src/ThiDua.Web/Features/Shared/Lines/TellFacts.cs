using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>Tells facts to the lines of sheets: proposals are made and renewed; beside what was appraised they are told as later news.</summary>
public sealed class TellFacts(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public int Told { get; private set; }

    public async Task Handle(IReadOnlyList<ScoreSheet> sheets, IReadOnlyList<Criterion> leaves, IReadOnlyList<ReportingFact> facts)
    {
        Told = 0;
        var (ids, keys) = (sheets.Select(sheet => sheet.Id).ToList(), facts.Select(fact => fact.Key).Distinct().ToList());
        var known = (await db.PortalProposals.Where(row => ids.Contains(row.SheetId) && keys.Contains(row.Key)).ToListAsync()).ToDictionary(row => (row.SheetId, row.CriterionId, row.Key));
        var (ranking, ofUnit) = (await db.Rankings.Select(row => row.State).FirstOrDefaultAsync(), facts.ToLookup(fact => fact.UnitId));
        foreach (var sheet in sheets)
        {
            var isDecided = ScoreSheetWorkflow.IsDecided(sheet.State, ranking);
            foreach (var leaf in leaves.Where(leaf => leaf.SchemeId == sheet.SchemeId))
            {
                foreach (var fact in ofUnit[sheet.UnitId])
                {
                    Told += Tell(sheet, leaf, fact, known.GetValueOrDefault((sheet.Id, leaf.Id, fact.Key)), isDecided) ? 1 : 0;
                }
            }
        }
    }

    private bool Tell(ScoreSheet sheet, Criterion leaf, ReportingFact fact, PortalProposal? told, bool isDecided)
    {
        var (rule, at) = ((ByPortalRule)leaf.Rule!, clock.GetUtcNow().UtcDateTime);
        if (told is not null)
        {
            return fact.Concerns(rule) && (isDecided ? told.TellBeside(current.Actor, fact.For(rule.Source), at) : told.Renew(current.Actor, fact.For(rule.Source), at));
        }

        if (!fact.Concerns(rule) || !fact.IsNewsFor(rule.Source))
        {
            return false;
        }

        db.Add(isDecided ? PortalProposal.AfterAppraisal(current.Actor, sheet, leaf, fact.For(rule.Source), at) : new PortalProposal(sheet, leaf, fact.For(rule.Source), at));
        return true;
    }
}
