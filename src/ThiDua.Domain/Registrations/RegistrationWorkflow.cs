using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Registrations.RegistrationState;

namespace ThiDua.Domain.Registrations;

/// <summary>Written by the unit; waiting for its head; registered; received by the leader; sent back by the leader; open again because of a new document.</summary>
public enum RegistrationState { Drafting, AwaitingApproval, Registered, Received, Returned, Adjusting }

public enum RegistrationStep { SubmitForApproval, SendBack, Register, Receive, Return, Adjust, CancelAdjustment }

/// <summary>The life of a registration: soạn, lãnh đạo duyệt, tiếp nhận; later changed only by a new document.</summary>
public static class RegistrationWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<RegistrationState, RegistrationStep> Table = new(
        //   step                                 from                                                to                needs
        new(RegistrationStep.SubmitForApproval,  [Drafting, Returned, Adjusting],                    AwaitingApproval, EnterRegistration),
        new(RegistrationStep.SendBack,           [AwaitingApproval],                                 Drafting,         EnterRegistration),
        new(RegistrationStep.Register,           [Drafting, AwaitingApproval, Returned, Adjusting],  Registered,       ApproveRegistration),
        new(RegistrationStep.Receive,            [Registered],                                       Received,         ReceiveRegistrations),
        new(RegistrationStep.Return,             [Registered, Received],                             Returned,         ReceiveRegistrations),
        new(RegistrationStep.Adjust,             [Registered, Received],                             Adjusting,        EnterRegistration),
        new(RegistrationStep.CancelAdjustment,   [Drafting, Adjusting],                              Registered,       EnterRegistration));
#pragma warning restore format

    /// <summary>The states in which the unit writes.</summary>
    public static readonly RegistrationState[] Open = [Drafting, Returned, Adjusting];
}
