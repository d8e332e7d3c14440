using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Evidence;

/// <summary>The fields that say what a file shows at a line; after a refusal, with what was typed, where it was this form.</summary>
public sealed record PlaceFields(string Id, bool WasTyped, EvidenceRole Role = EvidenceRole.Result, string? Pages = null, string? Note = null);

/// <summary>The form that takes several files: where it is posted to, and where the script sends each.</summary>
public sealed record UploadForm(string Action, string Each, string Hint);
