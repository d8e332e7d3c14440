using ThiDua.Domain.Access;

namespace ThiDua.Domain.Documents;

/// <summary>A document's text as it is frozen: the model that every file is made from, as JSON, and its plain words for the search.</summary>
public sealed record FrozenContent(string Model, string Plain, string Sha256);

/// <summary>A text frozen for signature; a later one stands beside it, none is overwritten.</summary>
public sealed class FrozenText : IInClusterYear, INotAudited, ISearchable
{
    private FrozenText() => (Document, Model, Plain, Sha256, FrozenByName) = (null!, "", "", "", "");

    internal FrozenText(IssuedDocument document, FrozenContent content, Actor by, DateTime at)
    {
        (ClusterYearId, Document, FrozenByName, FrozenAt) = (document.ClusterYearId, document, by.UserName, at);
        (Model, Plain, Sha256) = (content.Model, content.Plain, content.Sha256);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int DocumentId { get; private set; }

    public IssuedDocument Document { get; private set; }

    public string Model { get; private set; }

    public string Plain { get; private set; }

    public string Sha256 { get; private set; }

    public string FrozenByName { get; private set; }

    public DateTime FrozenAt { get; private set; }

    public SearchText SearchText() => new($"{Labels.Of(Document.Kind)} {Document.Abstract}", null, Plain);
}
