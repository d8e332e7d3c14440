using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Files;

/// <summary>Tests beside which no other may run, because they measure the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

[Collection(Alone.Name)]
public sealed class StreamedUploadTests(Portal portal)
{
    private const int Size = 40 * 1024 * 1024;

    [Fact]
    public async Task A_file_of_40_MB_passes_through_without_being_held_in_memory()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        var (files, partial) = (scope.ServiceProvider.GetRequiredService<FileStore>(), scope.ServiceProvider.GetRequiredService<PartialFiles>());
        await files.Receive(new APdfAsItComes(1024 * 1024), "a.pdf", CancellationToken.None); // what is made once is made
        var key = $"u-{Guid.NewGuid():N}";
        var before = GC.GetTotalAllocatedBytes(precise: true);
        (await partial.Append(key, 0, new APdfAsItComes(Size), Size, CancellationToken.None)).ShouldBeTrue();
        await using (var whole = partial.Open(key))
        {
            (await files.Receive(whole, "a.pdf", CancellationToken.None)).Size.ShouldBe(Size);
        }

        partial.Delete(key);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(Size / 8);
    }

    /// <summary>Makes its bytes while they are read.</summary>
    private sealed class APdfAsItComes(int size) : Stream
    {
        private static readonly byte[] Head = "%PDF-1.4\n"u8.ToArray();
        private static readonly byte[] Tail = "\n%%EOF\n"u8.ToArray();
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => size;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, size - _at);
            for (var i = 0; i < count; i++, _at++)
            {
                buffer[i] = _at < Head.Length ? Head[_at] : _at >= size - Tail.Length ? Tail[_at - (size - Tail.Length)] : (byte)(_at & 0x1F | 0x20);
            }

            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
