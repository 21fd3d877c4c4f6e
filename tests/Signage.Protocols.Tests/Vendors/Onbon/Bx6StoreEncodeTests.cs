using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Storing the recorded picture gives the nine packets that the vendor's own software sent, byte for byte.</summary>
public sealed class Bx6StoreEncodeTests
{
    // The recorded pixels are those of a dual-colour screen, although the recording calls itself single colour.
    private static readonly PanelFace Face = PanelFace.Parse("16x8x2");

    // Sequence numbers as recorded, little-endian on the wire: FC58, 1259 …
    public static TheoryData<int, string, int> Steps => new()
    {
        { 0, "1-begin-transfer", 0x58FC },
        { 1, "2-directory-size", 0x5912 },
        { 2, "3-directory-block", 0x592A },
        { 3, "4-free-space", 0x5976 },
        { 4, "5-start-write-file-d000", 0x5988 },
        { 5, "6-write-file-block-d000", 0x599E },
        { 6, "7-start-write-file-p000", 0x59B2 },
        { 7, "8-write-file-block-p000", 0x59B4 },
        { 8, "9-end-transfer", 0x59BA },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Encode_WhenThePictureIsTheRecordedOne_GivesTheRecordedBytes(int step, string vector, int sequence)
    {
        var packets = Packets(new PanelCommand.StoreShow(Recorded(), []), $"random=9 mode=2 speed=10 stay=400 first-day=1123 seq={sequence}");

        Assert.Equal(9, packets.Count);
        Assert.Equal(Convert.ToHexString(ByteVector.Named("onbon-bx6", $"stored-programme-step-{vector}").Bytes), Convert.ToHexString(packets[step]));
    }

    [Fact]
    public void Encode_WhenAShowIsKept_IsTheSameAsStoringIt() => Assert.Equal(
        Packets(new PanelCommand.StoreShow(Recorded(), []), "seq=1").Select(Convert.ToHexString),
        Packets(new PanelCommand.LoadPages(Recorded(), Keep: true), "seq=1").Select(Convert.ToHexString));

    [Fact]
    public void Encode_WhenAFileIsLongerThanABlock_SendsItInOrderAndMarksTheLast()
    {
        var blocks = Packets(new PanelCommand.StoreShow(Recorded(), []), "file-block=30")
            .Select(packet => Bx6Body.ReadRequest(Bx6Talk.Read(packet).Body, out _)!)
            .Where(body => body.Command == Bx6Commands.FileBlock && Bx6File.ReadName(body.Data.Span[..4]) == "D000").ToArray();

        Assert.Equal([(0, 0, 30), (0, 30, 30), (1, 60, 21)], blocks.Select(body => ((int)body.Data.Span[4], (int)BitConverter.ToUInt32(body.Data.Span[5..9]), body.Data.Length - 9)));
    }

    [Fact]
    public void Read_WhenTheFilesAreTheRecordedOnes_GivesTheProgramme()
    {
        var pixels = File("6-write-file-block-d000");
        var programme = File("8-write-file-block-p000");
        var read = Bx6Programme.Read(programme, pixels)!;
        var page = Assert.Single(read.Area.Pages);

        Assert.True(pixels.IsWhole && programme.IsWhole);
        Assert.Equal((0, 16, 8, 0), (read.Number, read.Area.Width, read.Area.Height, read.Area.AreaType));
        Assert.Equal((2, 10, 400, 1, 16, 64), (page.DisplayMode, page.Speed, page.Stay, page.Repeat, page.ValidWidth, page.Bitmap.Length));
        Assert.Equal(["FFFFFF5F", "FFFFFF9F"], [Convert.ToHexString(page.Bitmap.Span[..4]), Convert.ToHexString(page.Bitmap.Span[32..36])]);
    }

    private static Bx6File File(string vector)
    {
        var data = Bx6Body.ReadRequest(Bx6Talk.Read(ByteVector.Named("onbon-bx6", $"stored-programme-step-{vector}").Bytes).Body, out _)!.Data;
        return new Bx6File(Bx6File.ReadName(data.Span[..4]), data.Span[9], data[9..]);
    }

    private static Show Recorded()
    {
        var corner = "RGY............." + string.Concat(Enumerable.Repeat("\n................", 6)) + "\n...............R";
        var page = new Page(PixelFrame.ParseDual(corner), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(4));
        return new Show(Face, "onbon/bx-6q2", [new ShowPage(page, new Revision("picture", page.Picture.Digest.Hex))]);
    }

    private static IReadOnlyList<byte[]> Packets(PanelCommand command, string options) => new Bx6Adapter().Encode(
        command, TestCards.Q2, Face, options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]));
}
