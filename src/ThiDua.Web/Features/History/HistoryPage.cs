using ThiDua.Domain;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.History;

/// <summary>To which kind of dossier a step belongs.</summary>
public enum HistoryKind { Year, Regulation, Plan, Covenant, Registration, Requirement, Report, Scheme, Sheet, Ranking, Bar, Arrangement, Document, Request }

/// <summary>One step as shown; reason and paper are left out where they are not this reader's to see yet.</summary>
public sealed record HistoryRow(StepTaken Step, HistoryKind Kind, string? UnitName, bool ShowsReason);

/// <summary>The history of a cluster year (lịch sử xử lý), newest first.</summary>
public sealed record HistoryPage(HistoryKind? Kind, PageOf<HistoryRow> Page);
