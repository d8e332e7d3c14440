using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Shared.TagHelpers;

/// <summary>The state of a dossier, in words.</summary>
[HtmlTargetElement("state-badge", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateBadgeTagHelper : TagHelper
{
    public Enum Value { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge state-badge {Tone()}");
        output.Attributes.SetAttribute("data-state", Value.ToString());
        output.Content.SetContent(Labels.Of(Value));
    }

    private string Tone() => Value switch
    {
        ScoreSheetState.Returned or ScoreSheetState.Objected or SignedCopyState.Waiting or RegistrationState.Returned or ReplyStanding.Waiting or RequestState.WithOpinion or RequestState.NotApproved or ReplyStanding.NoReply or ReportState.Returned or ReportState.Reopened => "state-attention",
        ScoreSheetState.NotSubmitted or SchemeState.Replaced or SchemeState.Dropped or PlanState.Adjusted or PlanState.Revoked or PlanState.Dropped or CovenantState.Replaced or CovenantState.Dropped or FrameworkState.Replaced or FrameworkState.Withdrawn or FrameworkState.Dropped or DocumentState.Replaced or DocumentState.Revoked or DocumentState.Dropped or RegulationState.Replaced or DraftedState.Replaced or RegulationState.Revoked or DraftedState.Revoked or RegulationState.Dropped or DraftedState.Dropped or SignedCopyState.Refused or RequestState.Withdrawn or RequestState.Dropped or RequirementState.Withdrawn or RequirementState.Dropped => "state-off",
        ScoreSheetState.Adopted or ScoreSheetState.Agreed or RankingState.Adopted or RankingState.Verified or RankingState.Recognized or SchemeState.Issued or FrameworkState.Issued or RegistrationState.Registered or RegistrationState.Received or PlanState.Issued or RegulationState.Issued or CovenantState.InForce or ClusterYearStage.Concluded or DocumentState.Issued or DraftedState.Issued or SignedCopyState.Official or ReplyStanding.Agreed or CommentResponse.Accepted or RequestState.Noted or RequestState.Approved or ReportState.Accepted or RequirementState.Consolidated => "state-done",
        ScoreSheetState.Entering or SchemeState.Draft or FrameworkState.Draft or RegistrationState.Drafting or PlanState.Draft or RegulationState.Draft or CovenantState.Draft or RankingState.Collecting or ClusterYearStage.Preparing or DocumentState.Draft or RequestState.Draft or DraftedState.Draft or ReportState.Drafting or RequirementState.Draft => "state-open",
        _ => "state-moving",
    };
}
