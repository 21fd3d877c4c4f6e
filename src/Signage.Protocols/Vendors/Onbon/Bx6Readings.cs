using System.Globalization;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>What the replies to queries say.</summary>
internal static class Bx6Readings
{
    /// <summary>The reading of a reply; null when it makes no sense.</summary>
    public static PanelReading? Of(Bx6Body reply) => (reply.Group, reply.Command & ~Bx6Commands.ReplyBit) switch
    {
        (Bx6Commands.Control, Bx6Commands.Ping) => Bx6PingReply.Read(reply.Data) is { } ping ? Ping(ping) : null,
        (Bx6Commands.Control, Bx6Commands.Status) => Bx6StatusReply.Read(reply.Data) is { } status
            ? new PanelReading(status.Values()) { PoweredOn = status.On != 0, Clock = status.Clock, HasTimer = status.Timed != 0 }
            : null,
        _ => new PanelReading([new("data", Convert.ToHexString(reply.Data.Span))]),
    };

    private static PanelReading Ping(Bx6PingReply ping)
    {
        var colour = ping.Colour switch { 1 => "1", 3 => "2", 7 => "3", 0xFF => "rgb", _ => "?" };
        var text = string.Create(CultureInfo.InvariantCulture, $"{ping.Width}x{ping.Height}x{colour}");
        return new PanelReading(ping.Values())
        {
            Face = PanelFace.TryParse(text, out var face) ? face : null,
            ScreenConfigured = ping.ParametersLoaded != 0,
            DeviceType = Bx6Hex.OnWire(ping.DeviceType),
            PoweredOn = ping.On != 0,
        };
    }
}
