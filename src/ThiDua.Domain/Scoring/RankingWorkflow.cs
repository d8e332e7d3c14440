using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Scoring.RankingState;
using static ThiDua.Domain.Scoring.RankingStep;

namespace ThiDua.Domain.Scoring;

public enum RankingState { Collecting, EntryClosed, DraftPublished, Agreed, Adopted, Verified, Recognized }

public enum RankingStep { CloseEntry, ReopenEntry, PublishDraft, Agree, Adopt, Recognize, Verify, Correct, CorrectVerified, CorrectRecognized }

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
        new(Verify,                 [Adopted],                     Verified,       VerifyResults),
        new(Recognize,              [Adopted, Verified],           Recognized,     RecognizeResults),
        // Điều chỉnh: by the leader with minutes before recognition, by the authority with a decision after it.
        new(Correct,                [Adopted],                     Adopted,        CorrectResults),
        new(CorrectVerified,        [Verified],                    Verified,       CorrectResults),
        new(RankingStep.CorrectRecognized, [Recognized],           Recognized,     Access.Permission.CorrectRecognized));
#pragma warning restore format

    /// <summary>The states in which all members see the draft summary and all appraised sheets.</summary>
    public static readonly RankingState[] Published = [DraftPublished, Agreed, Adopted, Verified, Recognized];

    /// <summary>The states in which appraised points may still change.</summary>
    public static readonly RankingState[] BeforeAgreement = [Collecting, EntryClosed, DraftPublished];

    /// <summary>Whether a sheet in this state is ready for an act on all sheets; what was not submitted is not waited for.</summary>
    public static bool IsReady(RankingStep step, ScoreSheetState sheet) => step == RankingStep.CloseEntry
        ? !ScoreSheetWorkflow.OpenForEntry.Contains(sheet)
        : sheet is ScoreSheetState.Appraised or ScoreSheetState.Agreed or ScoreSheetState.NotSubmitted;

    /// <summary>The step that corrects the results in this state; null where none are adopted.</summary>
    public static RankingStep? CorrectionOf(RankingState state) => state switch
    {
        Adopted => Correct,
        Verified => CorrectVerified,
        Recognized => RankingStep.CorrectRecognized,
        _ => null,
    };
}
