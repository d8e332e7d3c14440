using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;

namespace ThiDua.Web.Notifications;

/// <summary>A step that was taken on the dossier of this id, in its cluster year as it stands now.</summary>
internal sealed record Told(int Id, StepTaken Step, EnteredYear Year)
{
    /// <summary>Of a report: the requirement that it answers.</summary>
    public ReportTold? Report { get; init; }
}

/// <summary>What a report answers, and who owes that, and with it who receives it.</summary>
internal sealed record ReportTold(string Title, OwedBy OwedBy);

/// <summary>What somebody is told of a step: the sentence, whether with its reason, where it leads, and whether it cannot wait for the digest.</summary>
internal sealed record Tidings(string Sentence, bool WithReason, string Path, bool IsUrgent, bool IsReminder);

/// <summary>Who is told of which steps of one kind of dossier.</summary>
internal abstract class ToldOf
{
    public abstract bool Tells(Dossier dossier, StepTaken step);

    /// <summary>What this person is told of it; null: nothing.</summary>
    public abstract Tidings? For(Dossier dossier, Told told, Actor actor);
}

/// <summary>The rows of one kind of dossier. Whoever may not see the dossier is told nothing, unless the row says that it was taken from their sight; the first row that fits a person counts.</summary>
/// <param name="maySee">Whether this person may see the dossier as it stands now.</param>
/// <param name="path">Its page for this person, below the cluster year.</param>
/// <param name="rows">The steps.</param>
internal sealed class ToldOf<T>(Func<T, Told, Actor, bool> maySee, Func<T, Told, Actor, string> path, params ToldOf<T>.Row[] rows) : ToldOf
    where T : Dossier
{
    /// <summary>A step, whom it concerns, and the sentence that they are told.</summary>
    public sealed record Row(Enum Step, Func<T, Told, Actor, bool> Whom, Func<T, string> Sentence, bool Urgent = false, bool Reason = false)
    {
        /// <summary>Whether it reminds of something that is owed.</summary>
        public bool IsReminder { get; init; }

        /// <summary>Whether it tells even who may not see the dossier any more; then another page stands for it.</summary>
        public bool EvenUnseen { get; init; }

        /// <summary>Another page than the dossier's own.</summary>
        public Func<Told, string>? At { get; init; }
    }

    public override bool Tells(Dossier dossier, StepTaken step) => dossier is T && Array.Exists(rows, row => row.Step.ToString() == step.Step);

    public override Tidings? For(Dossier dossier, Told told, Actor actor)
    {
        var of = (T)dossier;
        var row = Array.Find(rows, row => row.Step.ToString() == told.Step.Step && row.Whom(of, told, actor));
        return row is null || !(row.EvenUnseen || maySee(of, told, actor)) ? null : new(told.Report is { } report ? $"{row.Sentence(of)}: {report.Title}" : row.Sentence(of), row.Reason, row.At?.Invoke(told) ?? path(of, told, actor), row.Urgent, row.IsReminder);
    }
}
