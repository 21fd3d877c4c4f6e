using CsCheck;
using Signage.Protocols.Noise;
using Signage.Transports.Decorators;
using Signage.Transports.Links;
using Signage.Transports.Loopback;

namespace Signage.Transports.Tests.Decorators;

public sealed class LinkDecoratorTests
{
    private static readonly FaultRates Bad = new(Flip: 0.05, Drop: 0.05, Insert: 0.05, Duplicate: 0.05);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void FaultyLink_WhenTheSeedIsTheSame_SpoilsTheSameWay() =>
        Gen.Select(Gen.Int, Gen.Byte.Array).Sample((seed, clean) => Spoil(seed, clean, Bad).SequenceEqual(Spoil(seed, clean, Bad)));

    [Fact]
    public void FaultyLink_WhenRatesAreZero_ChangesNothing() =>
        Gen.Select(Gen.Int, Gen.Byte.Array).Sample((seed, clean) => Spoil(seed, clean, new FaultRates()).SequenceEqual(clean));

    [Fact]
    public async Task FaultyLink_WhenEveryByteDoubles_DoublesBothWays()
    {
        var (near, far) = LoopbackLink.CreatePair();
        await using var end = far;
        await using var link = new FaultyLink(near, 1, new FaultRates(Duplicate: 1));
        await link.SendAsync(new byte[] { 1 }, Token);
        await far.SendAsync(new byte[] { 2 }, Token);
        Assert.Equal("01-01 02-02", $"{await ReadAsync(far, 2)} {await ReadAsync(link, 2)}");
    }

    [Fact]
    public async Task TracingLink_WhenStacked_ShowsBothDirections()
    {
        var (near, far) = LoopbackLink.CreatePair();
        await using var end = far;
        var seen = new List<string>();
        await using var link = new FaultyLink(
            new TracingLink(near, piece => seen.Add($"{piece.Direction} {Convert.ToHexString(((TracedPiece.Bytes)piece).Data.Span)}"), TimeProvider.System), 1, new FaultRates());
        await link.SendAsync(new byte[] { 1, 2 }, Token);
        await far.SendAsync(new byte[] { 6 }, Token);
        await ReadAsync(link, 1);
        Assert.Equal(["Sent 0102", "Received 06"], seen);
    }

    [Fact]
    public async Task TracingLink_WhenTheFarSideCloses_CompletesItsInput()
    {
        var (near, far) = LoopbackLink.CreatePair();
        await using var link = new TracingLink(near, _ => { }, TimeProvider.System);
        await far.DisposeAsync();
        Assert.True((await link.Input.ReadAsync(Token)).IsCompleted);
    }

    [Fact]
    public async Task Decorators_WhenTheFarSideCloses_PassTheReasonOn()
    {
        var (near, far) = LoopbackLink.CreatePair();
        await using var link = new FaultyLink(new TracingLink(near, _ => { }, TimeProvider.System), 1, new FaultRates());
        await far.DisposeAsync();
        await link.Input.ReadAsync(Token);
        Assert.Equal("loopback: 另一端已关闭 (the far end is closed)", link.WhyClosed);
    }

    private static byte[] Spoil(int seed, byte[] clean, FaultRates rates)
    {
        var target = new byte[clean.Length * ByteNoise.MaxGrowth];
        return target[..new ByteNoise(seed, rates).Spoil(clean, target)];
    }

    private static async Task<string> ReadAsync(IByteLink link, int count)
    {
        var read = await link.Input.ReadAtLeastAsync(count, Token);
        var text = BitConverter.ToString(System.Buffers.BuffersExtensions.ToArray(read.Buffer));
        link.Input.AdvanceTo(read.Buffer.End);
        return text;
    }
}
