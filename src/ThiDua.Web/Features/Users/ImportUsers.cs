using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Users;

/// <summary>What became of a confirmation: passwords given, or a new preview because something changed since the one confirmed.</summary>
public sealed record UsersImported(IReadOnlyList<PasswordGiven> Given, ImportPreview? Again);

/// <summary>Shows what a table of people would make; writes nothing.</summary>
public sealed class PreviewUsers(PortalDb db, KeptFile kept)
{
    public const string Purpose = "users";

    public async Task<ImportPreview> Handle(byte[] file)
    {
        var (table, users) = await new UserTable(db).Read(file);
        return new(table, kept.Keep(Purpose, file, string.Join('\n', users)));
    }
}

/// <summary>Makes all accounts of a previewed table with their offices and first passwords, or none.</summary>
public sealed class ImportUsers(PortalDb db, UserManager<User> users, KeptFile kept, PreviewUsers preview, CurrentActor current)
{
    public async Task<UsersImported> Handle(ImportConfirmForm form)
    {
        var file = kept.Open(PreviewUsers.Purpose, form.Kept, out var isPreviewOf);
        var (_, planned) = await new UserTable(db).Read(file);
        if (planned.Count == 0 || !isPreviewOf(string.Join('\n', planned)))
        {
            return new([], await preview.Handle(file));
        }

        var made = planned.AsParallel().AsOrdered().Select(Make).ToList(); // a password takes its time to hash
        try
        {
            foreach (var (user, office) in made.Select(row => row.User).Zip(planned))
            {
                Add(user, office);
            }

            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.ChangeTracker.Clear(); // somebody made one of these accounts at the same time
            return new([], await preview.Handle(file));
        }

        return new([.. made.Select(row => new PasswordGiven(row.User.Id, row.User.UserName!, row.User.FullName, row.Password))], null);
    }

    private (User User, string Password) Make(PlannedUser planned)
    {
        var password = GivenPassword.New();
        var user = new User
        {
            UserName = planned.UserName,
            NormalizedUserName = users.NormalizeName(planned.UserName),
            FullName = planned.FullName,
            Email = planned.Email,
            NormalizedEmail = planned.Email?.ToUpperInvariant(),
            MustChangePassword = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        return (user, password);
    }

    // Saved in one go: the office refers to the account by the id that it will have.
    private void Add(User user, PlannedUser planned)
    {
        db.Add(user);
        var office = new Office(current.Actor, 0, planned.OrganizationId, planned.Capacity, planned.Title, planned.FromOn);
        db.Entry(office).Property(row => row.UserId).CurrentValue = db.Entry(user).Property(row => row.Id).CurrentValue;
        db.Add(office);
    }
}
