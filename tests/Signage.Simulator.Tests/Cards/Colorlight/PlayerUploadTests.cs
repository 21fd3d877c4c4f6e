using System.Text;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Protocols.Dialogues;

namespace Signage.Simulator.Tests.Cards.Colorlight;

/// <summary>Uploads as the document shows them and as others write them, and those that a player refuses.</summary>
public sealed class PlayerUploadTests
{
    private const string Sample = """
        {"Programs":{"Program":{"Information":{"Width":"4","Height":"2"},"Pages":[{"AppointDuration":"10000","LoopType":"1","BgColor":"0xFF000000",
        "Regions":[{"Name":"file 1","Layer":"1","Rect":{"X":"0","Y":"0","Width":"4","Height":"2"},"Items":[{"Type":"2","Duration":"10000","ReserveAS":"0",
        "inEffect":{"Type":"0","Time":"0"},"FileSource":{"IsRelative":"1","FilePath":".\\slogan.files\\p1.png","MD5":""}}]}]}]}}}
        """;

    private static readonly byte[] Picture = PngWriter.Write(
        4, 2, 2, [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 255, 0, 255, 0, 255, 255], y => y == 0 ? 4 : 2);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Upload_WhenAnotherWriterMadeIt_IsPlayedWhateverTheOrder(bool programmeFirst)
    {
        var player = new TestPlayer("4x2xrgb");
        (string, byte[])[] files = [("slogan.vsn", Encoding.UTF8.GetBytes(Sample)), ("p1.png", Picture)];
        Assert.Equal(200, Upload(player, "slogan.vsn", programmeFirst ? files : [files[1], files[0]]));

        var reading = player.Card.Read();
        Assert.Equal(PixelFrame.ParseRgb("RGBW\n.YMC"), reading.Glass);
        var page = Assert.Single(reading.Pages);
        Assert.Equal((Effect.Static, TimeSpan.FromSeconds(10), 1), (page.Effect, page.Stay, page.Repeat));
        Assert.Equal("slogan.vsn", player.Value("/api/info.json", "info", "playing", "name"));
    }

    [Fact]
    public void Upload_WhenItIsTheVendorsLeastProgramme_IsTakenAndLeavesTheGlassDark()
    {
        var player = new TestPlayer("128x64xrgb");
        Assert.Equal(200, player.Ask("POST", "/api/program/least.vsn", Encoding.UTF8.GetString(Programme("least-programme"))).Status);
        Assert.Equal("least.vsn", player.Value("/api/info.json", "info", "playing", "name"));
        Assert.True(player.Card.Read().Glass.IsDark);
        Assert.Empty(player.Card.Read().Pages);
    }

    [Fact]
    public void Upload_WhenItIsTheVendorsSample_IsPlayed()
    {
        var player = new TestPlayer("128x64x1");
        var samples = Enumerable.Repeat((byte)255, 128 * 64).ToArray();
        Assert.Equal(200, Upload(player, "slogan.vsn", ("slogan.vsn", Programme("picture-programme")), ("p1.png", PngWriter.Write(128, 64, 0, samples, _ => 1))));
        Assert.DoesNotContain('.', player.Card.Read().Glass.ToString());
    }

    [Fact]
    public void Upload_WhenNumbersAreNumbers_IsTakenToo()
    {
        var player = new TestPlayer("4x2xrgb");
        var plain = Sample.Replace("\"Duration\":\"10000\"", "\"Duration\":7000", StringComparison.Ordinal).Replace("\"X\":\"0\"", "\"X\":0", StringComparison.Ordinal);
        Assert.Equal(200, Upload(player, "slogan.vsn", ("slogan.vsn", Encoding.UTF8.GetBytes(plain)), ("p1.png", Picture)));
        Assert.Equal(TimeSpan.FromSeconds(7), player.Card.Read().Pages.Single().Stay);
    }

    [Fact]
    public void Upload_WhenThePictureHasAnotherSize_IsStretchedToTheRegion()
    {
        var player = new TestPlayer("4x2xrgb");
        Assert.Equal(200, Upload(player, "slogan.vsn", ("slogan.vsn", Encoding.UTF8.GetBytes(Sample)), ("p1.png", PngWriter.Write(2, 1, 2, [255, 0, 0, 0, 255, 0], _ => 0))));
        Assert.Equal(PixelFrame.ParseRgb("RRGG\nRRGG"), player.Card.Read().Glass);
    }

