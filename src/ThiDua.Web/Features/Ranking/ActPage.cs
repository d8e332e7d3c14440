using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Ranking;

/// <summary>The page before an act of the ranking: what it does, what still stands in its way, what it will freeze, and its form.</summary>
public sealed record ActPage(RankingStep Step, RankingState State, int Version, bool OnPaperOnly)
{
    /// <summary>Every sheet that is not ready.</summary>
    public IReadOnlyList<SheetStanding> NotReady { get; private init; } = [];

    public ResultTable? Preview { get; private init; }

    public IReadOnlyList<string> HonoursByRank { get; private init; } = [];

    public AdoptionManner Manner { get; private init; }

    public int? InFavour { get; private init; }

    public string? Reason { get; private init; }

    public PaperForm Paper { get; private init; } = new();

    public DocumentForm? Document { get; private init; }

    public IReadOnlyDictionary<int, AdoptResults.HonourLine> Honours { get; private init; } = new Dictionary<int, AdoptResults.HonourLine>();

    public bool ReasonIsRequired => Step == RankingStep.ReopenEntry;

    public bool NeedsDocument => Document is not null;

    /// <summary>What the act means, in a sentence.</summary>
    public string Meaning => Step switch
    {
        RankingStep.CloseEntry => "Sau khi khóa, các đơn vị không sửa số liệu được nữa; điểm các tiêu chí so sánh trong cụm, khối được tính chung cho mọi đơn vị và lưu cùng số liệu đầu vào.",
        RankingStep.ReopenEntry => "Mở lại để trả bảng điểm cho đơn vị bổ sung; điểm các tiêu chí so sánh trở lại là tạm tính.",
        RankingStep.PublishDraft => "Sau khi công bố dự kiến, mọi đơn vị thành viên xem được bảng tổng hợp và toàn bộ bảng điểm đã thẩm định.",
        RankingStep.Agree => "Ghi nhận kết quả đã thống nhất tại phiên họp trù bị; tất cả bảng điểm chuyển sang trạng thái “Đã thống nhất”.",
        RankingStep.Adopt => "Ghi nhận kết quả Hội nghị thông qua và vị trí suy tôn. Điểm thẩm định trở thành điểm chính thức, không sửa được nữa.",
        RankingStep.Verify => "Ghi nhận kết luận thẩm định lần hai của cơ quan thường trực. Những dòng thẩm định khác với kết quả đã thông qua được tính lại; các dòng khác giữ nguyên. Các trường hợp không xét, tạm dừng xét được tính theo hiện trạng.",
        _ => "Ghi nhận quyết định công nhận kết quả của cơ quan quản lý. Điểm giữ nguyên; các trường hợp không xét, tạm dừng xét được tính theo hiện trạng. Kết quả được công nhận là kết quả có hiệu lực.",
    };

    public static async Task<ActPage> Load(PortalDb db, Actor actor, EnteredYear year, RankingStep step, RankingActForm? typed = null)
    {
        var ranking = await db.Rankings.AsNoTracking().Select(row => new { row.State, row.Version }).OneAsync();
        var open = RankingWorkflow.Table.OpenTo(actor, ranking.State).FirstOrDefault(row => row.Step == step);
        RuleViolation.Require(open is not null, $"Không thể {Labels.Of(step).ToLowerInvariant()} khi kết quả đang ở trạng thái “{Labels.Of(ranking.State)}”.");
        RuleViolation.Require(step != RankingStep.Agree || year.HasPreparatorySession, AgreeResults.NoSession);
        var parameters = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Id).Select(row => row.Parameters).SingleAsync();
        var results = step is RankingStep.ReopenEntry or RankingStep.Recognize or RankingStep.Verify ? null : await ResultsInMaking.Load(db, year, step == RankingStep.CloseEntry ? ScoreStage.Self : ScoreStage.Appraised);
        IReadOnlyList<SheetStanding> notReady = results is null ? [] : [.. results.Standings.Where(row => !RankingWorkflow.IsReady(step, row.State))];
        var document = typed is RankingDocumentForm withDocument ? withDocument.Document : new DocumentForm { Issuer = step is RankingStep.Recognize or RankingStep.Verify ? await db.Organizations.Where(row => row.Id == year.AuthorityId).Select(row => row.Name).SingleAsync() : year.Name };
        return new(step, ranking.State, typed?.Version ?? ranking.Version, open!.OnPaperOnly)
        {
            NotReady = notReady,
            HonoursByRank = parameters.Honours,
            Manner = typed is AdoptResults.Form how ? how.Manner : AdoptionManner.AtConference,
            InFavour = typed is AdoptResults.Form adopted ? adopted.InFavour : null,
            Preview = step is RankingStep.Verify or RankingStep.Recognize ? await Later(db, step, parameters.Honours) : results is not null && notReady.Count == 0 && step != RankingStep.CloseEntry ? PreviewOf(results, actor, parameters.Honours) : null,
            Reason = typed?.Reason,
            Paper = typed?.Paper ?? new(),
            Document = step is RankingStep.Agree or RankingStep.Adopt or RankingStep.Recognize or RankingStep.Verify ? document : null,
            Honours = typed is AdoptResults.Form adopting ? adopting.Honours.DistinctBy(line => line.UnitId).ToDictionary(line => line.UnitId) : new Dictionary<int, AdoptResults.HonourLine>(),
        };
    }

    private static async Task<ResultTable> Later(PortalDb db, RankingStep step, IReadOnlyList<string> honours)
    {
        var results = await db.LaterResults(step == RankingStep.Verify ? await SecondFigures.Changes(db) : [], CancellationToken.None);
        return ResultTable.Preview(results.Snapshot(), honours).With(results.InForce.Honours());
    }

    // Computed on what this request loaded; nothing of it is saved.
    private static ResultTable PreviewOf(ResultsInMaking results, Actor actor, IReadOnlyList<string> honours) =>
        ResultTable.Preview(results.ProvisionalSnapshot(actor), honours);
}
