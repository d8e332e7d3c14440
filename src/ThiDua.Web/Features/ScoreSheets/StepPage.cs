using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>The page before a step of a sheet: what it means and its form.</summary>
public sealed record StepPage(ScoreSheetStep Step, SheetHead Head, bool OnPaperOnly, SheetPage? Sheet, SheetStepForm Typed)
{
    public string Path => PathOf(Step);

    public string Title => Labels.Of(Step);

    public bool ReasonIsRequired => Step != ScoreSheetStep.Submit;

    public string Meaning => Step switch
    {
        ScoreSheetStep.Submit => "Sau khi nộp, đơn vị không sửa được nữa, trừ khi bảng điểm được trả lại.",
        ScoreSheetStep.MarkNotSubmitted => "Đơn vị không được xếp hạng; việc thông qua kết quả không phải chờ đơn vị này.",
        _ => "Đơn vị được nhập và nộp lại bảng tự chấm điểm.",
    };

    public static string PathOf(ScoreSheetStep step) => step switch
    {
        ScoreSheetStep.Submit => "nop",
        ScoreSheetStep.RaiseObjection => "de-nghi-xem-xet-lai",
        ScoreSheetStep.MarkNotSubmitted => "khong-nop",
        _ => "mo-lai-nhap",
    };
}
