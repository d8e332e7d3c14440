using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.Regulations;

/// <summary>A draft of this year as listed.</summary>
public sealed record DraftRow(int Id, string Title, RegulationState State);

/// <summary>Quy chế of the cluster as a year sees it: in force, drafted, earlier ones, and what applies in this year.</summary>
public sealed record RegulationsPage(EnteredYear Year, int Version, ParametersSource From, IReadOnlyList<IssuedRegulation> Issued, IReadOnlyList<DraftRow> Drafts, DateOnly On)
{
    public IssuedRegulation? InForce => Issued.FirstOrDefault(row => row.IsInForceOn(On));

    /// <summary>The regulation in force, where the year does not run by it, or departs from it.</summary>
    public IssuedRegulation? ToTake => MaySet && InForce is { } inForce && (From.RegulationId != inForce.Id || From.Deviation is not null) ? inForce : null;

    public bool MayDraft { get; init; }

    public bool MayRecord { get; init; }

    /// <summary>Whether this person may change what applies in the year.</summary>
    public bool MaySet { get; init; }

    /// <summary>What applies in this year beside the regulation that it was taken from; none where the year took none.</summary>
    public IReadOnlyList<ComparedParameter> Compared =>
        Issued.FirstOrDefault(row => row.Id == From.RegulationId) is { } taken ? ComparedParameter.Of(taken.Parameters, Year.Parameters) : [.. ComparedParameter.Of(Year.Parameters, Year.Parameters)];
}

/// <summary>One regulation with what this person may do with it now.</summary>
public sealed record RegulationPage(Regulation Regulation, EnteredYear Year)
{
    /// <summary>Its decision and time of force, once issued.</summary>
    public IssuedRegulation? Issued { get; init; }

    public IReadOnlyList<RegulationStep> Steps { get; init; } = [];

    public bool MayEdit { get; init; }

    /// <summary>Whether it was made in the year entered.</summary>
    public bool IsOfThisYear => Regulation.ClusterYearId == Year.Id;

    /// <summary>The document in this year's register that this person may read.</summary>
    public int? DocumentId { get; init; }

    public DocumentState? DocumentState { get; init; }

    public bool HasOthers { get; init; }

    public IReadOnlyList<string> Problems => Regulation.IsOpen ? Regulation.Problems() : [];

    /// <summary>Whether there is something to print: of what was recorded the text may be missing, the scan has it.</summary>
    public bool HasPaper => Regulation.Recorded is null || Regulation.Text is not null;

    public bool May(RegulationStep step) => Steps.Contains(step);

    /// <summary>Who moves it next, in words.</summary>
    public string? Next => Regulation.State switch
    {
        RegulationState.Draft => "Chuyên viên, lãnh đạo đơn vị trưởng hoàn thiện rồi trình ký.",
        RegulationState.Submitted => DocumentState == Domain.Documents.DocumentState.SignedOff ? "Đã ký; chờ văn thư vào sổ, cấp số và ngày." : "Chờ lãnh đạo đơn vị trưởng ký.",
        _ => null,
    };
}

/// <summary>The form of a draft; Stored is what it holds now, null where it is new.</summary>
public sealed record EditRegulationPage(DraftForm Form, RegulationPage? Stored)
{
    /// <summary>Somebody else saved first: what is stored is shown beside what was typed, and the next save goes over it.</summary>
    public bool IsOvertaken => Stored is not null && Form.Version != Stored.Regulation.Version;
}

/// <summary>The form of recording a signed regulation.</summary>
public sealed record RecordRegulationPage(RecordForm Form);

/// <summary>The page of a step: trình ký, bỏ dự thảo, thu hồi bản ghi.</summary>
public sealed record RegulationStepPage(RegulationPage Page, RegulationStep Step, RegulationStepForm Form);

/// <summary>The form of the year's own departure; Stored is what applies now.</summary>
public sealed record YearParametersPage(EnteredYear Year, ParametersSource From, int StoredVersion, YearParametersForm Form)
{
    public bool IsOvertaken => Form.Version != StoredVersion;
}

/// <summary>What changes in the year when it takes the regulation in force.</summary>
public sealed record TakeRegulationPage(RegulationsPage Page, IssuedRegulation Regulation, TakeRegulationForm Form)
{
    public IReadOnlyList<ComparedParameter> Compared => ComparedParameter.Of(Page.Year.Parameters, Regulation.Parameters);
}

/// <summary>Two regulations side by side: their parameters, and their texts paragraph by paragraph.</summary>
public sealed record CompareRegulationsPage(Regulation Regulation, IReadOnlyList<SelectListItem> Choices, Regulation? Before, IReadOnlyList<ComparedParameter> Parameters, IReadOnlyList<ComparedParagraph> Paragraphs, bool HasAll)
{
    public int Changes => Paragraphs.Count(row => row.Change != TextChange.Same) + Parameters.Count(row => row.IsChanged);

    public IEnumerable<ComparedParagraph> Shown => HasAll ? Paragraphs : Paragraphs.Where(row => row.Change != TextChange.Same);

    public IEnumerable<ComparedParameter> ShownParameters => HasAll ? Parameters : Parameters.Where(row => row.IsChanged);
}

/// <summary>A table of parameters with the heads of its two columns.</summary>
public sealed record ParametersTable(string Before, string After, IReadOnlyList<ComparedParameter> Rows);
