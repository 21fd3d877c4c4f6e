using Signage.Core.Ports;

namespace Signage.Web.Tests.Doubles;

/// <summary>A site that shows what a test says, and counts who listens and who looks.</summary>
internal sealed class FakeSite(params PanelView[] panels) : ISiteWindow
{
    private readonly List<Action> _listeners = [];
    private SiteView _now = new(panels, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), null);

    public int Listeners => _listeners.Count;

    public int Looks { get; private set; }

    public SiteView Now
    {
        get
        {
            Looks++;
            return _now;
        }
    }

    public void Become(SiteView view)
    {
        _now = view;
        Ring();
    }

    public void Become(params PanelView[] panels) => Become(_now with { Panels = panels });

    public void Ring() => _listeners.ToList().ForEach(listener => listener());

    public IDisposable OnChange(Action changed)
    {
        _listeners.Add(changed);
        return new Leaving(() => _listeners.Remove(changed));
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
