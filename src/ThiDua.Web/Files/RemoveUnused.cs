using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;

namespace ThiDua.Web.Files;

/// <summary>Removes files that no row points at any more, once they have been so for <see cref="FilesOptions.KeepUnusedDays"/>. What any dossier, submission, version or history points at stays: every foreign key of the schema is asked.</summary>
public sealed class RemoveUnused(PortalDb db, IFileContents contents, IOptions<FilesOptions> options, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <returns>The number of files removed.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.KeepUnusedDays);
        await db.Database.ExecuteSqlRawAsync(DeleteUnused(), [before], cancellationToken);
        var removed = 0;
        foreach (var standing in new[] { FileStanding.Clear, FileStanding.Waiting, FileStanding.Infected })
        {
            foreach (var some in contents.All(standing).Where(file => file.CameAt < before).Select(file => file.Sha256).ToList().Chunk(AtOnce))
            {
                var known = await db.StoredFiles.Where(file => some.Contains(file.Sha256)).Select(file => file.Sha256).ToListAsync(cancellationToken);
                removed += some.Except(known).Count(sha256 => contents.Remove(sha256, standing, before));
            }
        }

        return removed;
    }

    // One statement: a row that somebody points at in the same moment is not removed, or who points at it is told.
    private string DeleteUnused()
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var files = db.Model.FindEntityType(typeof(StoredFile))!.GetTableMappings().Single().Table;
        var (table, id) = (sql.DelimitIdentifier(files.Name), sql.DelimitIdentifier(nameof(StoredFile.Id)));
        var pointers = db.Model.GetRelationalModel().Tables.SelectMany(row => row.ForeignKeyConstraints).Where(key => key.PrincipalTable == files)
            .Select(key => $" AND NOT EXISTS (SELECT 1 FROM {sql.DelimitIdentifier(key.Table.Name)} AS p WHERE p.{sql.DelimitIdentifier(key.Columns.Single().Name)} = {table}.{id})");
        return $"DELETE FROM {table} WHERE {sql.DelimitIdentifier(nameof(StoredFile.StoredAt))} < {{0}}{string.Concat(pointers)}";
    }
}
