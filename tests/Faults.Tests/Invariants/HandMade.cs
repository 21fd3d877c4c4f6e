using Microsoft.Extensions.Time.Testing;
using Signage.Core.Shows;
using Signage.Testing.Invariants;

namespace Faults.Tests.Invariants;

/// <summary>A history made by hand, one event a call; both clocks go in step until one is set.</summary>
internal sealed class HandMade
{
    public static readonly ShowDigest A = new(new string('a', 64));
    public static readonly ShowDigest B = new(new string('b', 64));
    public static readonly ShowDigest Dark = new(new string('0', 64));
    private readonly FakeTimeProvider _lineTime = new(Start);
    private readonly FakeTimeProvider _siteTime = new(Start);

    public HandMade() => History = new SiteHistory(_lineTime, _siteTime);

    public static DateTimeOffset Start { get; } = new(2026, 9, 5, 0, 0, 0, TimeSpan.Zero);

    public SiteHistory History { get; }

    /// <summary>A good morning: A is decided for an hour, sent, taken and known to be sent.</summary>
    public static HandMade GoodMorning() => new HandMade().Approve(A).Decide(A, 60).Send(A).Obey().Take(A).Claim(A);

    public HandMade Pass(double minutes)
    {
        _lineTime.Advance(TimeSpan.FromMinutes(minutes));
        _siteTime.Advance(TimeSpan.FromMinutes(minutes));
        return this;
    }

    public HandMade SetClock(double minutes)
    {
        Add(at => new ClockSet(at));
        _siteTime.AdjustTime(_siteTime.GetUtcNow().AddMinutes(minutes));
        return this;
    }

    public HandMade Approve(ShowDigest show, string words = "携手做慈善，传播真善美。") => Add(at => new ShowApproved(at, "gate", show, [words]));

    public HandMade Decide(ShowDigest show, double? minutes = null) => Add(at => new ShowDecided(
        at, "gate", show, show == Dark, at.Site, minutes is { } some ? at.Site.AddMinutes(some) : null));

    public HandMade Send(ShowDigest show) => Add(at => new PacketSent(at, "gate", show, show == Dark));

    public HandMade Hand() => Add(at => new PacketHanded(at, "gate"));

    public HandMade Take(ShowDigest show) => Add(at => new CardTook(at, "gate", show, show == Dark));

    public HandMade Obey() => Add(at => new CardObeyed(at, "gate", 1));

    public HandMade Forget() => Add(at => new CardForgot(at, "gate"));

    public HandMade See(ShowDigest show) => Add(at => new GlassSeen(at, "gate", show, show == Dark));

    public HandMade Claim(ShowDigest show) => Add(at => new StatusSeen(at, at.Order, "gate", show));

    public HandMade Press(int number, params string[] panels) => Add(at => new BlankPressed(at, number, panels));

    public HandMade Release(int number) => Add(at => new BlankReleased(at, number));

    public HandMade Began(int attempt) => Add(at => new AttemptBegan(at, "gate", attempt));

    public HandMade Ended(int attempt, AttemptEnd end = AttemptEnd.Accepted) => Add(at => new AttemptEnded(at, "gate", attempt, end));

    public HandMade Edit(string row, string content, bool ok = true) => Add(at => new EditAnswered(at, row, content, ok));

    public HandMade Rows(params (string Row, string Content)[] rows) => Add(at => new RowsRead(at, rows.ToDictionary()));

    public HandMade Gone() => Add(at => new SiteEnded(at));

    private HandMade Add(Func<Moment, SiteEvent> make)
    {
        History.Add(make);
        return this;
    }
}
