using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <summary>One run of something that the portal does by itself (lần chạy): when, on which server, what it did or why it failed. Of runs that found nothing to do only the last of each job is kept.</summary>
public sealed class JobRun : INotAudited
{
    private JobRun() => Job = Server = "";

    public JobRun(string job, string server, DateTime at) => (Job, Server, StartedAt) = (job, server, at);

    public int Id { get; private set; }

    public string Job { get; private set; }

    public string Server { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>Null: it runs, or was cut off.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What it did; null: there was nothing to do.</summary>
    public string? Done { get; private set; }

    public string? Failure { get; private set; }

    public void End(DateTime at, string? done, string? failure) => (EndedAt, Done, Failure) = (at, Short(done), Short(failure));

    private static string? Short(string? text) => text is { Length: > 1000 } ? text[..1000] : text;
}
