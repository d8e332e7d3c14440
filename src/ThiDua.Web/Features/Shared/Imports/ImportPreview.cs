using FluentValidation;

namespace ThiDua.Web.Features.Shared.Imports;

/// <summary>What would be imported, row by row, with what is wrong beside each cell (xem trước); <c>Kept</c> is the file, for the confirmation.</summary>
public sealed record ImportPreview(ImportTable Table, string Kept)
{
    public int Bad => Table.Rows.Count(row => !row.IsGood);

    public bool IsGood => Bad == 0;

    /// <summary>Rows in the order of the file, those with problems first where there are many.</summary>
    public IEnumerable<ImportRow> Shown => Table.Rows.OrderBy(row => Table.Rows.Count > 50 && row.IsGood).ThenBy(row => row.Number);
}

/// <summary>A page for importing: the file to choose, and the preview once one was chosen.</summary>
public sealed record ImportPage(ImportPreview? Preview = null);

/// <summary>The file to be previewed.</summary>
public sealed record ImportFileForm
{
    public IFormFile? File { get; init; }

    public sealed class Validator : AbstractValidator<ImportFileForm>
    {
        public Validator() => RuleFor(form => form.File).NotNull().WithMessage("Chọn tệp cần nhập.");
    }
}

/// <summary>The confirmation of a preview.</summary>
public sealed record ImportConfirmForm
{
    public string? Kept { get; init; }

    public sealed class Validator : AbstractValidator<ImportConfirmForm>
    {
        public Validator() => RuleFor(form => form.Kept).NotEmpty().WithMessage("Hãy chọn tệp và xem trước rồi mới xác nhận.");
    }
}
