using System.Collections.Concurrent;
using System.Security.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Certificates;
using Signage.Trust.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A real Kestrel serves a certificate, and the next one as soon as it lies there, without a restart.</summary>
public sealed class ServedCertificateTests : IDisposable
{
    private const string Host = "signage.lan";
    private readonly CertificateSite _site = new(daysAgo: 70);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S11_Handshake_WhenTheAuthorityIsPinned_IsTls13AndAnswers()
    {
        using var served = Open(_site.Serve(Host));
        await using var server = await TlsServer.StartAsync(served.Serve, Token);
        using var pinned = Pin();
        await using var visit = await server.VisitAsync(pinned.Options(Host), Token);
        Assert.Equal((SslProtocols.Tls13, "HTTP/1.1 200 OK"), (visit.Protocol, await visit.AskAsync(Token)));
    }

    [Fact]
    public async Task S11_Renewal_WhenAConnectionIsOpen_LeavesItAndServesTheNextOneAnew()
    {
        var file = _site.Serve(Host);
        using var served = Open(file);
        await using var server = await TlsServer.StartAsync(served.Serve, Token);
        using var pinned = Pin();
        await using var before = await server.VisitAsync(pinned.Options(Host), Token);
        var old = CertificateSite.Serial(file);
        await before.AskAsync(Token);

        _site.Time.Advance(TimeSpan.FromDays(65));
        Assert.Single(CertificateSite.Done(_site.Desk.Renew()).Certificates);
        await using var after = await server.VisitAsync(pinned.Options(Host), Token);

        Assert.NotEqual(old, CertificateSite.Serial(file));
        Assert.Equal((old, CertificateSite.Serial(file)), (before.Serial, after.Serial));
        Assert.Equal(("HTTP/1.1 200 OK", "HTTP/1.1 200 OK"), (await before.AskAsync(Token), await after.AskAsync(Token)));
    }

    [Fact]
    public async Task S11_Renewal_WhenHandshakesNeverStop_FailsNone()
    {
        var file = _site.Serve(Host);
        using var served = Open(file);
        await using var server = await TlsServer.StartAsync(served.Serve, Token);
        using var pinned = Pin();
        using var stop = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<(int Visitor, string Serial), bool>();
        var visitors = Enumerable.Range(0, 4).Select(async visitor =>
        {
            while (!stop.IsCancellationRequested)
            {
                await using var visit = await server.VisitAsync(pinned.Options(Host), Token);
                await visit.AskAsync(Token);
                seen[(visitor, visit.Serial)] = true;
            }
        }).ToArray();

        // Until there were twelve, and each visitor has come before and after one of them, or one was turned away.
        for (var renewal = 0; (renewal < 12 || seen.Keys.GroupBy(one => one.Visitor).Count(serials => serials.Count() > 1) < visitors.Length) && !visitors.Any(visitor => visitor.IsCompleted); renewal++)
        {
            _site.Serve(Host);
            await using var visit = await server.VisitAsync(pinned.Options(Host), Token);
            Assert.Equal(CertificateSite.Serial(file), visit.Serial);
        }

        await stop.CancelAsync();
        await Task.WhenAll(visitors);
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("not there")]
    [InlineData("over")]
    [InlineData("a device's")]
    [InlineData("another's key")]
    public async Task S11_Renewal_WhenTheNewFileIsBroken_KeepsTheOldOneAndSaysSo(string fault)
    {
        using var past = new CertificateSite(daysAgo: 300);
        var file = _site.Serve(Host);
        var good = File.ReadAllBytes(file);
        using var served = Open(file);
        await using var server = await TlsServer.StartAsync(served.Serve, Token);
        using var pinned = Pin();
        Break(fault, file, past);

        await using var visit = await server.VisitAsync(pinned.Options(Host), Token);

        Assert.Equal("HTTP/1.1 200 OK", await visit.AskAsync(Token));
        Assert.Contains(served.State.Alarms, alarm => alarm.Contains("用不了，继续用旧的", StringComparison.Ordinal));

        File.WriteAllBytes(file, good);
        Assert.DoesNotContain(served.Reload().Alarms, alarm => alarm.Contains("用不了", StringComparison.Ordinal));
    }

