using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Papers;

/// <summary>What the units have registered, side by side (bảng tổng hợp đăng ký thi đua): units × indicators, by what is in force.</summary>
public sealed class RegistrationSummary(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    private const int UnitsBeside = 8;

    private sealed record Indicator(Criterion? Leaf, string Name, string? Unit)
    {
        public string Head => $"{(Leaf is null ? "" : $"{Leaf.Code}. ")}{Name}{(Unit is null ? "" : $" ({Unit})")}";

        public bool IsOf(Target row) => Leaf is { } leaf ? row.CriterionId == leaf.Id : row.Description().Subject.Item1 is null && Key(row) == Text.Fold(Name);

        public static string Key(Target row) => Text.Fold(row.Indicator);
    }

    private sealed record UnitLine(string Name, Registration? Registration)
    {
        public bool IsRegistered => Registration is { InForce: > 0 };

        public IReadOnlyList<Target> Targets { get; } = Registration is { InForce: > 0 } found ? found.TargetsIn(found.InForce) : [];

        public IReadOnlyList<Title> Titles { get; } = Registration is { InForce: > 0 } found ? found.TitlesIn(found.InForce) : [];

        /// <summary>What counts of an indicator.</summary>
        public decimal? Value(Indicator of) => of.Leaf is { } leaf ? TargetInForce.Of(leaf, Targets)?.Value : (Targets.FirstOrDefault(row => of.IsOf(row) && row.Source == TargetSource.Assigned) ?? Targets.FirstOrDefault(of.IsOf))?.Value;
    }

    private sealed record All(IReadOnlyList<UnitLine> Units, IReadOnlyList<Indicator> Indicators);

    public async Task<OfficialDocument> Handle()
    {
        var (all, cluster) = (await Load(), await PaperOfCluster.Load(db, year.Year));
        return cluster.Base(year.Year) with
        {
            Title = $"Tổng hợp đăng ký thi đua năm {year.Year.Year} - {year.Year.Name}",
            Symbol = $"TH-{cluster.Abbreviation}",
            Kind = "Bảng tổng hợp",
            Abstract = $"Đăng ký chỉ tiêu, danh hiệu thi đua năm {year.Year.Year} của {year.Year.Name}",
            Body = [.. Body(all)],
            EndMark = false,
            Wide = true,
            Signatures = [cluster.Chair],
        };
    }

    public async Task<IReadOnlyList<XlsxSheet>> Sheets()
    {
        var all = await Load();
        IReadOnlyList<string> titles = [$"Tổng hợp đăng ký thi đua năm {year.Year.Year} - {year.Year.Name}"];
        List<Column> columns = [Column.Ordinal(), new("Đơn vị", 34), new("Trạng thái", 18), new("Đăng ký lần đầu", 16), new("Muộn", 8, ColumnAlignment.Center), .. all.Indicators.Select(one => new Column(one.Head, 16, ColumnAlignment.Right, "#,##0.####"))];
        List<Column> details = [Column.Ordinal(), new("Đơn vị", 34), new("Chỉ tiêu", 40), new("Đơn vị tính", 12), new("Giá trị", 16, ColumnAlignment.Right, "#,##0.####"), new("Nguồn", 12), new("Căn cứ", 44)];
        List<Column> rewards = [Column.Ordinal(), new("Đơn vị", 34), new("Danh hiệu, hình thức khen thưởng", 44), new("Đối tượng", 12), new("Số lượng", 10, ColumnAlignment.Center, "0"), new("Ghi chú", 40)];
        return
        [
            new("Tổng hợp", columns, all.Units.Select((unit, index) => new Row([index + 1, unit.Name, unit.IsRegistered ? Labels.Of(unit.Registration!.State) : "Chưa đăng ký", Shown.Time(unit.Registration?.RegisteredAt), unit.Registration?.IsLate == true ? "muộn" : null, .. all.Indicators.Select(one => (Cell)unit.Value(one))]))) { Titles = titles },
            new("Chi tiết", details, all.Units.SelectMany(unit => unit.Targets.Select(row => (Unit: unit.Name, Row: row))).Select((one, index) => new Row([index + 1, one.Unit, one.Row.Indicator, one.Row.Unit, one.Row.Value, Labels.Of(one.Row.Source), one.Row.InWords]))) { Titles = titles },
            new("Danh hiệu", rewards, all.Units.SelectMany(unit => unit.Titles.Select(row => (Unit: unit.Name, Row: row))).Select((one, index) => new Row([index + 1, one.Unit, one.Row.Name, Labels.Of(one.Row.For), one.Row.Count, one.Row.Note]))) { Titles = titles },
        ];
    }

    private static IEnumerable<Block> Body(All all)
    {
        var registered = all.Units.Where(unit => unit.IsRegistered).ToList();
        yield return new Heading(1, "I. Chỉ tiêu thi đua");
        foreach (var units in registered.Chunk(UnitsBeside))
        {
            yield return new Table(
                [new("TT", 4, ColumnAlignment.Center), new("Chỉ tiêu", 26), new("Đơn vị tính", 8, ColumnAlignment.Center), .. units.Select(unit => new Column(unit.Name, 62.0 / UnitsBeside, ColumnAlignment.Right))],
                [.. all.Indicators.Select((one, index) => new Row([one.Leaf?.Code ?? $"{index + 1}", one.Name, one.Unit, .. units.Select(unit => (Cell)(unit.Value(one) is { } value ? Figures.Value(value) : "–"))]))])
            { Dense = true };
        }

        yield return new Heading(1, "II. Danh hiệu thi đua, hình thức khen thưởng");
        yield return new Table(
            [Column.Ordinal(width: 5), new("Đơn vị", 25), new("Danh hiệu, hình thức khen thưởng", 35), new("Đối tượng", 10, ColumnAlignment.Center), new("Số lượng", 8, ColumnAlignment.Center, "0"), new("Ghi chú", 17)],
            [.. registered.SelectMany(unit => unit.Titles.Select(row => (Unit: unit.Name, Row: row))).Select((one, index) => new Row([index + 1, one.Unit, one.Row.Name, Labels.Of(one.Row.For), one.Row.Count, one.Row.Note]))])
        { Dense = true };
        yield return new Paragraph("Các đơn vị thành viên tổ chức thực hiện chỉ tiêu, danh hiệu đã đăng ký; chỉ tiêu có hiệu lực được dùng khi chấm điểm, và chỉ thay đổi bằng văn bản ban hành chậm nhất ngày chốt số liệu.");
        var missing = all.Units.Where(unit => !unit.IsRegistered).Select(unit => unit.Name).ToList();
        if (missing.Count > 0)
        {
            yield return new Paragraph($"Đơn vị chưa đăng ký: {string.Join("; ", missing)}.");
        }
    }

    // A member does not learn here who of the others has not registered.
    private async Task<All> Load()
    {
        var (today, seesAll, own) = (Days.Today(clock), Registration.SeesAllDrafts(current.Actor), current.Actor.UnitId);
        var found = (await db.Registrations.AsNoTracking().Where(Registration.ReadableBy(current.Actor)).Include(row => row.Targets).Include(row => row.Titles).ToListAsync()).ToDictionary(row => row.UnitId);
        var members = await db.Memberships.AsNoTracking().Where(row => row.ToOn == null || row.ToOn >= today).Select(row => new { row.OrganizationId, row.NameThen }).ToListAsync();
        var units = members.DistinctBy(row => row.OrganizationId).Where(row => seesAll || row.OrganizationId == own || found.ContainsKey(row.OrganizationId))
            .OrderBy(row => row.NameThen, Text.VietnameseOrder).Select(row => new UnitLine(row.NameThen, found.GetValueOrDefault(row.OrganizationId))).ToList();
        var targets = units.SelectMany(unit => unit.Targets).ToList();
        var leaves = (await RegistrationPaper.LeavesInOrder(db)).Where(leaf => targets.Any(row => row.CriterionId == leaf.Id)).Select(leaf => new Indicator(leaf, leaf.Name, leaf.Unit));
        var others = targets.Where(row => row.CriterionId is null).DistinctBy(Indicator.Key).Select(row => new Indicator(null, row.Indicator, row.Unit));
        return new(units, [.. leaves, .. others]);
    }
}
