using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.RealProgram;

/// <summary>The program as it is delivered: a process of its own on a file of its own, spoken to over HTTP.</summary>
public sealed class RunningPortal(bool withDemo) : IAsyncDisposable
{
    private const string DemoPassword = "ThiDua@2020"; // as the start prints it
    private readonly string _folder = Directory.CreateTempSubdirectory("thidua-real-").FullName;
    private Process? _process;

    /// <summary>Where its mails are put.</summary>
    public string Mailbox => Path.Combine(_folder, "mail");

    /// <summary>Its file.</summary>
    public string Database => Path.Combine(_folder, "portal.db");

    /// <summary>The folder of its files.</summary>
    public string Files => Path.Combine(_folder, "files");

    public Uri Address { get; private set; } = null!;

    /// <summary>What the process holds in memory now, in MB; the browser that prints is another process.</summary>
    public long MegabytesInMemory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>The program in production, or with the demo data, on a database that is prepared first, given its file.</summary>
    public static async Task<RunningPortal> Start(Func<string, Task> prepare, bool withDemo = false)
    {
        var portal = new RunningPortal(withDemo);
        await prepare(portal.Database);
        await portal.Run();
        return portal;
    }

    /// <summary>SIGKILL: nothing is written, closed or said any more.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>The program again, on the same file.</summary>
    public async Task Run()
    {
        Address = new($"http://127.0.0.1:{FreePort()}");
        _process = Process.Start(Command())!;
        _process.BeginOutputReadLine(); // read and dropped, so that it never waits for a reader
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(5); await Task.Delay(200))
        {
            _process.HasExited.ShouldBeFalse("the program ended at its start");
            try
            {
                if ((await client.GetAsync("/suc-khoe")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        throw new TimeoutException("The program did not answer within five minutes.");
    }

    /// <summary>Runs the program for one command on the same file.</summary>
    public async Task<int> RunCommand(string argument)
    {
        using var process = Process.Start(Command(argument))!;
        process.BeginOutputReadLine();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>A browser in which this account has signed in.</summary>
    public async Task<HttpClient> SignIn(string userName, string password = DemoPassword)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = Address };
        var page = await client.See("/dang-nhap");
        var answer = await client.Submit(page.FormTo("/dang-nhap"), ("UserName", userName), ("Password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, userName);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Kill();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo Command(params string[] arguments)
    {
        var command = new ProcessStartInfo("dotnet", [ProgramFile(), .. arguments]) { WorkingDirectory = Path.Combine(Root(), "src", "ThiDua.Web"), RedirectStandardOutput = true, UseShellExecute = false };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = withDemo ? "Development" : "Production";
        command.Environment["ASPNETCORE_URLS"] = Address?.ToString();
        command.Environment["ConnectionStrings__Portal"] = $"Data Source={Database}";
        command.Environment["Files__Root"] = Files;
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        command.Environment["Mail__PickupFolder"] = Mailbox;
        command.Environment["Mail__From"] = "thidua@cong.test";
        return command;
    }

    // The build of the program that belongs to this build of the tests.
    private static string ProgramFile() =>
        Path.Combine(Root(), "src", "ThiDua.Web", "bin", AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "ThiDua.Web.dll");

    /// <summary>The folder of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThiDua.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
