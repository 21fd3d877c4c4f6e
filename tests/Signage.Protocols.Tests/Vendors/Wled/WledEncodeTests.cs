using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Tests.Vendors.Ddp;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Wled;
using static Signage.Protocols.Tests.Vendors.Ddp.TestDisplays;

namespace Signage.Protocols.Tests.Vendors.Wled;

public sealed class WledEncodeTests
{
    private readonly WledAdapter _adapter = new();

    public static TheoryData<PanelCommand, string> Commands => new()
    {
        { new PanelCommand.Ping(), "state-info-query" },
        { new PanelCommand.ReadStatus(), "state-info-query" },
        { new PanelCommand.SetPower(true), "power-on" },
        { new PanelCommand.SetBrightness(60), "brightness-60" },
        { new PanelCommand.ShowStreamed(), "show-stream" },
        { new PanelCommand.Blank(), "blank-4x2" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Encode_WhenAnyCommand_IsTheVector(PanelCommand command, string vector) =>
        Assert.Equal(ByteVector.Named("wled", vector).Bytes, Assert.Single(_adapter.Encode(command, Face(4, 2))));

    [Fact]
    public void Encode_WhenAPicture_IsWhatDdpWrites() => Assert.Equal(
        new DdpAdapter().Encode(Frame(Face(64, 32), 3, 5, 7), Face(64, 32)),
        _adapter.Encode(Frame(Face(64, 32), 3, 5, 7), Face(64, 32)));

    [Fact]
    public void Encode_WhenTheHostIsSet_NamesIt() => Assert.Contains(
        "Host: 192.168.1.40:8080\r\n",
        System.Text.Encoding.ASCII.GetString(Assert.Single(_adapter.Encode(new PanelCommand.Ping(), Face(4, 2), ("host", "192.168.1.40:8080")))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("host", "")]
    [InlineData("host", "a\r\nb")]
    [InlineData("seq", "1")]
    public void Encode_WhenAFieldOfARequestIsWrong_SaysSo(string name, string value) =>
        Assert.Throws<FormatException>(() => _adapter.Encode(new PanelCommand.Ping(), Face(4, 2), (name, value)));

    [Fact]
    public void Encode_WhenAPictureHasNoHost_SaysSo() => Assert.Throws<FormatException>(() => _adapter.Encode(new PanelCommand.Blank(), Face(4, 2), ("host", "a")));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "3")]
    [InlineData(50, "128")]
    [InlineData(100, "255")]
    public void Encode_WhenABrightness_IsOneOf255(int percent, string level) => Assert.EndsWith(
        $"{{\"bri\":{level}}}", System.Text.Encoding.ASCII.GetString(Assert.Single(_adapter.Encode(new PanelCommand.SetBrightness(percent), Face(4, 2)))), StringComparison.Ordinal);

    [Fact]
    public void Validate_WhenTheModelIsRight_HasNothingToSay() => Assert.Empty(_adapter.Validate(TestDisplays.Wled));

    [Fact]
    public void Validate_WhenThereIsNoHttpOrTooMuchLight_SaysBoth() => Assert.Equal(
        2, _adapter.Validate(TestDisplays.Wled with { Control = null, Brightness = new BrightnessScale(0, 256) }).Count());
}
