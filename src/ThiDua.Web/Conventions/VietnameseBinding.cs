using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ThiDua.Web.Conventions;

/// <summary>Numbers and dates as Vietnamese officials type them: comma or dot as the decimal mark, no thousands; dd/MM/yyyy.</summary>
public static class VietnameseInput
{
    private static readonly string[] DateForms = ["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];

    public static bool TryNumber(string? typed, out decimal number)
    {
        var text = typed?.Trim().Replace(',', '.') ?? "";
        number = 0;
        return text.Count(letter => letter == '.') <= 1
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && Math.Abs(number) < 1_000_000_000_000m;
    }

    public static bool TryDate(string? typed, out DateOnly date) => DateOnly.TryParseExact(typed?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}

/// <summary>Binds numbers and dates by <see cref="VietnameseInput"/>.</summary>
internal sealed class VietnameseBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(decimal) ? new Binder((string? typed, out object? value) => Numbers(typed, out value), "Nhập một số, ví dụ 45,5.")
            : type == typeof(DateOnly) ? new Binder((string? typed, out object? value) => Dates(typed, out value), "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/07/2020.")
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

    private sealed class Binder(Parse parse, string problem) : IModelBinder
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
                    bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, problem);
                }
            }
            else if (parse(typed.FirstValue, out var value))
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, problem);
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
