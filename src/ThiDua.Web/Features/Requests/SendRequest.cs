using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Features.Shared.Sending;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Requests;

/// <summary>Begins a letter to the authority with its first words, and gives its id.</summary>
public sealed class StartRequest(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<int> Handle(StartRequestForm form)
    {
        var text = (await db.TextsOfYear()).FirstOrDefault(row => row.Key == form.About) ?? throw new RuleViolation("Văn bản này không còn trong năm thi đua. Chọn lại văn bản cần gửi.", nameof(form.About));
        var (authority, addressee) = await db.AddresseeOf(year.Year);
        var request = new AuthorityRequest(current.Actor, form.Manner!.Value, text.Subject, FirstWords.Of(form.Manner.Value, text, year.Year.Name, authority, addressee));
        db.Add(request);
        await db.SaveChangesAsync();
        return request.Id;
    }
}

/// <summary>Changes the letter while it is a draft.</summary>
public sealed class DescribeRequest(PortalDb db, CurrentActor current)
{
    public async Task Handle(int requestId, RequestForm form)
    {
        var request = await db.RequestToChange(requestId, current.Actor);
        request.Describe(current.Actor, form.ToTerms());
        db.Expect(request, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Trình ký: the letter and the text that goes with it are kept as they stand. Gives the document's id.</summary>
public sealed class SubmitRequest(PortalDb db, CurrentActor current, RequestPaper paper, TextsToSend texts, Issuing issuing)
{
    public async Task<int> Handle(int requestId, SubmitRequestForm form)
    {
        var request = await db.RequestToChange(requestId, current.Actor);
        var note = issuing.Note();
        request.Submit(current.Actor, note, await texts.AsSeen(request, form.Seen));
        db.Expect(request, form.Version);
        var document = await issuing.Submit(new(request.Manner.PrintedAs(), nameof(AuthorityRequest), request.Id), await paper.Handle(request), note);
        await db.SaveChangesAsync();
        return document.Id;
    }
}

/// <summary>Records what was signed and sent outside the portal.</summary>
public sealed class RecordSent(PortalDb db, CurrentActor current, TextsToSend texts, Issuing issuing, FileStore files)
{
    public async Task Handle(int requestId, RecordSentForm form, CancellationToken cancellationToken)
    {
        var request = await db.RequestToChange(requestId, current.Actor);
        var note = issuing.Note(paper: await form.ToPaper(files, cancellationToken));
        request.RecordSent(current.Actor, note, await texts.AsSeen(request, form.Seen));
        db.Expect(request, form.Version);
        await issuing.SaveWithReturned(nameof(AuthorityRequest), requestId, issuing.Note("Đã gửi bằng văn bản ký ngoài hệ thống."));
    }
}

/// <summary>Gives a draft up, with the document that was returned, if any; or withdraws what was sent.</summary>
public sealed class EndRequest(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int requestId, RequestStep step, EndRequestForm form)
    {
        var request = await db.RequestToChange(requestId, current.Actor);
        var note = issuing.Note(form.Reason);
        if (step == RequestStep.Drop)
        {
            request.Drop(current.Actor, note);
        }
        else
        {
            request.Withdraw(current.Actor, note);
        }

        db.Expect(request, form.Version);
        await issuing.SaveWithReturned(nameof(AuthorityRequest), requestId, note);
    }
}

/// <summary>The authority answers in the portal, or its answer is recorded from its paper.</summary>
public sealed class AnswerRequest(PortalDb db, CurrentActor current, Issuing issuing, FileStore files)
{
    public async Task Handle(int requestId, AnswerForm form, CancellationToken cancellationToken)
    {
        var request = await db.RequestToChange(requestId, current.Actor);
        RuleViolation.Require(current.Actor.Can(Permission.AnswerRequest) || form.Paper.IsFilled, "Cương vị này ghi nhận theo văn bản trả lời đã ký: nhập số, ngày, người ký.", "Paper.Number");
        request.AnswerBy(current.Actor, form.Answer!.Value, await form.ToNote(files, issuing.Note().At, cancellationToken));
        db.Expect(request, form.Version);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>The leader has seen what the authority answered.</summary>
public sealed class SeeAnswer(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int requestId, RequestButtonForm form)
    {
        var request = await db.RequestToChange(requestId, current.Actor);
        request.SeeAnswer(current.Actor, issuing.Note().At);
        db.Expect(request, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>It moves with its document in the register: returned, issued and so sent, replaced, revoked.</summary>
public sealed class RequestFollowsItsDocument(PortalDb db, CurrentActor current) : IFollowsItsDocument
{
    public string Origin => nameof(AuthorityRequest);

    public async Task Follow(IssuedDocument document, DocumentStep step, StepNote note)
    {
        RequestStep? own = step switch { DocumentStep.Return => RequestStep.Return, DocumentStep.Issue => RequestStep.Send, DocumentStep.Replace => RequestStep.Replace, DocumentStep.Revoke => RequestStep.Revoke, _ => null };
        if (own is not { } taken)
        {
            return;
        }

        var request = await db.AuthorityRequests.OneAsync(row => row.Id == document.OriginId);
        if (taken is not (RequestStep.Replace or RequestStep.Revoke) || request.State == RequestState.Sent) // what was answered stays answered
        {
            request.Follow(current.Actor, taken, note, document.IssuedOn);
        }
    }
}
