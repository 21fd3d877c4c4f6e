using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Vendors.Onbon;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Tests.Cards;

/// <summary>What a card keeps when power goes, and what it refuses to keep.</summary>
public sealed class CardFlashTests
{
    private static readonly PanelFace Face = PanelFace.Parse("16x8x1");
    private static readonly Page Base = Lit(1);
    private static readonly Page Other = Lit(5);

    [Fact]
    public void PowerCut_WhenABasePageIsStored_LosesTheAreaAndPlaysTheBasePage()
    {
        var card = Card();
        Store(card);
        card.Hear(TestCard.Packet(Face, [Other]));
        Assert.Equal(ShowDigest.Of([Other]), card.Read().Digest);

        card.CutPower();
        Assert.True(card.Read().Glass.IsDark);
        Assert.Empty(card.Hear(TestCard.Packet(new PanelCommand.Ping(), Face)));

        card.RestorePower();
        Assert.Equal((ShowDigest.Of([Base]), Base.Picture), (card.Read().Digest, card.Read().Glass));
        Assert.Equal(1, card.Read().FlashWrites);
    }

    [Fact]
    public void PowerCut_WhenNothingIsStored_LeavesTheGlassDark()
    {
        var card = Card();
        card.Hear(TestCard.Packet(Face, [Other]));
        card.PowerCycle();

        Assert.Null(card.Read().Digest);
        Assert.True(card.Read().Glass.IsDark);
    }

    [Fact]
    public void Store_WhenAStripIsWiderThanTheFace_PlaysItAsOneAfterAPowerCut()
    {
        var card = Card();
        var strip = new Page(PixelFrame.ParseMono(string.Join('\n', Enumerable.Repeat(string.Concat(Enumerable.Repeat("##..#", 8)), 8))), Effect.ContinuousLeft, TimeSpan.FromMilliseconds(20), TimeSpan.Zero);
        Store(card, strip);
        card.PowerCycle();

        Assert.Equal(ShowDigest.Of([strip]), card.Read().Digest);
    }

    [Fact]
    public void Store_WhenAnAreaPlaysAlone_DoesNotTakeTheGlassFromIt()
    {
        var card = Card();
        card.Hear(TestCard.Packet(Face, [Other]));
        Store(card);

        Assert.Equal(ShowDigest.Of([Other]), card.Read().Digest);
        Assert.Equal(["P000"], card.Read().Stored);
    }

    [Fact]
    public void Store_WhenPowerGoesInTheMiddle_CountsTheWritingAndIsStillAProgramme()
    {
        var card = Card();
        Store(card);
        var packets = Packets(Other);
        foreach (var packet in packets.SkipLast(2))
        {
            card.Hear(packet);
        }

        card.PowerCycle();

        // The pixels were replaced whole, the file that plays them was not: what the two make together is lit, and it was counted.
        Assert.Equal(2, card.Read().FlashWrites);
        Assert.Equal(["P000"], card.Read().Stored);
        Assert.Equal(8, Error(card.Hear(packets[^2])));
    }

    [Theory]
    [InlineData(4, 8, Label = "a file announced outside a transfer")]
    [InlineData(5, 8, Label = "a block of a file that was not announced")]
    [InlineData(8, 8, Label = "the end of a transfer that did not begin")]
    public void Store_WhenTheOrderIsWrong_RefusesAndKeepsNothing(int packet, int error)
    {
        var card = Card();

        Assert.Equal(error, Error(card.Hear(Packets(Base)[packet])));
        Assert.Empty(card.Read().Stored);
    }

    [Fact]
    public void Store_WhenAByteOfTheFileIsWrong_RefusesItByItsOwnCheckValue()
    {
        var card = Card();
        var good = Packets(Base, "file-block=30");
        var spoiled = Packets(Other, "file-block=30");
        Assert.Equal([0, 0, 0, 0, 0, 0], good.Take(6).Select(packet => Error(card.Hear(packet))));

        // The second block is that of another picture: every frame is right, the file is not.
        Assert.Equal(11, Error(card.Hear(spoiled[6])));
        Assert.Empty(card.Read().Stored);
        Assert.Equal(0, card.Read().FlashWrites);
    }

    [Fact]
    public void Store_WhenABlockIsMissing_RefusesTheNext()
    {
        var card = Card();
        var packets = Packets(Base, "file-block=10");
        Array.ForEach(packets[..6], packet => card.Hear(packet));

        Assert.Equal(16, Error(card.Hear(packets[7])));
    }

    [Fact]
    public void Store_WhenTheProgrammeIsForAnotherFace_IsRefused()
    {
        var other = PanelFace.Parse("32x8x1");
        var card = SimulatedCards.Create(TestCard.Model, other, new CardClock(TimeProvider.System));
        var errors = Packets(Base).Select(packet => Error(card.Hear(packet))).ToArray();

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 18, 0], errors);
    }

    [Fact]
    public void Delete_WhenAllFilesGo_LeavesTheGlassDarkAfterAPowerCut()
    {
        var card = Card();
        Store(card);
        var packets = new Bx6Adapter().Encode(new PanelCommand.ClearStored(["P000"]), TestCard.Model, Face, new Dictionary<string, string>());

        Assert.All(packets, packet => Assert.Equal(0, Error(card.Hear(packet))));
        card.PowerCycle();
        Assert.Null(card.Read().Digest);
        Assert.Equal(2, card.Read().FlashWrites);
    }

    [Fact]
    public void Files_WhenTheModelDoesNotStore_AreNoCommands()
    {
        var card = SimulatedCards.Create(TestCard.Model with { Capabilities = TestCard.Model.Capabilities with { Keep = false } }, Face, new CardClock(TimeProvider.System));

        Assert.Equal(2, Error(card.Hear(Packets(Base)[0])));
    }

    private static ISimulatedCard Card() => SimulatedCards.Create(TestCard.Model, Face, new CardClock(TimeProvider.System));

    private static Page Lit(int column) => new(
        PixelFrame.ParseMono(string.Join('\n', Enumerable.Repeat(new string('.', column) + "#" + new string('.', 15 - column), 8))),
        Effect.Static,
        TimeSpan.FromMilliseconds(20),
        TimeSpan.FromSeconds(4));

    private static void Store(ISimulatedCard card, Page? page = null) =>
        Assert.All(Packets(page ?? Base), packet => Assert.Equal(0, Error(card.Hear(packet))));

    private static byte[][] Packets(Page page, string? option = null)
    {
        var show = new Show(Face, TestCard.Model.Id, [new ShowPage(page, new Revision("test", page.Picture.Digest.Hex))]);
        var options = option is null ? [] : new Dictionary<string, string> { [option.Split('=')[0]] = option.Split('=')[1] };
        return [.. new Bx6Adapter().Encode(new PanelCommand.StoreShow(show, []), TestCard.Model, Face, options)];
    }

    // The error code of a reply: 0 for yes and for a reply with data.
    private static int Error(byte[] answer)
    {
        var packet = Assert.Single(new Bx6Adapter().Decode(answer));
        var field = packet.Fields.Single(field => field.Name == "error");
        return int.Parse(System.Text.RegularExpressions.Regex.Match(field.Value, @"error (\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
