using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Papers;

/// <summary>A unit's registration on paper (bảng đăng ký chỉ tiêu thi đua): an annex of the unit's letter under its own letterhead.</summary>
public sealed class RegistrationPaper(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<OfficialDocument> Handle(int unitId)
    {
        var registration = await db.Registrations.AsNoTracking().Where(Registration.ReadableBy(current.Actor)).Include(row => row.Targets).Include(row => row.Titles).OneAsync(row => row.UnitId == unitId);
        var unit = await db.Organizations.AsNoTracking().Where(row => row.Id == unitId)
            .Select(row => new PaperOfUnit(registration.UnitName, db.Organizations.Where(parent => parent.Id == row.ParentId).Select(parent => parent.Name).FirstOrDefault(), row.PlaceName, row.HeadTitle)).OneAsync();
        var codes = await LeavesInOrder(db);
        var revision = Registration.SeesDraftsOf(current.Actor, unitId) ? registration.Revision : registration.InForce;
        return new()
        {
            Title = $"Bảng đăng ký chỉ tiêu thi đua năm {year.Year.Year} - {unit.Name}",
            Author = unit.Name,
            Letterhead = unit.Letterhead,
            Place = unit.PlaceName.Length > 0 ? unit.PlaceName : null,
            Year = db.YearNow,
            Kind = "Bảng đăng ký",
            Abstract = $"Chỉ tiêu, danh hiệu thi đua năm {year.Year.Year}",
            Enclosure = $"(Kèm theo Công văn số ……/…… ngày …… tháng …… năm …… của {unit.Name})",
            Body = [new Heading(1, "I. Chỉ tiêu thi đua"), TargetsOf(registration.TargetsIn(revision), codes), new Heading(1, "II. Danh hiệu thi đua, hình thức khen thưởng"), TitlesOf(registration.TitlesIn(revision)), new Paragraph($"{unit.Name} đăng ký và phấn đấu hoàn thành các chỉ tiêu, đạt các danh hiệu thi đua, hình thức khen thưởng năm {year.Year.Year} nêu trên.")],
            EndMark = false,
            Signatures = [new(unit.SignatureLines)],
        };
    }

    /// <summary>The leaves that take targets by their place in the scheme.</summary>
    internal static async Task<IReadOnlyList<Criterion>> LeavesInOrder(PortalDb db)
    {
        var criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(row => row.Id);
        return [.. new SchemeTree(criteria.Values.Select(row => row.Node())).Ordered.Select(placed => criteria[placed.Node.Id]).Where(TargetInForce.TakesTarget)];
    }

    // One line an indicator, both sources side by side.
    private static Table TargetsOf(IReadOnlyList<Target> targets, IReadOnlyList<Criterion> leaves)
    {
        var lines = targets.GroupBy(row => row.Description().Subject with { Item3 = default }).OrderBy(group => PlaceOf(group.First(), leaves)).ThenBy(group => group.Min(row => row.Id)).ToList();
        return new(
            [Column.Ordinal(width: 6), new("Chỉ tiêu", 32), new("Đơn vị tính", 11, ColumnAlignment.Center), new("Được giao", 16, ColumnAlignment.Right), new("Đăng ký", 16, ColumnAlignment.Right), new("Văn bản giao", 19)],
            [.. lines.Select((line, index) => LineOf([.. line], index))]);
    }

    private static Row LineOf(IReadOnlyList<Target> line, int index)
    {
        var (assigned, registered) = (line.FirstOrDefault(row => row.Source == TargetSource.Assigned), line.FirstOrDefault(row => row.Source == TargetSource.Registered));
        var note = assigned?.Document is { } document ? $"{document.InWords()}{(assigned.Page is null ? "" : $", trang {assigned.Page}")}" : null;
        return new([index + 1, line[0].Indicator, line[0].Unit, assigned is null ? null : Figures.Value(assigned.Value), registered is null ? null : Figures.Value(registered.Value), note]);
    }

    private static Table TitlesOf(IReadOnlyList<Title> titles) => new(
        [Column.Ordinal(width: 6), new("Danh hiệu, hình thức khen thưởng", 44), new("Đối tượng", 14, ColumnAlignment.Center), new("Số lượng", 10, ColumnAlignment.Center, "0"), new("Ghi chú", 26)],
        [.. titles.OrderBy(row => row.For).ThenBy(row => row.Id).Select((row, index) => new Row([index + 1, row.Name, Labels.Of(row.For), row.Count, row.Note]))]);

    private static int PlaceOf(Target row, IReadOnlyList<Criterion> leaves) => leaves.ToList().FindIndex(leaf => leaf.Id == row.CriterionId) is >= 0 and var place ? place : int.MaxValue;
}
