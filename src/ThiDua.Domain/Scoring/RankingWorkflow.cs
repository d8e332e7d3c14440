using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Scoring.RankingState;
using static ThiDua.Domain.Scoring.RankingStep;

namespace ThiDua.Domain.Scoring;

public enum RankingState { Collecting, EntryClosed, DraftPublished, Agreed, Adopted, Recognized }

public enum RankingStep { CloseEntry, ReopenEntry, PublishDraft, Agree, Adopt, Recognize }

/// <summary>The life of a year's results: nhập liệu, khóa, công bố dự kiến, thống nhất, thông qua, công nhận.</summary>
public static class RankingWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<RankingState, RankingStep> Table = new(
        //   step                    from                           to              needs
        new(RankingStep.CloseEntry, [Collecting],                  EntryClosed,    Access.Permission.CloseEntry),
        new(ReopenEntry,            [EntryClosed],                 Collecting,     Access.Permission.CloseEntry),
        new(PublishDraft,           [EntryClosed, DraftPublished], DraftPublished, PublishDraftResults),
        new(Agree,                  [DraftPublished],              Agreed,         AgreeResults),
        new(Adopt,                  [DraftPublished, Agreed],      Adopted,        AdoptResults),
        new(Recognize,              [Adopted],                     Recognized,     RecognizeResults));
#pragma warning restore format

    /// <summary>The states in which all members see the draft summary and all appraised sheets.</summary>
    public static readonly RankingState[] Published = [DraftPublished, Agreed, Adopted, Recognized];
}
