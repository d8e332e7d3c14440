using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.RealProgram;

/// <summary>A file on its way into a report of the running program, sent in pieces as the page's script does.</summary>
public sealed class SenderOverHttp(HttpClient client, string report, string token, string itemId)
{
    /// <summary>As the script cuts.</summary>
    public const int Piece = 4 * 1024 * 1024;

    private sealed record Standing(int Id, long Received, long Size, bool Done, string? Told);

    public static async Task<SenderOverHttp> Open(HttpClient client, string report)
    {
        var page = await client.See(report);
        var form = page.QuerySelector("form[data-pieces]")!;
        return new(client, report, ((IHtmlInputElement)form.QuerySelector("[name=__RequestVerificationToken]")!).Value, form.GetAttribute("data-item")!);
    }

    /// <summary>A PDF of this size, unlike any other.</summary>
    public static byte[] APdf(int size)
    {
        var content = new byte[size];
        Random.Shared.NextBytes(content);
        Encoding.ASCII.GetBytes("%PDF-1.4\n").CopyTo(content, 0);
        content.AsSpan(9, 1100).Fill((byte)' ');
        Encoding.ASCII.GetBytes("\n%%EOF\n").CopyTo(content, size - 7);
        return content;
    }

    /// <summary>Begins the upload, or finds it again: its number and how many bytes the server has.</summary>
    public async Task<(int Id, long Received)> Begin(string name, long size)
    {
        var (_, standing) = await Send(HttpMethod.Post, "/tai-len", new FormUrlEncodedContent([new("ItemId", itemId), new("Name", name), new("Size", $"{size}"), new("Mark", "1")]));
        return (standing.Id, standing.Received);
    }

    /// <summary>Sends a whole file, of which only the start, with the mark in it, is unlike what others send; their bytes are shared.</summary>
    public async Task Send(string name, byte[] shared, string mark)
    {
        var start = shared[..1024];
        Encoding.ASCII.GetBytes($"%{mark}\n").CopyTo(start, 9);
        var (id, received) = await Begin(name, shared.Length);
        await SendRest(id, received, shared, start);
    }

    /// <summary>Sends the rest, piece by piece, from where the server is.</summary>
    public async Task SendRest(int id, long from, byte[] content, byte[]? start = null)
    {
        for (var (at, isDone, answers) = (from, false, 0); !isDone; answers++)
        {
            answers.ShouldBeLessThan(200);
            var (status, standing) = await Put(id, at, new OnePiece(content, start ?? [], (int)at, (int)Math.Min(Piece, content.Length - at)));
            (at, isDone) = (standing.Received, standing.Done);
            if (status == HttpStatusCode.Conflict)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>A body that the program is killed in the middle of.</summary>
    public Task SendAndBreak(int id, long from, HttpContent breaking) => Put(id, from, breaking);

    private Task<(HttpStatusCode Status, Standing Standing)> Put(int id, long from, HttpContent content) => Send(HttpMethod.Put, string.Create(CultureInfo.InvariantCulture, $"/tai-len/{id}?tu={from}"), content);

    private async Task<(HttpStatusCode Status, Standing Standing)> Send(HttpMethod method, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, report + path) { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await client.SendAsync(request);
        new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }.ShouldContain(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<Standing>(JsonSerializerOptions.Web))!);
    }

    /// <summary>Bytes of the shared content, with its own start.</summary>
    private sealed class OnePiece(byte[] content, byte[] start, int at, int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var own = at == 0 ? start.Length : 0;
            await stream.WriteAsync(start.AsMemory(0, own));
            await stream.WriteAsync(content.AsMemory(at + own, length - own));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
