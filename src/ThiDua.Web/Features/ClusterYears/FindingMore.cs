using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Searching inside a form that is not finished yet.</summary>
internal static class FindingMore
{
    /// <summary>Keeps what was typed and says nothing of what is missing still.</summary>
    public static void ForgetProblems(this ModelStateDictionary state)
    {
        foreach (var (_, field) in state)
        {
            field.Errors.Clear();
            field.ValidationState = ModelValidationState.Valid;
        }
    }
}
