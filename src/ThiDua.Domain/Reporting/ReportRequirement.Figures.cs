using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

// The figures that it asks for.
public sealed partial class ReportRequirement
{
    private const int MostFigures = 100;

    public IReadOnlyList<RequirementFigure> Figures => [.. _figures.OrderBy(row => row.Order).ThenBy(row => row.Id)];

    public RequirementFigure AddFigure(Actor by, FigureDescription description)
    {
        RequireDraft(by);
        Require(_figures.Count < MostFigures, $"Yêu cầu có nhiều nhất {MostFigures} số liệu.");
        RequireNoDouble(description, null);
        var figure = new RequirementFigure(this, description.Order > 0 ? description : description with { Order = _figures.Select(row => row.Order).DefaultIfEmpty().Max() + 1 });
        _figures.Add(figure);
        Changed(by);
        return figure;
    }

    public RequirementFigure ChangeFigure(Actor by, int figureId, FigureDescription description)
    {
        RequireDraft(by);
        var figure = FigureOf(figureId);
        RequireNoDouble(description, figure);
        figure.Describe(by, description);
        Changed(by);
        return figure;
    }

    public RequirementFigure RemoveFigure(Actor by, int figureId)
    {
        RequireDraft(by);
        var figure = FigureOf(figureId);
        _figures.Remove(figure);
        Changed(by);
        return figure;
    }

    public RequirementFigure FigureOf(int figureId) => _figures.Find(row => row.Id == figureId) ?? throw new RuleViolation("Số liệu này vừa được bỏ khỏi yêu cầu. Mở lại trang để xem.");

    private void RequireNoDouble(FigureDescription description, RequirementFigure? but) =>
        Require(_figures.TrueForAll(row => row == but || !RequirementFigure.AreSame(row.Name, Text.Clean(description.Name) ?? "")), "Yêu cầu đã có số liệu này.", nameof(RequirementFigure.Name));
}
