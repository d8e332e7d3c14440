using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Evidence;

/// <summary>What a file shows at a line, as it is typed.</summary>
public abstract record PlaceForm
{
    public EvidenceRole? Role { get; init; }

    public string? Pages { get; init; }

    public string? Note { get; init; }

    public EvidencePlace Place() => new(Role!.Value, Pages, Note);
}

/// <summary>The rules of <see cref="PlaceForm"/>.</summary>
public abstract class PlaceValidator<T> : AbstractValidator<T>
    where T : PlaceForm
{
    protected PlaceValidator()
    {
        RuleFor(form => form.Role).NotNull().IsInEnum().WithMessage("Chọn tài liệu này giao chỉ tiêu, chứng minh kết quả hay nội dung khác.");
        RuleFor(form => form.Pages).MaximumLength(100).WithMessage("Trang ghi quá 100 ký tự.");
        RuleFor(form => form.Note).MaximumLength(1000).WithMessage("Ghi chú dài quá 1.000 ký tự.");
    }
}

/// <summary>One file of the library is put behind several lines of the year's sheet at once.</summary>
public sealed class LinkEvidence(PortalDb db, CurrentActor current, OwnLibrary library, OpenOwnSheet own)
{
    public sealed record Form : PlaceForm
    {
        public List<int> CriterionIds { get; init; } = [];
    }

    public sealed class Validator : PlaceValidator<Form>
    {
        public Validator() => RuleFor(form => form.CriterionIds).NotEmpty().WithMessage("Chọn ít nhất một tiêu chí.");
    }

    /// <returns>Behind how many lines it stands anew.</returns>
    public async Task<int> Handle(int evidenceId, Form form)
    {
        var evidence = await library.Handle(evidenceId);
        var sheetId = await db.ScoreSheets.Where(row => row.UnitId == current.Actor.UnitId).Select(row => row.Id).SingleOrDefaultAsync();
        RuleViolation.Require(sheetId != 0, "Bảng chấm điểm chưa mở; gắn tệp vào dòng sau khi bảng tiêu chí được ban hành.");
        var sheet = await own.Handle(sheetId);
        var leaves = await db.Criteria.Where(row => row.SchemeId == sheet.SchemeId && row.Rule != null && form.CriterionIds.Contains(row.Id)).Select(row => row.Id).ToListAsync();
        RuleViolation.Require(leaves.Count == form.CriterionIds.Distinct().Count(), "Có tiêu chí không thuộc bảng điểm này.", nameof(Form.CriterionIds));
        var linked = 0;
        foreach (var leaf in leaves)
        {
            linked += await library.Link(sheet, leaf, evidence, form.Place()) ? 1 : 0;
        }

        RuleViolation.Require(linked > 0, "Tệp đã có ở các dòng được chọn.", nameof(Form.CriterionIds));
        await library.SaveLinks(sheet, [evidence.Id]);
        return linked;
    }
}

/// <summary>Several files of the library are chosen for one line.</summary>
public sealed class ChooseEvidence(PortalDb db, OwnLibrary library, OpenOwnSheet own)
{
    public sealed record Form : PlaceForm
    {
        public List<int> EvidenceIds { get; init; } = [];
    }

    public sealed class Validator : PlaceValidator<Form>
    {
        public Validator() => RuleFor(form => form.EvidenceIds).NotEmpty().WithMessage("Chọn ít nhất một tệp trong kho.");
    }

    /// <returns>How many files stand at the line anew.</returns>
    public async Task<int> Handle(int sheetId, int criterionId, Form form)
    {
        var sheet = await own.Handle(sheetId);
        await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId && row.Rule != null);
        var chosen = await library.Files.Where(row => form.EvidenceIds.Contains(row.Id)).ToListAsync();
        RuleViolation.Require(chosen.Count == form.EvidenceIds.Distinct().Count(), "Có tệp không thuộc kho minh chứng của đơn vị.", nameof(Form.EvidenceIds));
        var linked = new List<int>();
        foreach (var evidence in chosen)
        {
            if (await library.Link(sheet, criterionId, evidence, form.Place()))
            {
                linked.Add(evidence.Id);
            }
        }

        RuleViolation.Require(linked.Count > 0, "Các tệp được chọn đã có ở dòng này.", nameof(Form.EvidenceIds));
        await library.SaveLinks(sheet, linked);
        return linked.Count;
    }
}
