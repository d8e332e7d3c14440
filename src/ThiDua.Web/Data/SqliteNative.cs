using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace ThiDua.Web.Data;

/// <summary>Lets EF Core's SQLite provider run on the SQLite that the operating system ships (docs/decisions/0005).</summary>
internal static class SqliteNative
{
#pragma warning disable CA2255 // an application may have a module initializer: it must run before the first connection
    [ModuleInitializer]
    internal static void Load()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == "SQLitePCLRaw.core" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "SQLitePCLRaw.core.dll")) : null;
        UseSystemLibrary();
    }
#pragma warning restore CA2255

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseSystemLibrary()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, assembly, path) =>
            name == "e_sqlite3" ? NativeLibrary.Load(SystemName(), assembly, path) : IntPtr.Zero);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
    }

    private static string SystemName() =>
        OperatingSystem.IsWindows() ? "winsqlite3" : OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : "libsqlite3.so.0";
}
