using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Papers;

/// <summary>A paper on its way through the register: the document made from it, if any, and whether this person may have it frozen for signature now.</summary>
public sealed record PaperToIssue(int? DocumentId, DocumentState? State, int Version, bool MaySubmit);

/// <summary>A paper of scoring that is issued: minutes or notice of a layer of results, the guidance with the scheme.</summary>
public enum PaperOfRegister { Minutes, Notice, Guidance }

/// <summary>Trình ký of a paper of scoring, frozen as it stands.</summary>
public sealed class SubmitPaper(PortalDb db, CurrentActor current, CurrentYear year, LayerPapers layers, SchemePaper scheme, Issuing issuing)
{
    public sealed record Form
    {
        /// <summary>The version of the document that was returned; 0 where there is none yet.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>;

    public async Task<PaperToIssue> Of(PaperOfRegister which, int? layerId)
    {
        var document = await issuing.Of(Origin(which), layerId);
        var mayRead = document is not null && IssuedDocument.ReadableBy(current.Actor).Compile()(document);
        var maySubmit = IsLeaders && current.Actor.Can(Permission.DraftDocuments) && year.Year.Stage != ClusterYearStage.Concluded && MayBegin(document);
        return new(mayRead ? document!.Id : null, mayRead ? document!.State : null, document?.Version ?? 0, maySubmit);
    }

    /// <summary>Gives the document's id.</summary>
    public async Task<int> Handle(PaperOfRegister which, int? layerId, Form form)
    {
        if (!IsLeaders)
        {
            throw new NotPermitted($"{Permissions.Refusal(Permission.DraftDocuments)} Văn bản của cụm, khối do {Labels.Of(Position.Leader)} trình ký. Bạn đang làm việc với cương vị {current.Actor.OfficeName}.");
        }

        var known = await issuing.Of(Origin(which), layerId);
        RuleViolation.Require(form.Version == (known?.Version ?? 0), "Văn bản vừa được người khác cập nhật. Tải lại trang rồi thực hiện.");
        RuleViolation.Require(MayBegin(known), "Văn bản này đã được trình ký.");
        var document = await issuing.Submit(new(KindOf(which), Origin(which), layerId), await Text(which, layerId), issuing.Note());
        await db.SaveChangesAsync();
        return document.Id;
    }

    // Whether this office acts for the leader, whichever the cluster.
    private bool IsLeaders => RegisterOwner.Cluster(0).IsActedForBy(current.Actor, Permission.DraftDocuments);

    /// <summary>The paper as it stands now.</summary>
    public Task<OfficialDocument> Text(PaperOfRegister which, int? layerId) =>
        which == PaperOfRegister.Guidance ? scheme.Handle() : layers.Handle(layerId!.Value, which == PaperOfRegister.Minutes ? LayerPaper.Minutes : LayerPaper.Notice);

    // Returned, or ended by a later one.
    private static bool MayBegin(IssuedDocument? known) => known is null or { State: DocumentState.Draft or DocumentState.Replaced or DocumentState.Revoked };

    private static DocumentKind KindOf(PaperOfRegister which) => which switch { PaperOfRegister.Minutes => DocumentKind.Minutes, PaperOfRegister.Notice => DocumentKind.Notice, _ => DocumentKind.Guidance };

    private static string Origin(PaperOfRegister which) => $"{(which == PaperOfRegister.Guidance ? nameof(ScoringScheme) : nameof(ResultLayer))}.{which}";
}
