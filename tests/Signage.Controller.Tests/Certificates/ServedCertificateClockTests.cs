using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A new certificate that only a clock keeps from being served: the clock is a reason that passes.</summary>
public sealed class ServedCertificateClockTests : IDisposable
{
    private const string Host = "signage.lan";
    private readonly CertificateSite _site = new();
    private readonly FakeTimeProvider _time;
    private readonly Lines _log = new();

    public ServedCertificateClockTests() => _time = new FakeTimeProvider(_site.Time.GetUtcNow());

    /// <summary>Made on a machine whose clock is ahead of the site's.</summary>
    [Fact]
    public void S11_Renewal_WhenTheNewOneHasNotBegun_IsServedOnceItHas()
    {
        using var served = Open(_site.Serve(Host));
        var old = served.State.Facts.Serial;
        _site.Time.Advance(TimeSpan.FromHours(1));
        var next = CertificateSite.Serial(_site.Serve(Host));

        Knock(served);
        Assert.Equal(old, served.State.Facts.Serial);
        Assert.Contains("才生效", Assert.Single(served.State.Alarms), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromHours(2));
        Knock(served);
        Assert.Equal(next, served.State.Facts.Serial);
        Assert.Empty(served.State.Alarms);
    }

    /// <summary>The site's clock was a year ahead, and is put right.</summary>
    [Fact]
    public void S11_Renewal_WhenTheNewOneWasOverByAWrongClock_IsServedOnceItIsRight()
    {
        using var served = Open(_site.Serve(Host));
        var old = served.State.Facts.Serial;
        var right = _time.GetUtcNow();
        _time.AdjustTime(right.AddDays(365));
        var next = CertificateSite.Serial(_site.Serve(Host));

        Knock(served);
        Assert.Equal(old, served.State.Facts.Serial);

        _time.AdjustTime(right);
        Knock(served);
        Assert.Equal(next, served.State.Facts.Serial);
        Assert.Empty(served.State.Alarms);
    }

    [Fact]
    public void S11_Renewal_WhenItWaitsForTheClock_IsLoggedOnceForEachReason()
    {
        using var served = Open(_site.Serve(Host));
        _site.Time.Advance(TimeSpan.FromHours(1));
        _site.Serve(Host);
        for (var minute = 0; minute < 10; minute++)
        {
            Knock(served);
            served.Reload();
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("才生效", Assert.Single(_log.Said), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromDays(100));
        Knock(served);
        Knock(served);
        Assert.Equal(2, _log.Said.Count);
        Assert.Contains("到期", _log.Said[1], StringComparison.Ordinal);
    }

    /// <summary>Whoever reloads every hour gets the same certificate, and a log with nothing new in it.</summary>
    [Fact]
    public void S11_Reload_WhenNothingHasChanged_KeepsTheCertificateAndSaysNothing()
    {
        using var served = Open(_site.Serve(Host));
        var before = served.Select(new EndingConnection(), Host);
        Assert.Empty(served.Reload().Alarms);
        Assert.Same(before, served.Select(new EndingConnection(), Host));
        Assert.Empty(_log.Said);
    }

    /// <summary>What is served is not called a new one that cannot be used, however old it is.</summary>
    [Fact]
    public void S11_Reload_WhenTheServedOneIsOver_SaysThatAlone()
    {
        using var served = Open(_site.Serve(Host));
        _time.Advance(TimeSpan.FromDays(100));
        Assert.Contains("连接会被拒绝", Assert.Single(served.Reload().Alarms), StringComparison.Ordinal);
        Assert.Empty(_log.Said);
    }

    public void Dispose() => _site.Dispose();

    private static void Knock(ServedCertificate served)
    {
        var connection = new EndingConnection();
        served.Select(connection, Host);
        connection.End();
    }

    private ServedCertificate Open(string file) => Assert.IsType<ServedAnswer.Opened>(ServedCertificate.Open(file, _time, _log)).Certificate;

    private sealed class Lines : ILogger
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));
    }
}
