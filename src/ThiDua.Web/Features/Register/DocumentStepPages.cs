using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Register;

/// <summary>The page of a step with what was typed.</summary>
public sealed record DocumentStepPage(IssuedDocument Document, DocumentStep Step, string Path, DocumentStepForm Form, bool IsOpen, bool OnPaperOnly)
{
    /// <summary>The later document that ends this one.</summary>
    public DocumentForm? Later { get; init; }

    public IssueDocument.Form? Issue { get; init; }

    /// <summary>Who gives the number of the document to be issued.</summary>
    public RegisterMode Mode { get; init; }

    public int LastNumber { get; init; }

    /// <summary>What is wrong with the number that was typed, told whatever else was refused.</summary>
    public string? NumberProblem { get; init; }

    /// <summary>What was overtaken in it since it was frozen, for who signs or issues it.</summary>
    public DocumentWarning? Warning { get; init; }

    public bool ReasonIsRequired => Step is DocumentStep.Return or DocumentStep.Drop or DocumentStep.Replace or DocumentStep.Revoke || (Step == DocumentStep.Issue && Warning?.NeedsReason == true);

    public string Meaning => Step switch
    {
        DocumentStep.Sign => "Sau khi ký, văn thư vào sổ, cấp số và ngày ban hành.",
        DocumentStep.Return => "Văn bản trở lại dự thảo; bản đã trình vẫn được lưu. Người soạn thấy lý do trả lại.",
        DocumentStep.Drop => "Dự thảo không đi tiếp nữa; nội dung đã trình vẫn được lưu.",
        DocumentStep.Issue => "Sau khi ban hành, văn bản không sửa được nữa; chỉ có thể thay thế hoặc bãi bỏ bằng văn bản sau.",
        DocumentStep.Replace => "Văn bản vẫn được lưu và ghi rõ đã được thay thế bởi văn bản nào.",
        DocumentStep.Revoke => "Văn bản vẫn được lưu và ghi rõ đã bị bãi bỏ theo văn bản nào.",
        _ => "",
    };
}

/// <summary>Loads the pages of a document's steps.</summary>
public sealed class DocumentStepPages(PortalDb db, ShowDocument show, CurrentActor current, CurrentYear year, Issuing issuing, TimeProvider clock)
{
    public async Task<DocumentStepPage> Handle(int documentId, DocumentStep step, DocumentStepForm? typed)
    {
        db.ChangeTracker.Clear();
        var row = DocumentWorkflow.Table.RowOf(step);
        var document = await show.ToChange(documentId, row.Needs);
        return new(document, step, ShowDocument.Paths[step], (typed ?? new()) with { Version = document.Version }, year.Year.Stage != ClusterYearStage.Concluded && row.From.Contains(document.State), !current.Actor.Can(row.Needs))
        {
            Warning = step is DocumentStep.Sign or DocumentStep.Issue ? await issuing.WarningOn(document) : null,
            Later = step is DocumentStep.Replace or DocumentStep.Revoke ? (typed as EndDocument.Form)?.Document ?? new() { Issuer = document.IssuerName } : null,
        };
    }

    public async Task<DocumentStepPage> ToIssue(int documentId, IssueDocument.Form? typed)
    {
        var page = await Handle(documentId, DocumentStep.Issue, typed);
        var form = typed ?? new() { IssuedOn = Days.Today(clock) };
        var ofYear = (form.IssuedOn ?? Days.Today(clock)).Year;
        var register = await db.DocumentRegisters.AsNoTracking().SingleOrDefaultAsync(row => row.Owner == page.Document.Owner && row.Kind == page.Document.Kind && row.Year == ofYear);
        var mode = register?.Mode ?? default;
        return page with { Issue = form, Mode = mode, LastNumber = register?.LastNumber ?? 0, NumberProblem = typed is null || mode == RegisterMode.Portal ? null : DocumentRegister.NumberProblem(typed.ToNumber()) };
    }
}
