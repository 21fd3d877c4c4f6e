using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Protocols.Adapters;

namespace Signage.Controller.Tests.Timekeeping;

/// <summary>定时开关机: a strict quiet policy is kept by the card itself, while nobody is there to tell it.</summary>
public sealed class CardTimerTests
{
    private const string Strict = """{"id":"night","kind":"quiet","times":"22:00-06:00","strict":true}""";
    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];

    // 08:00 in Shanghai.
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-09-05T00:00:00Z", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Glass_WhenTheSiteIsGone_IsDarkAtNight_AndLitInTheMorning()
    {
        await using var site = await StartAsync();
        await AddAsync(site, Strict);
        await TimedAsync(site, "22:01-05:59");
        await site.EndAsync();

        Assert.False(IsDark(site));
        Step(site, "22:00:59");
        Assert.False(IsDark(site));
        Step(site, "22:01:00");
        Assert.True(IsDark(site));
        Step(site, "05:58:59");
        Assert.True(IsDark(site));
        Step(site, "05:59:00");
        Assert.False(IsDark(site));
    }

    [Fact]
    public async Task Card_WhenThePolicyGoes_DarkensNothingByItself()
    {
        await using var site = await StartAsync();
        await AddAsync(site, Strict);
        await TimedAsync(site, "22:01-05:59");
        Assert.Equal("22:01-05:59", (string?)(await AskAsync(site, "policy.list"))["timers"]!["gate"]);

        await AskAsync(site, "policy.remove", ("policy", "night"));
        await TimedAsync(site, "off");
        Step(site, "23:00:00");
        Assert.False(IsDark(site));
    }

    /// <summary>A warning is lit in spite of it, and no card says that it would obey; so the site alone keeps it.</summary>
    [Theory]
    [InlineData("""{"id":"night","kind":"quiet","times":"22:00-06:00"}""")]
    [InlineData("""{"id":"night","kind":"quiet","times":"22:00-06:00","days":"mon-fri","strict":true}""")]
    public async Task Card_WhenThePolicyMayGiveWay_IsToldNothing(string policy)
    {
        await using var site = await StartAsync();
        await AddAsync(site, policy);
        await AskAsync(site, "panel.clock", ("set", true));
        Assert.Null((await AskAsync(site, "policy.list"))["timers"]!["gate"]);
        Step(site, "23:00:00");
        Assert.False(IsDark(site));
    }

    /// <summary>Somebody set it with another program, or we did before a restart: what no policy asks for darkens nothing.</summary>
    [Fact]
    public async Task Card_ThatComesWithATimerNobodyWants_LosesIt()
    {
        await using var site = await StartAsync(card => card(new PanelCommand.SetTimer(Signage.Core.Panels.CardTimer.Read("07:00-09:00")!)));
        await TimedAsync(site, "off");
        Assert.False(IsDark(site));
    }

    /// <summary>A site that sends darkness at night does not switch a card on that its own timer has switched off.</summary>
    [Fact]
    public async Task Card_ThatItsTimerHasSwitchedOff_IsLeftOff()
    {
        await using var site = await StartAsync();
        await AddAsync(site, Strict);
        await TimedAsync(site, "22:01-05:59");
        Step(site, "22:30:00");
        site.SiteTime.SetUtcNow(DateTimeOffset.Parse("2026-09-05T22:30:00+08:00", null));
        await site.SentAsync("", Token);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        await site.Site.Board.WaitAsync(now => now[0].Reading?.PoweredOn == false, late.Token);
        Assert.Null(site.Site.Board.Now[0].Trouble);
        Assert.True(IsDark(site));
    }

    private static bool IsDark(SiteOnLoopback site) => site.Panel.Card.Read().Glass.IsDark;

    private static void Step(SiteOnLoopback site, string time) =>
        site.Panel.Card.Clock.SetWall(new DateTime(2026, 9, 5).Add(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));

    private static Task<SiteOnLoopback> StartAsync(Action<Action<PanelCommand>>? before = null) => SiteOnLoopback.StartAsync(
        static settings => settings with { Quartz = false }, Always, Token, start: Morning, panel: new LoopbackPanel
        {
            Ready = card =>
            {
                card.Clock.Hold();
                card.Clock.SetWall(new DateTime(2026, 9, 5, 8, 0, 0));
                before?.Invoke(command =>
                {
                    foreach (var packet in SiteOnLoopback.Packets(command, Signage.Core.Panels.PanelFace.Parse("160x16x1")))
                    {
                        var input = new System.Buffers.ReadOnlySequence<byte>(packet);
                        ((Signage.Simulator.Cards.IByteCard)card).OnBytes(ref input, new System.Buffers.ArrayBufferWriter<byte>());
                    }
                });
            },
        });

    private static async Task TimedAsync(SiteOnLoopback site, string timer)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Token);
        await site.Site.Board.WaitAsync(now => now.Count == 1 && now[0].Timer?.ToString() == timer, either.Token);
    }

    private static Task<JsonObject> AddAsync(SiteOnLoopback site, string policy) => AskAsync(site, "policy.add", ("policy", JsonNode.Parse(policy)!));

    private static async Task<JsonObject> AskAsync(SiteOnLoopback site, string verb, params (string Name, JsonNode Value)[] members)
    {
        var request = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        var answer = await ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }
}
