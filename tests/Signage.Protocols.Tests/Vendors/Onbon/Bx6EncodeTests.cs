using System.Globalization;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>The same input gives the bytes that the vendor's own software sent.</summary>
public sealed class Bx6EncodeTests
{
    private const string Sdk = "random=15 ";
    private const string SdkArea = "area=1 timeout=60 all-programs=1 mode=2 clear=1 speed=10 stay=400";

    public static TheoryData<string, PanelCommand, string> Commands => new()
    {
        { "ping", new PanelCommand.Ping(), Sdk + "device-type=FEFF seq=3574" },
        { "ping-repeat", new PanelCommand.Ping(), Sdk + "device-type=FEFF seq=3654" },
        { "power-on", new PanelCommand.SetPower(true), Sdk + "seq=3684" },
        { "power-off", new PanelCommand.SetPower(false), Sdk + "seq=3690" },
        { "brightness-level-8-manual", new PanelCommand.SetBrightness(47), Sdk + "seq=3718" },
        { "set-clock", new PanelCommand.SetClock(DateTimeOffset.Parse("2026-11-23T16:50:43+08:00", CultureInfo.InvariantCulture)), Sdk + "seq=3870" },
        { "delete-dynamic-area-1", new PanelCommand.DeleteAreas(1), "" },
        { "delete-all-dynamic-areas", new PanelCommand.DeleteAreas(null), "address=FFFF length-field=zero" },
    };

    public static TheoryData<string, ColourAbility> Pictures => new()
    {
        { "dynamic-area-1-16x8-single-colour", ColourAbility.Single },
        { "dynamic-area-1-16x8-dual-colour", ColourAbility.Dual },
        { "dynamic-area-1-16x8-seven-colour", ColourAbility.Seven },
        { "dynamic-area-1-16x8-full-colour-888", ColourAbility.Full },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Encode_WhenTheInputIsTheRecordedOne_GivesTheRecordedBytes(string vector, PanelCommand command, string options) =>
        AssertSame(vector, new Bx6Adapter().Encode(command, TestCards.Q2, PanelFace.Parse("16x8x1"), Options(options)));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Encode_WhenThePictureIsTheRecordedOne_GivesTheRecordedBytes(string vector, ColourAbility colour)
    {
        var face = new PanelFace(new PixelSize(16, 8), colour);
        var corner = "RGY............." + string.Concat(Enumerable.Repeat("\n................", 6)) + "\n...............R";
        var picture = colour switch
        {
            ColourAbility.Single => PixelFrame.ParseMono(corner.Replace('R', '#').Replace('G', '#').Replace('Y', '#')),
            ColourAbility.Dual => PixelFrame.ParseDual(corner),
            _ => PixelFrame.ParseRgb(corner),
        };
        AssertSame(vector, new Bx6Adapter().Encode(Load(picture, face), TestCards.Q2, face, Options(SdkArea)));
    }

    [Fact]
    public void Encode_WhenThePictureHoldsEveryReservedByte_GivesTheSampleOfTheVendor()
    {
        var face = PanelFace.Parse("8x2xrgb");
        var picture = PixelFrame.Create(face.Size, face.Layout, 0, (cells, _) =>
        {
            cells[0] = 0xFF;
            (cells[9], cells[10], cells[11]) = (0xA5, 0x5A, 0x5B);
            cells[24 + 21 + 1] = 0xFF;
        });
        var bytes = new Bx6Adapter().Encode(
            Load(picture, face), TestCards.Q2, face, Options("address=FFFF immediate=0 mode=1 clear=0 speed=0 stay=500 length-field=zero"));
        AssertSame("dynamic-area-0-8x2-rgb888", bytes);
    }

    [Theory]
    [InlineData("colour=3", "'colour' 不是 onbon-bx6 的字段", "is not a field of onbon-bx6; there are: address, source,")]
    [InlineData("seq=70000", "seq: '70000' 不对", "0 到 65535 的整数 (a whole number from 0 to 65535)")]
    [InlineData("address=XYZ", "address: 'XYZ' 不对", "四位十六进制数，低字节在前，0000 到 FFFF，例如 0100 (four hex digits, low byte first, 0000 to FFFF, such as 0100)")]
    [InlineData("phy=300", "phy: '300' 不对", "两位十六进制数，00 到 FF (two hex digits, 00 to FF)")]
    [InlineData("lead=0", "lead: '0' 不对", "1 到 16 的整数 (a whole number from 1 to 16)")]
    [InlineData("length-field=long", "length-field: 'long' 不对", "true 或 zero (true or zero)")]
    public void Encode_WhenAFieldIsWrong_SaysWhichAndWhatItTakes(string option, string complaint, string takes)
    {
        var wrong = Assert.Throws<FormatException>(
            () => new Bx6Adapter().Encode(new PanelCommand.Ping(), TestCards.Q2, PanelFace.Parse("16x8x1"), Options(option)));
        Assert.StartsWith(complaint, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(takes, wrong.Message, StringComparison.Ordinal);
    }

    public static TheoryData<PanelCommand, string, string> Misplaced => new()
    {
        { new PanelCommand.Ping(), "area=2", "address, source, device-type, protocol-type, phy, max-frame, seq, random, lead, tail" },
        { new PanelCommand.SetPower(true), "length-field=zero", "address, source, device-type, protocol-type, phy, max-frame, seq, random, lead, tail" },
        { new PanelCommand.DeleteAreas(1), "area=2", "address, source, device-type, length-field, lead, tail" },
        { new PanelCommand.Blank(), "seq=1", "address, source, device-type, area, run-mode, timeout, all-programs, immediate, clear, mode, speed, stay, repeat, valid-width, length-field, lead, tail" },
    };

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void Encode_WhenThePacketHasNoSuchField_RefusesIt(PanelCommand command, string option, string has)
    {
        var wrong = Assert.Throws<FormatException>(() => new Bx6Adapter().Encode(command, TestCards.Q2, PanelFace.Parse("16x8x1"), Options(option)));
        Assert.StartsWith($"{option[..option.IndexOf('=', StringComparison.Ordinal)]}: 这条命令的报文没有这个字段", wrong.Message, StringComparison.Ordinal);
        Assert.EndsWith($"it has: {has})", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_WhenTheContentExceedsAPacket_SaysHowMuch()
    {
        var face = PanelFace.Parse("256x128xrgb");
        var wrong = Assert.Throws<NotSupportedException>(() => new Bx6Adapter().Encode(
            Load(PixelFrame.Dark(face.Size, face.Layout), face), TestCards.Q2, face, Options("")));
        Assert.Contains("98", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("64512", wrong.Message, StringComparison.Ordinal);
    }

    private static PanelCommand.LoadPages Load(PixelFrame picture, PanelFace face)
    {
        var page = new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(4));
        return new PanelCommand.LoadPages(new Show(face, "onbon/bx-6q2", [new ShowPage(page, new Revision("picture", picture.Digest.Hex))]));
    }

    private static Dictionary<string, string> Options(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static void AssertSame(string vector, IReadOnlyList<byte[]> packets) =>
        Assert.Equal(Convert.ToHexString(ByteVector.Named("onbon-bx6", vector).Bytes), Convert.ToHexString(Assert.Single(packets)));
}
