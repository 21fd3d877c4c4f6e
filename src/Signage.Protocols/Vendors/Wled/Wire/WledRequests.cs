using System.Globalization;
using System.Text;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Vendors.Wled.Wire;

/// <summary>What is asked over HTTP (docs/protocols/wled.md, section 2).</summary>
internal static class WledRequests
{
    /// <summary>Its state and what it says of itself, in one answer.</summary>
    public static WireMessage.Request StateAndInfo { get; } = WireMessage.Request.Get("/json/si");

    /// <summary>Switches the LEDs.</summary>
    public static WireMessage.Request Power(bool on) => State($$"""{"on":{{(on ? "true" : "false")}}}""");

    /// <summary>Sets the brightness of everything.</summary>
    /// <param name="level">0 to 255; 0 switches off, anything else switches on.</param>
    public static WireMessage.Request Brightness(int level) => State(string.Create(CultureInfo.InvariantCulture, $$"""{"bri":{{level}}}"""));

    /// <summary>Ends the override that hides streams.</summary>
    public static WireMessage.Request ShowStreamed { get; } = State("""{"lor":0}""");

    private static WireMessage.Request State(string json) => new("POST", "/json/state", "application/json", Encoding.ASCII.GetBytes(json));
}
