using Microsoft.Extensions.Time.Testing;
using Signage.Web.Hosting;
using Signage.Web.Pulse;
using Signage.Web.Tests.Doubles;

namespace Signage.Web.Tests.Pulse;

public sealed class SitePulseTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Views.Morning);
    private readonly FakeSite _site = new(Views.Sent());
    private readonly SitePulse _pulse;
    private int _beats;

    public SitePulseTests()
    {
        _pulse = new SitePulse(_site, new PageClocks(_time, _time));
        _pulse.Beaten += () => _beats++;
        _time.Advance(SitePulse.Shortest);
    }

    [Fact]
    public void Beat_WhenTheSiteChangesAfterAQuietTime_ComesAtOnce()
    {
        _site.Ring();
        _time.Advance(TimeSpan.Zero);
        Assert.Equal(1, _beats);
    }

    [Fact]
    public void Beat_WhenTheSiteChangesAllTheTime_ComesFourTimesASecondAtMost()
    {
        for (var i = 0; i < 1_000; i++)
        {
            _site.Ring();
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(_beats, 4, 5);
    }

    [Fact]
    public void Beat_WhenTheSiteIsQuiet_NeverComesAndNobodyLooks()
    {
        var looks = _site.Looks;
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, looks), (_beats, _site.Looks));
    }

    [Fact]
    public void View_WhenChangesCameTogether_IsTheLast()
    {
        _site.Become(Views.Lost());
        _site.Become();
        _time.Advance(SitePulse.Shortest);
        Assert.Empty(_pulse.View.Panels);
    }

    [Fact]
    public void Dispose_WhenTheVisitorLeaves_StopsListening()
    {
        _pulse.Dispose();
        Assert.Equal(0, _site.Listeners);
        _site.Ring();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _beats);
    }

    public void Dispose() => _pulse.Dispose();
}
