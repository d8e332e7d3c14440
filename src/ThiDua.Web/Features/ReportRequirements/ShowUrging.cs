using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>That so many units were reminded at once, by whom.</summary>
public sealed record RemindedRow(DateTime At, string ByName, string ByOffice, int Units);

/// <summary>A letter about a requirement, with its number once it has one.</summary>
public sealed record UrgingRow(int LetterId, string Abstract, DraftedState State, DateTime At, string ByName, IReadOnlyList<UrgedUnit> Units)
{
    public string? NumberAndSymbol { get; init; }

    public DateOnly? IssuedOn { get; init; }
}

/// <summary>Whom a requirement was reminded of by hand, and the letters that were sent about it.</summary>
public sealed record UrgingOfRequirement(IReadOnlyList<RemindedRow> Reminded, IReadOnlyList<UrgingRow> Letters)
{
    public static UrgingOfRequirement None { get; } = new([], []);
}

/// <summary>Reads the reminders and letters of a requirement: all for those who see every report; for a unit the issued letters that went to it.</summary>
public sealed class ShowUrging(PortalDb db, CurrentActor current)
{
    private const int Shown = 20;

    public async Task<UrgingOfRequirement> Handle(ReportRequirement requirement)
    {
        var actor = current.Actor;
        var seesAll = ReportSubmission.SeesAll(actor);
        var letters = await (
            from urging in db.ReportUrgings.AsNoTracking()
            where urging.RequirementId == requirement.Id && urging.Letter.State != DraftedState.Dropped
            join draft in db.DraftedDocuments.Where(DraftedDocument.ReadableBy(actor)) on urging.LetterId equals draft.Id
            join one in db.IssuedDocuments.Where(row => row.Origin == nameof(DraftedDocument) && row.State != DocumentState.Dropped) on draft.Id equals one.OriginId into documents
            from document in documents.DefaultIfEmpty()
            orderby urging.Id descending
            select new { draft.Id, draft.Abstract, draft.State, urging.At, urging.ByName, urging.Units, document.Number, document.Symbol, document.IssuedOn }).Take(Shown).ToListAsync();
        var reminded = !seesAll ? [] : (await db.ReportReminders.AsNoTracking().Where(row => row.RequirementId == requirement.Id).GroupBy(row => new { row.At, row.ByName, row.ByOffice })
            .Select(rows => new { rows.Key, Units = rows.Count() }).OrderByDescending(row => row.Key.At).Take(Shown).ToListAsync()).ConvertAll(row => new RemindedRow(row.Key.At, row.Key.ByName, row.Key.ByOffice, row.Units));
        return new(reminded, [.. letters.Where(row => seesAll || row.Units.Any(unit => unit.Id == actor.UnitId)).Select(row => new UrgingRow(row.Id, row.Abstract, row.State, row.At, row.ByName, seesAll ? row.Units : [])
        {
            NumberAndSymbol = row.Number is { } number && row.Symbol is { } symbol ? DocumentSymbol.Numbered(number, symbol) : null,
            IssuedOn = row.IssuedOn,
        })]);
    }
}