    [Fact]
    public void S11_Certificate_WhenThirtyDaysAreLeft_IsAnAlarmAndAnotherWhenOver()
    {
        using var served = Open(_site.Serve(Host), _site.Time);
        Assert.Empty(served.State.Alarms);
        _site.Time.Advance(TimeSpan.FromDays(61));
        Assert.Contains("还有 28 天到期", Assert.Single(served.State.Alarms), StringComparison.Ordinal);
        _site.Time.Advance(TimeSpan.FromDays(30));
        Assert.Contains("连接会被拒绝", Assert.Single(served.State.Alarms), StringComparison.Ordinal);
    }

    /// <summary>A machine whose clock is wrong at start has pages all the same, and an alarm.</summary>
    [Fact]
    public void S11_Certificate_WhenOverAtStart_IsServedWithAnAlarm()
    {
        using var past = new CertificateSite(daysAgo: 300);
        using var served = Open(past.Serve(Host));
        Assert.Contains("连接会被拒绝", Assert.Single(served.State.Alarms), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut short", "不是一张证书")]
    [InlineData("not there", "server-signage.lan.pem")]
    [InlineData("a device's", "证书是做别的用的")]
    public void S11_Certificate_WhenBrokenAtStart_IsRefusedInALine(string fault, string words)
    {
        using var past = new CertificateSite(daysAgo: 300);
        var file = _site.Serve(Host);
        Break(fault, file, past);
        Assert.Contains(words, Assert.IsType<ServedAnswer.Refused>(ServedCertificate.Open(file, TimeProvider.System, NullLogger.Instance)).Reason, StringComparison.Ordinal);
    }

    /// <summary>By the clock of the connections: the old certificate is disposed of when the last that shook hands with it has ended, and not before.</summary>
    [Fact]
    public void S11_Certificate_WhenReplaced_IsDisposedOfAfterItsLastConnection()
    {
        _site.Serve(Host);
        using var served = Open(_site.Serve(Host));
        var (first, second, third) = (new EndingConnection(), new EndingConnection(), new EndingConnection());
        var (old, same) = (served.Select(first, Host), served.Select(second, Host));
        Assert.Same(old, same);

        _site.Serve(Host);
        var next = served.Select(third, Host);
        Assert.NotSame(old, next);

        first.End();
        Assert.NotEqual(0, old.Handle);
        second.End();
        Assert.Equal(0, old.Handle);

        served.Dispose();
        Assert.NotEqual(0, next.Handle);
        third.End();
        Assert.Equal(0, next.Handle);
        Assert.Throws<ObjectDisposedException>(() => served.Select(new EndingConnection(), Host));
    }

    public void Dispose() => _site.Dispose();

    private static ServedCertificate Open(string file, TimeProvider? time = null) =>
        Assert.IsType<ServedAnswer.Opened>(ServedCertificate.Open(file, time ?? TimeProvider.System, NullLogger.Instance)).Certificate;

    private PinnedAuthority Pin() => _site.Pin(TimeProvider.System);

    private void Break(string fault, string file, CertificateSite past)
    {
        switch (fault)
        {
            case "cut short":
                File.WriteAllBytes(file, File.ReadAllBytes(file)[..600]);
                break;
            case "not there":
                File.Delete(file);
                break;
            case "over":
                File.Copy(past.Serve(Host), file, overwrite: true);
                break;
            case "a device's":
                File.Copy(_site.Admit("square"), file, overwrite: true);
                break;
            default:
                var other = File.ReadAllText(_site.Admit("square"));
                File.WriteAllText(file, File.ReadAllText(file).Split("-----BEGIN PRIVATE KEY-----")[0] + other[other.IndexOf("-----BEGIN PRIVATE KEY-----", StringComparison.Ordinal)..]);
                break;
        }
    }
}
