using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ThiDua.Web.Conventions;

/// <summary>Numbers and dates as Vietnamese officials type them: comma or dot as the decimal mark, dots between thousands where a number cannot be read otherwise; dd/MM/yyyy.</summary>
public static partial class VietnameseInput
{
    public const string NotANumber = "Nhập một số, ví dụ 45,5.";

    public const string TooLarge = "Số quá lớn: nhập số nhỏ hơn 1.000.000.000.000, hoặc dùng đơn vị tính lớn hơn.";

    private const int FirstYear = 1902;
    private const int LastYear = 2099;

    private static readonly string[] DateForms = ["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>The number, unless it is none or could be two: 3.616 is 3616 to one and 3,616 to another.</summary>
    public static bool TryNumber(string? typed, out decimal number)
    {
        var text = typed?.Trim() ?? "";
        number = 0;
        if (Ambiguous().IsMatch(text))
        {
            return false;
        }

        text = Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal) : text;
        text = text.Replace(',', '.');
        return text.Count(letter => letter == '.') <= 1
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && Math.Abs(number) < 1_000_000_000_000m;
    }

    /// <summary>Why what was typed is no number, in words that help to type it.</summary>
    public static string Problem(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return Ambiguous().IsMatch(text) ? $"“{text}” đọc được là {text.Replace(".", "", StringComparison.Ordinal)} hoặc {text.Replace('.', ',')}. Nhập lại theo một trong hai cách đó."
            : ManyDigits().IsMatch(text) ? TooLarge
            : NotANumber;
    }

    // A whole part of 13 digits or more.
    [GeneratedRegex(@"^[+-]?[1-9]\d{12,}([.,]\d+)?$|^[+-]?[1-9]\d{0,2}(\.\d{3}){4,}(,\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManyDigits();

    // One dot with three digits behind it: thousands or decimals.
    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}\.\d{3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();

    /// <summary>What is wrong with a date that was typed.</summary>
    public static string DateProblem(string? typed)
    {
        const string Form = "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/07/2020.";
        var text = typed?.Trim() ?? "";
        return DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? $"Năm phải từ {FirstYear} đến {LastYear}."
            : LikeADate().IsMatch(text) ? $"Lịch không có ngày {text}. {Form}"
            : Form;
    }

    [GeneratedRegex(@"^(\d{1,2}(?<mark>[/.-])\d{1,2}\k<mark>\d{4}|\d{4}-\d{2}-\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LikeADate();

    /// <summary>A day that the calendar of days off, with Tết, can reckon with.</summary>
    public static bool TryDate(string? typed, out DateOnly date) =>
        DateOnly.TryParseExact(typed?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= FirstYear and <= LastYear;
}

/// <summary>Binds numbers and dates by <see cref="VietnameseInput"/>.</summary>
internal sealed class VietnameseBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(decimal) ? new Binder((string? typed, out object? value) => Numbers(typed, out value), VietnameseInput.Problem)
            : type == typeof(DateOnly) ? new Binder((string? typed, out object? value) => Dates(typed, out value), VietnameseInput.DateProblem)
            : null;
    }

    private delegate bool Parse(string? typed, out object? value);

    private static bool Numbers(string? typed, out object? value)
    {
        var ok = VietnameseInput.TryNumber(typed, out var number);
        value = number;
        return ok;
    }

    private static bool Dates(string? typed, out object? value)
    {
        var ok = VietnameseInput.TryDate(typed, out var date);
        value = date;
        return ok;
    }

    private sealed class Binder(Parse parse, Func<string?, string> problem) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (typed == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
            if (string.IsNullOrWhiteSpace(typed.FirstValue))
            {
                if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                {
                    bindingContext.Result = ModelBindingResult.Success(null);
                }
                else
                {
                    bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, problem(typed.FirstValue));
                }
            }
            else if (parse(typed.FirstValue, out var value))
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, problem(typed.FirstValue));
            }

            return Task.CompletedTask;
        }
    }
}

/// <summary>MVC's own refusals of input, in Vietnamese.</summary>
internal static class VietnameseMessages
{
    public static void SetVietnamese(this DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"Giá trị “{value}” không hợp lệ.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Thiếu giá trị.");
        messages.SetMissingKeyOrValueAccessor(() => "Thiếu giá trị.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Thiếu nội dung gửi lên.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Giá trị “{value}” không hợp lệ.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không hợp lệ.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Nhập một số.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Giá trị không hợp lệ.");
        messages.SetValueIsInvalidAccessor(value => $"Giá trị “{value}” không hợp lệ.");
        messages.SetValueMustBeANumberAccessor(_ => "Nhập một số.");
        messages.SetValueMustNotBeNullAccessor(_ => "Nhập giá trị này.");
    }
}
