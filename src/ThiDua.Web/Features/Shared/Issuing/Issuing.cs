using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared.Issuing;

/// <summary>What a feature wants issued: kind, and the dossier that it is made from by type name and id; abstract, symbol and signatory stand in the text itself.</summary>
public sealed record ToIssue(DocumentKind Kind, string Origin, int? OriginId = null)
{
    /// <summary>Under whose letterhead: an organization, or the cluster itself (null), for which its leader acts.</summary>
    public int? OrganizationId { get; init; }

    /// <summary>The drafting unit in the symbol of a letter.</summary>
    public string? DraftingUnit { get; init; }
}

/// <summary>
/// The way of every official document through the register: a feature builds an <see cref="OfficialDocument"/>, has it frozen for signature, and has it issued.
/// A dossier that must move along implements <see cref="IFollowsItsDocument"/>.
/// </summary>
public sealed class Issuing(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock, DocumentFiles files, IEnumerable<IFollowsItsDocument> followers)
{
    private const int TokenBytes = 16;

    /// <summary>The document in the making or in force that was made from this dossier, with its history; null where there is none.</summary>
    public Task<IssuedDocument?> Of(string origin, int? originId) =>
        db.IssuedDocuments.Where(row => row.Origin == origin && row.OriginId == originId && row.State != DocumentState.Dropped).OrderByDescending(row => row.Id).FirstOrDefaultAsync();

    /// <summary>Trình ký: freezes the text, number and date blank. What was returned is submitted again with its new text. Saved with the caller's own changes.</summary>
    public async Task<IssuedDocument> Submit(ToIssue what, OfficialDocument text, StepNote note)
    {
        var described = await Describe(what, text);
        var document = await Of(what.Origin, what.OriginId) is { State: DocumentState.Draft } returned ? returned : New(described);
        document.Submit(current.Actor, note, described, FrozenModel.Freeze(text with { Symbol = described.Symbol }));
        return document;
    }

