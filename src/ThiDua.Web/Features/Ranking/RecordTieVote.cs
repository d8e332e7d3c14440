using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Ghi kết quả biểu quyết khi bằng điểm: by the minutes, for all units that stay tied.</summary>
public sealed class RecordTieVote(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    /// <summary>The votes for one unit as typed.</summary>
    public sealed record Line
    {
        public int UnitId { get; init; }

        public int? Count { get; init; }
    }

    public sealed record Form
    {
        public List<Line> Votes { get; init; } = [];

        public int? Voters { get; init; }

        public DocumentForm Document { get; init; } = new();

        public int Version { get; init; }

        public VotesCast ToVotes() => new(Votes.DistinctBy(line => line.UnitId).ToDictionary(line => line.UnitId, line => line.Count!.Value), Voters!.Value, Document.ToReference());
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Votes).NotEmpty().WithMessage("Nhập số phiếu của từng đơn vị.");
            RuleForEach(form => form.Votes).ChildRules(line => line.RuleFor(x => x.Count).NotNull().WithMessage("Nhập số phiếu.").InclusiveBetween(0, 100_000).WithMessage("Số phiếu từ 0 đến 100.000."));
            RuleFor(form => form.Voters).NotNull().WithMessage("Nhập số đại biểu biểu quyết.").InclusiveBetween(1, 100_000).WithMessage("Số đại biểu từ 1 đến 100.000.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }

    public async Task Handle(Form form)
    {
        var snapshot = (await ResultsInMaking.Load(db, year.Year, ScoreStage.Appraised)).ProvisionalSnapshot(current.Actor);
        db.ChangeTracker.Clear(); // what was computed for it is not saved
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        ranking.RecordTieVote(current.Actor, new(clock.GetUtcNow().UtcDateTime), form.ToVotes(), snapshot);
        await db.SaveChangesAsync();
    }
}

/// <summary>The units that may be voted on, one group at a time, and the votes recorded so far.</summary>
public sealed record TieVotePage(IReadOnlyList<TieVotePage.Group> Groups, TieVotePage.Group Shown, RecordTieVote.Form Form, IReadOnlyList<TieVotePage.Vote> Votes)
{
    public sealed record Unit(int Id, string Name);

    /// <summary>Units that share a rank after all other keys, and whether a vote has parted them.</summary>
    public sealed record Group(int Rank, IReadOnlyList<Unit> Units, bool IsResolved)
    {
        public string Names => string.Join(", ", Units.Select(unit => unit.Name));
    }

    public sealed record Vote(TieVote Cast, string InWords);
}

/// <summary>Shows the form of a vote on a tie.</summary>
public sealed class ShowTieVote(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<TieVotePage> Handle(int? rank, RecordTieVote.Form? typed)
    {
        var ranking = await db.Rankings.AsNoTracking().Select(row => new { row.State, row.Version }).OneAsync();
        RuleViolation.Require(Domain.Scoring.Ranking.MayRecordVote(current.Actor, ranking.State), "Chỉ ghi được kết quả biểu quyết sau khi công bố dự kiến và trước khi thông qua.");
        var snapshot = (await ResultsInMaking.Load(db, year.Year, ScoreStage.Appraised)).ProvisionalSnapshot(current.Actor);
        var places = snapshot.Compute().ToDictionary(row => row.Unit.UnitId, row => row.Place);
        IReadOnlyList<TieVotePage.Group> groups = [.. snapshot.ToVoteOn().Select(tied => new TieVotePage.Group(tied.Min(unit => places[unit.UnitId].Rank!.Value), [.. tied.Select(unit => new TieVotePage.Unit(unit.UnitId, unit.Name))], tied.All(unit => !places[unit.UnitId].TieUnresolved)))];
        RuleViolation.Require(groups.Count > 0, "Không có đơn vị nào còn đồng hạng sau các tiêu chí phụ.");
        var shown = groups.FirstOrDefault(group => typed?.Votes.Any(line => group.Units.Any(unit => unit.Id == line.UnitId)) ?? group.Rank == rank) ?? groups.FirstOrDefault(group => !group.IsResolved) ?? groups[0];
        var names = snapshot.Units.ToDictionary(unit => unit.UnitId, unit => unit.Name);
        var votes = await db.TieVotes.AsNoTracking().OrderByDescending(vote => vote.Id).ToListAsync();
        return new(groups, shown, (typed ?? new()) with { Version = ranking.Version }, [.. votes.Select(vote => new TieVotePage.Vote(vote, InWords(vote, names)))]);
    }

    public static string InWords(TieVote vote, IReadOnlyDictionary<int, string> names) =>
        string.Join("; ", vote.Votes.OrderByDescending(row => row.Value).Select(row => $"{names.GetValueOrDefault(row.Key)}: {row.Value} phiếu")) + $" (trên {vote.Voters} đại biểu)";
}
