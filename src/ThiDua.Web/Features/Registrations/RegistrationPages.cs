using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Registrations;

namespace ThiDua.Web.Features.Registrations;

/// <summary>The form of one target; Stored is what the registration holds of it now.</summary>
public sealed record TargetPage(RegistrationPage Page, TargetForm Form, Target? Stored = null)
{
    public bool IsNew => Stored is null;

    /// <summary>Somebody else saved first: what is stored is shown beside what was typed, and the next save goes over it.</summary>
    public bool IsOvertaken => Stored is not null && Form.Version != Stored.Version;

    public IEnumerable<SelectListItem> Leaves => [new("Chỉ tiêu khác (nhập tên bên dưới)", ""), .. Page.Leaves.Select(leaf => new SelectListItem($"{leaf.Code}. {leaf.Name}", $"{leaf.Id}"))];

    public static IEnumerable<SelectListItem> Sources => Enum.GetValues<TargetSource>().Select(source => new SelectListItem(Labels.Of(source), $"{source}"));
}

/// <summary>All leaves with their registered targets, to be typed at once.</summary>
public sealed record FillTargetsPage(RegistrationPage Page, FillTargetsForm? Typed)
{
    /// <summary>The target stored for a leaf.</summary>
    public Target? Of(LeafWithTarget leaf, TargetSource source = TargetSource.Registered) => Page.Targets.FirstOrDefault(row => row.CriterionId == leaf.Id && row.Source == source);

    /// <summary>The version that the person saw, also after a refusal.</summary>
    public int VersionOf(LeafWithTarget leaf) => Typed?.Rows.Find(row => row.CriterionId == leaf.Id)?.Version ?? Of(leaf)?.Version ?? 0;
}

/// <summary>The form of one title.</summary>
public sealed record TitlePage(RegistrationPage Page, TitleForm Form, Title? Stored = null)
{
    public bool IsNew => Stored is null;

    public bool IsOvertaken => Stored is not null && Form.Version != Stored.Version;

    public static IEnumerable<SelectListItem> Whom => Enum.GetValues<TitleFor>().Select(whom => new SelectListItem(Labels.Of(whom), $"{whom}"));
}

/// <summary>A step with its form.</summary>
public sealed record RegistrationStepPage(RegistrationPage Page, RegistrationStep Step, RegistrationStepForm Form)
{
    private static readonly (RegistrationStep Step, string Path)[] Paths =
    [
        (RegistrationStep.SubmitForApproval, "trinh-lanh-dao"), (RegistrationStep.SendBack, "chuyen-lai"), (RegistrationStep.Register, "duyet"), (RegistrationStep.Receive, "tiep-nhan"),
        (RegistrationStep.Return, "tra-lai"), (RegistrationStep.Adjust, "dieu-chinh"), (RegistrationStep.CancelAdjustment, "thoi-dieu-chinh"),
    ];

    public static string PathOf(RegistrationStep step) => Paths.First(row => row.Step == step).Path;

    public bool NeedsReason => Step is RegistrationStep.SendBack or RegistrationStep.Return;

    public bool OnPaperOnly => Page.Step(Step)?.OnPaperOnly == true;

    public string Meaning => Step switch
    {
        RegistrationStep.SubmitForApproval => "Lãnh đạo đơn vị xem rồi duyệt; trong lúc chờ duyệt, nội dung không sửa.",
        RegistrationStep.SendBack => "Nội dung mở lại để chuyên viên sửa; lý do hiện trên trang đăng ký.",
        RegistrationStep.Register => "Đăng ký có hiệu lực từ lúc này, các đơn vị trong năm thi đua xem được; chỉ tiêu của các tiêu chí được đưa vào bảng chấm điểm và chỉ thay đổi bằng văn bản mới.",
        RegistrationStep.Receive => "Ghi nhận đã tiếp nhận đăng ký của đơn vị.",
        RegistrationStep.Return => "Đơn vị sửa rồi đăng ký lại; chỉ tiêu đang có hiệu lực giữ nguyên cho đến khi đăng ký lại.",
        _ => "Các nội dung điều chỉnh chưa được duyệt bị bỏ; chỉ tiêu đang có hiệu lực giữ nguyên.",
    };
}

/// <summary>The form of the document by which a registration is opened again.</summary>
public sealed record AdjustPage(RegistrationPage Page, AdjustForm Form);

/// <summary>The page of importing targets.</summary>
public sealed record ImportTargetsPage(RegistrationPage Page, TargetsPreview? Preview = null);