    [Fact]
    public void Upload_WhenThePageLastsAGivenTime_IsCutToIt()
    {
        var player = new TestPlayer("4x2xrgb");
        var cut = Sample.Replace("\"LoopType\":\"1\"", "\"LoopType\":\"0\"", StringComparison.Ordinal).Replace("\"AppointDuration\":\"10000\"", "\"AppointDuration\":\"3000\"", StringComparison.Ordinal);
        Assert.Equal(200, Upload(player, "slogan.vsn", ("slogan.vsn", Encoding.UTF8.GetBytes(cut)), ("p1.png", Picture)));
        Assert.Equal(TimeSpan.FromSeconds(3), player.Card.Read().Pages.Single().Stay);
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "a file that did not come", "p1.png", "p2.png" },
        { "a file of another programme", @".\\slogan.files\\", @".\\other.files\\" },
        { "a path upwards", @".\\slogan.files\\p1.png", @".\\slogan.files\\..\\p1.png" },
        { "no JSON", "{\"Programs\"", "{Programs" },
        { "no pages", "\"Pages\"", "\"pages\"" },
        { "no place", "\"Rect\"", "\"rect\"" },
        { "a place outside of the glass", "\"X\":\"0\"", "\"X\":\"1\"" },
        { "a negative place", "\"Y\":\"0\"", "\"Y\":\"-1\"" },
        { "an unknown kind", "\"Type\":\"2\"", "\"Type\":\"1\"" },
        { "no duration", "\"Duration\":\"10000\",\"ReserveAS\"", "\"ReserveAS\"" },
        { "a duration of nothing", "\"Duration\":\"10000\",\"ReserveAS\"", "\"Duration\":\"0\",\"ReserveAS\"" },
        { "an unknown way of coming in", "\"inEffect\":{\"Type\":\"0\"", "\"inEffect\":{\"Type\":\"49\"" },
        { "a number that is none", "\"Width\":\"4\",\"Height\":\"2\"},\"Items\"", "\"Width\":\"four\",\"Height\":\"2\"},\"Items\"" },
        { "no file source for a picture", "\"FileSource\"", "\"Source\"" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Upload_WhenTheProgrammeIsBroken_IsRefusedAndChangesNothing(string what, string from, string to)
    {
        var player = new TestPlayer("4x2xrgb");
        Assert.Contains(from, Sample, StringComparison.Ordinal);
        Assert.True(Upload(player, "slogan.vsn", ("slogan.vsn", Encoding.UTF8.GetBytes(Sample.Replace(from, to, StringComparison.Ordinal))), ("p1.png", Picture)) == 400, what);
        Assert.Equal((0, 1), (player.Card.Read().FlashWrites, player.Card.Read().PacketsRefused));
        Assert.Equal("", player.Value("/api/info.json", "info", "playing", "name"));
    }

    [Fact]
    public void Upload_WhenTheFormIsBroken_IsRefused()
    {
        var player = new TestPlayer("4x2xrgb");
        var programme = ("slogan.vsn", Encoding.UTF8.GetBytes(Sample));
        Assert.Equal(400, Upload(player, "other.vsn", programme, ("p1.png", Picture)));
        Assert.Equal(400, Upload(player, "slogan.txt", programme, ("p1.png", Picture)));
        Assert.Equal(400, Upload(player, "slogan.vsn", programme, ("p1.png", Picture), ("p1.png", Picture)));
        Assert.Equal(400, Upload(player, "slogan.vsn", programme, ("p1.png", Picture[..^20])));
        Assert.Equal(400, Upload(player, "slogan.vsn", ("p1.png", Picture)));
        Assert.Equal(400, player.Ask(new WireMessage.Request("POST", "/api/program/slogan.vsn", "multipart/form-data", Form("b", programme)))!.Status);
        Assert.Equal(400, player.Ask(new WireMessage.Request("POST", "/api/program/slogan.vsn", "multipart/form-data; boundary=c", Form("b", programme)))!.Status);
        Assert.Equal(400, player.Ask(new WireMessage.Request("POST", "/api/program/slogan.vsn", "text/plain", Form("b", programme)))!.Status);
        Assert.Equal(0, player.Card.Read().FlashWrites);
    }

    [Fact]
    public void Upload_WhenCutAnywhere_IsRefused()
    {
        var player = new TestPlayer("4x2xrgb");
        var form = Form("b", ("slogan.vsn", Encoding.UTF8.GetBytes(Sample)), ("p1.png", Picture));
        for (var length = 0; length < form.Length - 4; length++)
        {
            var reply = player.Ask(new WireMessage.Request("POST", "/api/program/slogan.vsn", "multipart/form-data; boundary=b", form.AsMemory(0, length)));
            Assert.Equal(400, reply!.Status);
        }
    }

    [Fact]
    public void Upload_WhenTheNameIsEscaped_IsReadAsItIsMeant()
    {
        var player = new TestPlayer("4x2xrgb");
        var programme = Sample.Replace("slogan.files", "标语.files", StringComparison.Ordinal);
        Assert.Equal(200, Upload(player, "%E6%A0%87%E8%AF%AD.vsn", ("标语.vsn", Encoding.UTF8.GetBytes(programme)), ("p1.png", Picture)));
        Assert.Equal("标语.vsn", player.Value("/api/info.json", "info", "playing", "name"));
        Assert.Equal(["标语.vsn"], player.Card.Read().Stored);
    }

    private static int Upload(TestPlayer player, string name, params (string Name, byte[] Data)[] files) =>
        player.Ask(new WireMessage.Request("POST", $"/api/program/{name}", "multipart/form-data; boundary=\"b\"", Form("b", files)))!.Status;

    // As another program writes it: fields in its own order, a preamble, no content types.
    private static byte[] Form(string boundary, params (string Name, byte[] Data)[] files) =>
    [
        .. files.SelectMany((file, index) => (byte[])
            [.. Encoding.UTF8.GetBytes($"{(index == 0 ? "" : "\r\n")}--{boundary}\r\ncontent-disposition: form-data; filename=\"{file.Name}\"; name=f{files.Length - index}\r\n\r\n"), .. file.Data]),
        .. Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n"),
    ];

    // The programme of a request, which is all that stands in braces.
    private static byte[] Programme(string vector)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var lines = File.ReadLines(Path.Combine(folder, "tests/Signage.Protocols.Tests/Vectors/colorlight-player", $"{vector}.txt"));
        var bytes = Convert.FromHexString(string.Concat(lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')[0])));
        return bytes[Array.IndexOf(bytes, (byte)'{')..(Array.LastIndexOf(bytes, (byte)'}') + 1)];
    }
}
