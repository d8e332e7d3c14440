using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Consultations;

/// <summary>A paper of a round on its way through the register, and why it cannot be submitted for signature yet.</summary>
public sealed record RoundPaperPage(string Title, string Here, string Path, Consultation Round)
{
    public int? DocumentId { get; init; }

    public DocumentState? State { get; init; }

    public int Version { get; init; }

    public bool MaySubmit { get; init; }

    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>The version of the document that was returned; 0 where there is none yet.</summary>
public sealed record SubmitRoundPaperForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<SubmitRoundPaperForm>;
}

/// <summary>Trình ký of the letter or the summary of a round, frozen as it stands.</summary>
public sealed class SubmitRoundPaper(PortalDb db, CurrentActor current, CurrentYear year, ConsultationPaper paper, Issuing issuing)
{
    public async Task<RoundPaperPage> Of(int consultationId, PaperOfRound which, string path)
    {
        var round = await db.Consultations.AsNoTracking().OneAsync(row => row.Id == consultationId);
        var document = await issuing.Of(Origin(which), consultationId);
        var isReadable = document is not null && IssuedDocument.ReadableBy(current.Actor).Compile()(document);
        var here = $"/cum/{year.Year.Id}/y-kien/{consultationId}";
        return new((await paper.Handle(consultationId, which)).Title, here, $"{here}/{path}", round)
        {
            DocumentId = isReadable ? document!.Id : null,
            State = isReadable ? document!.State : null,
            Version = document?.Version ?? 0,
            MaySubmit = IsLeaders && current.Actor.Can(Permission.DraftDocuments) && year.Year.Stage != ClusterYearStage.Concluded && MayBegin(document),
            Reasons = await Reasons(round, which),
        };
    }

    /// <summary>Gives the document's id.</summary>
    public async Task<int> Handle(int consultationId, PaperOfRound which, SubmitRoundPaperForm form)
    {
        if (!IsLeaders)
        {
            throw new NotPermitted($"{Permissions.Refusal(Permission.DraftDocuments)} Văn bản của cụm, khối do {Labels.Of(Position.Leader)} trình ký. Bạn đang làm việc với cương vị {current.Actor.OfficeName}.");
        }

        var round = await db.Consultations.AsNoTracking().OneAsync(row => row.Id == consultationId);
        var known = await issuing.Of(Origin(which), consultationId);
        RuleViolation.Require(form.Version == (known?.Version ?? 0), "Văn bản vừa được người khác cập nhật. Tải lại trang rồi thực hiện.");
        RuleViolation.Require(MayBegin(known), "Văn bản này đã được trình ký.");
        NotReady.Require(await Reasons(round, which), "Chưa trình ký được bảng tổng hợp.");
        var document = await issuing.Submit(new(which == PaperOfRound.Summary ? DocumentKind.Report : DocumentKind.Letter, Origin(which), consultationId), await paper.Handle(consultationId, which), issuing.Note());
        await db.SaveChangesAsync();
        return document.Id;
    }

    // Whether this office acts for the leader, whichever the cluster.
    private bool IsLeaders => RegisterOwner.Cluster(0).IsActedForBy(current.Actor, Permission.DraftDocuments);

    private async Task<IReadOnlyList<string>> Reasons(Consultation round, PaperOfRound which) => which == PaperOfRound.Letter
        ? []
        : round.ReasonsNotToSum(await db.Comments.CountAsync(row => row.ConsultationId == round.Id && row.WithdrawnAt == null && row.Response == null));

    // Returned, or ended by a later one.
    private static bool MayBegin(IssuedDocument? known) => known is null or { State: DocumentState.Draft or DocumentState.Replaced or DocumentState.Revoked };

    private static string Origin(PaperOfRound which) => $"{nameof(Consultation)}.{which}";
}
