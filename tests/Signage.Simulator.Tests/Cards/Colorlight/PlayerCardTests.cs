using System.Globalization;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards.Colorlight;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Tests.Cards.Colorlight;

/// <summary>A player's other requests: what they change, what is refused, what a power cut takes.</summary>
public sealed class PlayerCardTests
{
    private static readonly Page Red = new(PixelFrame.ParseRgb("RRRR\nRRRR"), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5));
    private static readonly Page Blue = Red with { Picture = PixelFrame.ParseRgb("BBBB\nBBBB") };

    private readonly TestPlayer _player = new("4x2xrgb");

    [Fact]
    public void Sleep_WhenToldAndWoken_DarkensTheGlassAndTheScreenshot()
    {
        _player.Load(Red);
        Assert.Equal([200, 200], _player.Say(new PanelCommand.Blank()));
        Assert.True(_player.Card.Read().Glass.IsDark);
        Assert.False(_player.Card.Read().PoweredOn);
        Assert.Equal("0", _player.Value("/api/powerstatus.json", "powerstatus"));
        Assert.DoesNotContain(PngPicture.Read(_player.Ask("GET", "/api/screenshot").Body.Span, _player.Face.Size)!.Pixels, light => light.IsLit);

        Assert.Equal([200, 200], _player.Say(new PanelCommand.SetPower(true)));
        Assert.Equal(Red.Picture, _player.Card.Read().Glass);
        Assert.All(PngPicture.Read(_player.Ask("GET", "/api/screenshot").Body.Span, _player.Face.Size)!.Pixels, light => Assert.Equal(LedColour.Red, light));
    }

    /// <summary>Somebody else puts it to sleep, switches its screen off or dims it to nothing, and its screenshot goes on showing the programme.</summary>
    [Theory]
    [InlineData("POST", "/api/action", """{"command":"sleep"}""")]
    [InlineData("PUT", "/api/screenstatus", """{"screenstatus":0}""")]
    [InlineData("PUT", "/api/brightness", """{"brightness":0}""")]
    public void Pixels_WhenOthersDarkenAPlayerThatPhotographsTheDark_AreDark(string method, string path, string body)
    {
        var player = new TestPlayer("4x2xrgb", TestPlayer.Newer);
        ((PlayerCard)player.Card).PhotographsTheDark = true;
        player.Load(Red);
        Assert.Null(player.Talk(new PanelCommand.ReadPixels()).Reading!.Pixels);

        Assert.Equal(200, player.Ask(method, path, body).Status);
        Assert.Contains(PngPicture.Read(player.Ask("GET", "/api/screenshot").Body.Span, player.Face.Size)!.Pixels, light => light.IsLit);
        Assert.Equal(PixelFrame.Dark(player.Face.Size, player.Face.Layout), player.Talk(new PanelCommand.ReadPixels()).Reading!.Pixels);
    }

    [Fact]
    public void ScreenSwitch_WhenTheModelHasOne_DarkensTheGlass()
    {
        var newer = new TestPlayer("4x2xrgb", TestPlayer.Newer);
        newer.Load(Red);
        Assert.Equal([200, 200], newer.Say(new PanelCommand.Blank()));
        Assert.True(newer.Card.Read().Glass.IsDark);
        Assert.Equal(("0", "1"), (newer.Value("/api/screenstatus.json", "screenstatus"), newer.Value("/api/powerstatus.json", "powerstatus")));
        Assert.Equal(404, _player.Ask("PUT", "/api/screenstatus", """{"screenstatus":0}""").Status);
    }

    [Fact]
    public void Programmes_WhenSwitchedAndDeleted_FollowTheRequests()
    {
        _player.Load(Red);
        _player.Load(Blue);
        var (red, blue) = (_player.Card.Read().Stored.Single(name => name != Playing()), Playing());
        Assert.Equal(Blue.Picture, _player.Card.Read().Glass);

        Assert.Equal(200, _player.Ask("PUT", $"/api/vsns/sources/lan/vsns/{red}/activated", "{}").Status);
        Assert.Equal((red, Red.Picture), (Playing(), _player.Card.Read().Glass));
        Assert.Equal(404, _player.Ask("PUT", "/api/vsns/sources/lan/vsns/none.vsn/activated").Status);

        Assert.Equal(200, _player.Ask("DELETE", $"/api/vsns/sources/lan/vsns/{blue}").Status);
        Assert.Equal(404, _player.Ask("DELETE", $"/api/vsns/sources/lan/vsns/{blue}").Status);
        Assert.Equal((red, Red.Picture), (Playing(), _player.Card.Read().Glass));

        Assert.Equal(200, _player.Ask("DELETE", "/api/clrprgms").Status);
        Assert.Equal("", Playing());
        Assert.True(_player.Card.Read().Glass.IsDark);
        Assert.Equal(4, _player.Card.Read().FlashWrites);
    }

    [Fact]
    public void Programme_WhenSentAgain_IsHeldOnce()
    {
        _player.Load(Red);
        _player.Load(Red);
        Assert.Single(_player.Card.Read().Stored);
    }

    [Fact]
    public void Programmes_WhenListed_AreThoseOfTheLocalNetwork()
    {
        _player.Load(Red);
        var list = System.Text.Encoding.UTF8.GetString(_player.Ask("GET", "/api/vsns.json").Body.Span);
        Assert.StartsWith($$"""{"playing":{"type":"lan","name":"{{Playing()}}"},"contents":[{"type":"lan","content":[{"name":"{{Playing()}}","size":""", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WhenSet_AreToldBack()
    {
        Assert.Equal([200], _player.Say(new PanelCommand.SetBrightness(40)));
        Assert.Equal(("102", 102), (_player.Value("/api/brightnessandcolortemp.json", "brightness"), _player.Card.Read().Brightness));
        Assert.Equal([200], _player.Say(new PanelCommand.SetClock(DateTimeOffset.Parse("2016-03-25T17:39:22+08:00", CultureInfo.InvariantCulture))));
        _player.Card.Clock.Hold();
        _player.Card.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal("2016-3-26 00:39:22", _player.Value("/api/rtc.json", "time"));
        Assert.Equal(200, _player.Ask("PUT", "/api/volume", """{"musicvolume":3}""").Status);
        Assert.Equal("3", _player.Value("/api/volume.json", "musicvolume"));
        Assert.Equal(200, _player.Ask("PUT", "/api/colortemp", """{"colortemp":9000}""").Status);
        Assert.Equal("9000", _player.Value("/api/brightnessandcolortemp.json", "colortemp"));
    }

    [Theory]
    [InlineData("PUT", "/api/brightness", """{"brightness":256}""", 400)]
    [InlineData("PUT", "/api/brightness", """{"brightness":"60"}""", 400)]
    [InlineData("PUT", "/api/brightness", "{}", 400)]
    [InlineData("PUT", "/api/brightness", "brightness=60", 400)]
    [InlineData("PUT", "/api/brightness", null, 400)]
    [InlineData("PUT", "/api/colortemp", """{"colortemp":1999}""", 400)]
    [InlineData("PUT", "/api/volume", """{"musicvolume":16}""", 400)]
    [InlineData("PUT", "/api/rtc", """{"time":"2016-3-25 17:39:22","timezone":8}""", 400)]
    [InlineData("PUT", "/api/rtc", """{"time":"2016-13-25 17:39:22","timezone":8,"isautotimezone":0,"isautotime":0}""", 400)]
    [InlineData("PUT", "/api/rtc", """{"time":"2016-3-25 17:39:22","timezone":15,"isautotimezone":0,"isautotime":0}""", 400)]
    [InlineData("POST", "/api/action", """{"command":"dance"}""", 400)]
    [InlineData("POST", "/api/action", "[]", 400)]
    [InlineData("POST", "/api/powerstatus.json", "{}", 404)]
    [InlineData("GET", "/api/action", null, 404)]
    [InlineData("GET", "/", null, 404)]
    [InlineData("GET", "/api/network.json", null, 404)]
    [InlineData("PUT", "/api/dimension", """{"width":128,"height":64}""", 404)]
    [InlineData("DELETE", "/api/vsns/sources/usb/vsns/a.vsn", null, 404)]
    public void Request_WhenItIsWrong_IsRefused(string method, string path, string? json, int status)
    {
        Assert.Equal(status, _player.Ask(method, path, json).Status);
        Assert.Equal((0, 1), (_player.Card.Read().PacketsTaken, _player.Card.Read().PacketsRefused));
    }

    [Fact]
    public void PowerCut_WhenOverAndPowerIsBack_PlaysTheLastProgrammeAgainAtTheSavedBrightness()
    {
        _player.Load(Red);
        _player.Say(new PanelCommand.SetBrightness(20));
        Assert.Equal(200, _player.Ask("PUT", "/api/savebrightnessandcolortemp").Status);
        _player.Say(new PanelCommand.SetBrightness(90));
        _player.Say(new PanelCommand.SetPower(false));

        _player.Card.CutPower();
        Assert.Empty(_player.Card.OnMessage(WireMessage.Request.Get("/api/info.json")));
        Assert.True(_player.Card.Read().Glass.IsDark);
        _player.Card.RestorePower();

        var reading = _player.Card.Read();
        Assert.Equal((Red.Picture, 51, true), (reading.Glass, reading.Brightness, reading.PoweredOn));
    }

    [Theory]
    [InlineData(FaultKind.Refuse, 503)]
    [InlineData(FaultKind.Ignore, null)]
    [InlineData(FaultKind.Mute, null)]
    [InlineData(FaultKind.Rubbish, 200)]
    public void Fault_WhenPlanned_IsMet(FaultKind kind, int? status)
    {
        var player = new TestPlayer("4x2xrgb", faults: new FaultPlan(Packets: [new PacketFault(kind, From: 1, Times: 1)]));
        Assert.Equal(status, player.Ask(new WireMessage.Request("PUT", "/api/brightness", "application/json", "{\"brightness\":7}"u8.ToArray()))?.Status);
        Assert.Equal(kind is FaultKind.Mute or FaultKind.Rubbish ? 7 : 255, player.Card.Read().Brightness);
    }

    private string Playing() => _player.Value("/api/info.json", "info", "playing", "name");
}