    /// <summary>A step that needs nothing but its reason or paper: returned, signed, dropped; saved here, together with the dossier that it was made from.</summary>
    public async Task Take(IssuedDocument document, DocumentStep step, StepNote note)
    {
        Action<Actor, StepNote> take = step switch
        {
            DocumentStep.Return => document.Return,
            DocumentStep.Sign => document.Sign,
            DocumentStep.Drop => document.Drop,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "This step needs more than a note."),
        };
        take(current.Actor, note);
        await SaveWithDossier(document, step, note);
    }

    /// <summary>Saves a dossier that needs no document any more; the one that was returned, if any, goes no further.</summary>
    public async Task SaveWithReturned(string origin, int originId, StepNote note)
    {
        if (await Of(origin, originId) is { State: DocumentState.Draft } returned)
        {
            await Take(returned, DocumentStep.Drop, note);
        }
        else
        {
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Ban hành: by the registrar's number, or, where the portal gives the numbers, by the next one; saved here. The files are made afterwards, outside the transaction.</summary>
    public async Task Issue(IssuedDocument document, int? number, DateOnly issuedOn, StepNote note, CancellationToken cancellationToken = default)
    {
        var register = await RegisterOf(document, issuedOn.Year);
        document.Issue(current.Actor, note, register, number, issuedOn);
        var replaced = await Replaced(document);
        RuleViolation.Require(replaced is null || issuedOn >= replaced.IssuedOn, $"Ngày ban hành không được trước ngày {replaced?.IssuedOn:dd/MM/yyyy} của văn bản được thay thế.", "IssuedOn");
        db.First(async () =>
        {
            await Count(register, document);
            await Replace(replaced, document, note);
        });
        await SaveWithDossier(document, DocumentStep.Issue, note);
        await files.Make(document, cancellationToken);
    }

    /// <summary>A later document replaces or revokes this one; saved here.</summary>
    public async Task End(IssuedDocument document, DocumentStep step, DocumentReference later, StepNote note)
    {
        if (step == DocumentStep.Replace)
        {
            document.Replace(current.Actor, note, later);
        }
        else
        {
            document.Revoke(current.Actor, note, later);
        }

        await SaveWithDossier(document, step, note);
    }

    /// <summary>The register of this document's issuer and kind for a year, opened with its first number.</summary>
    public async Task<DocumentRegister> RegisterOf(IssuedDocument document, int ofYear)
    {
        if (await Find() is { } known)
        {
            return known;
        }

        var opened = new DocumentRegister(document.RegisterOwner, document.Kind, ofYear);
        db.Add(opened);
        try
        {
            await db.SaveChangesAsync();
            return opened;
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.Entry(opened).State = EntityState.Detached; // opened by another request at the same moment
            return (await Find())!;
        }

        Task<DocumentRegister?> Find() => db.DocumentRegisters.SingleOrDefaultAsync(row => row.Owner == document.Owner && row.Kind == document.Kind && row.Year == ofYear);
    }

    // The row of the register is taken first: whoever issues at the same moment waits here, and no number is lost, for the counter goes back with the transaction.
    private async Task Count(DocumentRegister register, IssuedDocument document)
    {
        var row = db.DocumentRegisters.Where(one => one.Id == register.Id && one.Mode == register.Mode);
        var isByPortal = register.Mode == RegisterMode.Portal;
        var typed = document.Number ?? 0;
        var touched = await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.LastNumber, one => isByPortal ? one.LastNumber + 1 : one.LastNumber > typed ? one.LastNumber : typed));
        RuleViolation.Require(touched == 1, "Cách cấp số của sổ vừa được thay đổi. Tải lại trang rồi thực hiện.");
        if (isByPortal)
        {
            document.TakeNumber(register, await row.Select(one => one.LastNumber).SingleAsync());
        }
        else if (await db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AnyAsync(one => one.RegisterId == register.Id && one.Number == typed && one.Id != document.Id))
        {
            throw NumberIsGiven(document); // asked while the register is locked, so that nothing fails in the database
        }
    }

    /// <summary>What was overtaken in a document that is to be signed or issued, for this reader; null: nothing.</summary>
    public async Task<DocumentWarning?> WarningOn(IssuedDocument document)
    {
        foreach (var follower in document.State is DocumentState.Submitted or DocumentState.SignedOff ? FollowersOf(document) : [])
        {
            if (await follower.WarningOn(document) is { } warning)
            {
                return warning;
            }
        }

        return null;
    }

    private async Task<IssuedDocument?> Replaced(IssuedDocument document)
    {
        foreach (var follower in FollowersOf(document))
        {
            if (await follower.ReplacedBy(document) is { } replaced)
            {
                return replaced;
            }
        }

        return null;
    }

    // After the number is known; a transaction that is tried again finds it replaced already.
    private async Task Replace(IssuedDocument? replaced, IssuedDocument by, StepNote note)
    {
        if (replaced is { State: DocumentState.Issued })
        {
            var why = note with { Reason = $"Được thay thế bởi {by.NumberAndSymbol}" };
            replaced.Replace(current.Actor, why, new(by.NumberAndSymbol, by.IssuedOn!.Value, by.IssuerName, by.Abstract));
            await Follow(replaced, DocumentStep.Replace, why);
        }
    }

    private IEnumerable<IFollowsItsDocument> FollowersOf(IssuedDocument document) => followers.Where(one => one.Origin == document.Origin);

    private async Task Follow(IssuedDocument document, DocumentStep step, StepNote note)
    {
        foreach (var follower in FollowersOf(document))
        {
            await follower.Follow(document, step, note);
        }
    }

    private async Task SaveWithDossier(IssuedDocument document, DocumentStep step, StepNote note)
    {
        await Follow(document, step, note);
        await db.SaveOnce(() => NumberIsGiven(document));
    }

    private static RuleViolation NumberIsGiven(IssuedDocument document) =>
        new($"Số {document.NumberAndSymbol} năm {document.IssuedOn?.Year} đã cấp cho văn bản khác. Kiểm tra lại sổ của văn thư.", "Number");

    private IssuedDocument New(DocumentDescription described)
    {
        var document = new IssuedDocument(current.Actor, described, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)));
        db.Add(document);
        return document;
    }

    private async Task<DocumentDescription> Describe(ToIssue what, OfficialDocument text)
    {
        var cluster = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Year.Id).Select(row => new { row.ClusterId, row.Cluster.Abbreviation }).SingleAsync();
        var name = what.OrganizationId is { } id ? await db.Organizations.AsNoTracking().Where(row => row.Id == id).Select(row => row.Name).SingleAsync() : year.Year.Name;
        var owner = what.OrganizationId is { } own ? RegisterOwner.Organization(own) : RegisterOwner.Cluster(cluster.ClusterId);
        var signature = text.Signatures.Count > 0 ? text.Signatures[^1] : null;
        return new(owner, name, what.Kind, text.Symbol ?? DocumentSymbol.Of(what.Kind, cluster.Abbreviation, what.DraftingUnit), text.Abstract ?? text.Title)
        {
            SignatoryLines = signature?.Lines ?? [],
            Signatory = signature?.Name,
            Origin = what.Origin,
            OriginId = what.OriginId,
        };
    }

    /// <summary>Now, with a reason and the signed paper it is recorded from, if any.</summary>
    public StepNote Note(string? reason = null, SignedPaper? paper = null) => new(clock.GetUtcNow().UtcDateTime, Text.Clean(reason), paper);
}
