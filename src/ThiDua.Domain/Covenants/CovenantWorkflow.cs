using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Covenants.CovenantState;

namespace ThiDua.Domain.Covenants;

/// <summary>A draft; open for signatures; in force for those who signed; replaced by a later one; given up.</summary>
public enum CovenantState { Draft, Signing, InForce, Replaced, Dropped }

public enum CovenantStep { OpenSigning, Rewrite, Sign, SignLast, Collect, CollectLast, Withdraw, TakeBack, Declare, Replace, Drop, Revoke }

/// <summary>The life of a covenant: dự thảo, đang ký, có hiệu lực, đã thay thế, đã bỏ. The last signature puts it in force by itself.</summary>
public static class CovenantWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<CovenantState, CovenantStep> Table = new(
        //   step                      from                to        needs
        new(CovenantStep.OpenSigning, [Draft],             Signing,  DraftCovenant),
        new(CovenantStep.Rewrite,     [Signing],           Signing,  DraftCovenant), // all signatures are void
        new(CovenantStep.Sign,        [Signing],           Signing,  SignCovenant),
        new(CovenantStep.SignLast,    [Signing],           InForce,  SignCovenant),
        new(CovenantStep.Collect,     [Signing],           Signing,  CollectCovenant), // at the ceremony, by circulation
        new(CovenantStep.CollectLast, [Signing],           InForce,  CollectCovenant),
        new(CovenantStep.Withdraw,    [Signing],           Signing,  SignCovenant),
        new(CovenantStep.TakeBack,    [Signing],           Signing,  CollectCovenant), // what was collected by mistake
        new(CovenantStep.Declare,     [Signing],           InForce,  DeclareCovenant), // for the signers, naming the missing
        new(CovenantStep.Replace,     [InForce],           Replaced, DeclareCovenant), // with the one that takes its place, whoever signed that last
        new(CovenantStep.Drop,        [Draft],             Dropped,  DraftCovenant),
        new(CovenantStep.Revoke,      [Signing, InForce],  Dropped,  DeclareCovenant));
#pragma warning restore format

    /// <summary>The states in which the text may be changed.</summary>
    public static readonly CovenantState[] Open = [Draft, Signing];
}
