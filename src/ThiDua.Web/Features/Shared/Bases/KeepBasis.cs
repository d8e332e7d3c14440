using ThiDua.Domain.Access;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Bases;

/// <summary>Puts a basis that was typed for a paper into the cluster's catalogue, unless it is known; saved with the paper.</summary>
public sealed class KeepBasis(PortalDb db, CurrentActor current, ReadCatalogue catalogue, TimeProvider clock)
{
    public bool May => current.Actor.Can(Permission.KeepCatalogue);

    public async Task Handle(BasisDescription basis)
    {
        if ((await catalogue.Handle()).Find(basis, Days.Today(clock)) is null)
        {
            db.Add(new LegalBasis(current.Actor, catalogue.ClusterId, new(basis.Kind) { Number = basis.Number, IssuedOn = basis.IssuedOn, Issuer = basis.Issuer, Abstract = basis.Abstract, IsToBeVerified = true }));
        }
    }
}
