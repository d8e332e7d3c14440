using System.Runtime.InteropServices;
using System.Text;

namespace ThiDua.Web.Files;

/// <summary>Writes a folder's own list of names to disk, so that a file just moved into it is found there after a loss of power. Windows does so by itself.</summary>
internal static class DurableFolder
{
    public static void Sync(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(folder + "\0"), 0);
        if (handle >= 0)
        {
            _ = Fsync(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int handle);
}
