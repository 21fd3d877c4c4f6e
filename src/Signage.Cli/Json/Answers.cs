using System.Text.Json;
using System.Text.Json.Serialization;
using Signage.Controller.Hosting;
using Signage.Core.Shows;
using Signage.Protocols.Wire;
using Signage.Renderer.Typesetting;
using Signage.Simulator.Cards;

namespace Signage.Cli.Json;

/// <summary>The answer of <c>profile check --json</c>.</summary>
/// <param name="Valid">True when nothing is wrong.</param>
/// <param name="Profiles">The ids of the models that were checked.</param>
/// <param name="Errors">Every fault, a line each.</param>
internal sealed record ProfileCheckAnswer(bool Valid, IReadOnlyList<string> Profiles, IReadOnlyList<string> Errors);

/// <summary>The answer of <c>render --explain --json</c>.</summary>
/// <param name="Layout">static, lines, scroll or pages.</param>
/// <param name="Font">Name of the font.</param>
/// <param name="Size">Character cell height in pixels.</param>
/// <param name="Lines">The lines as set.</param>
/// <param name="SecondsToRead">Seconds until everything was readable once.</param>
/// <param name="Reasons">Why this layout.</param>
internal sealed record LayoutAnswer(
    string Layout, string Font, int Size, IReadOnlyList<string> Lines, double SecondsToRead, IReadOnlyList<string> Reasons)
{
    /// <summary>The answer for a layout.</summary>
    public static LayoutAnswer Of(TextLayout layout) => new(
        JsonNamingPolicy.CamelCase.ConvertName(layout.Kind.ToString()), layout.Font, layout.Size, layout.Lines, layout.SecondsToRead, layout.Reasons);
}

/// <summary>The answer of <c>encode --json</c>.</summary>
/// <param name="Packets">The packets in order, upper-case hex.</param>
internal sealed record EncodeAnswer(IReadOnlyList<string> Packets);

/// <summary>One packet in <c>decode --json</c>.</summary>
/// <param name="Offset">Where it starts, in bytes of its stream.</param>
/// <param name="Length">How many bytes it takes.</param>
/// <param name="Packet">What it is.</param>
/// <param name="Valid">True when it reads and its checksums are right.</param>
/// <param name="Error">Why it is not valid; null when it is.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record PacketRow(int Offset, int Length, string Packet, bool Valid, string? Error, IReadOnlyList<WireField> Fields)
{
    /// <summary>Which way of which connection; only for recordings of a network.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stream { get; init; }

    /// <summary>The row of a packet.</summary>
    public static PacketRow Of(DecodedPacket packet, string? stream) =>
        new(packet.Offset, packet.Length, packet.Packet, packet.Valid, packet.Error, packet.Fields) { Stream = stream };
}

/// <summary>The first line of <c>sim --json</c>.</summary>
/// <param name="Listening">The endpoint that a controller uses.</param>
/// <param name="View">Where the glass can be looked at; null when nobody asked.</param>
internal sealed record ListeningAnswer(string Listening, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? View);

/// <summary>The last line of <c>sim --json</c>.</summary>
/// <param name="Verdict">What the panel saw.</param>
internal sealed record VerdictAnswer(Verdict Verdict);

/// <summary>What a simulated panel saw until it was stopped.</summary>
/// <param name="PacketsTaken">Packets that were accepted.</param>
/// <param name="PacketsRefused">Packets that were refused or malformed.</param>
/// <param name="Digest">The show digest of what it holds; null when it holds nothing.</param>
/// <param name="Pages">How many pages it holds.</param>
/// <param name="PoweredOn">Whether it is lit.</param>
/// <param name="Brightness">Its brightness in the card's own scale.</param>
internal sealed record Verdict(int PacketsTaken, int PacketsRefused, string? Digest, int Pages, bool PoweredOn, int Brightness)
{
    /// <summary>The verdict on a card.</summary>
    public static Verdict Of(GlassReading reading) => new(
        reading.PacketsTaken, reading.PacketsRefused, reading.Digest?.Hex, reading.Pages.Count, reading.PoweredOn, reading.Brightness);
}

/// <summary>The only line of <c>run --json</c> and <c>demo --json</c>, printed once the site has started.</summary>
/// <param name="Running">The site.</param>
internal sealed record RunningAnswer(RunningSite Running)
{
    /// <summary>The answer for a site.</summary>
    public static RunningAnswer Of(SiteAddress site) => new(new RunningSite(site.Data, site.Page?.ToString()));
}

/// <summary>A site that runs.</summary>
/// <param name="Data">Its data folder, which holds its control socket.</param>
/// <param name="Page">The address of its page; null when it serves none.</param>
internal sealed record RunningSite(string Data, string? Page);

/// <summary>The answer of <c>show --json</c>.</summary>
/// <param name="Outcome">How the conversation ended.</param>
/// <param name="Evidence">What is proved: none or acknowledged, never more.</param>
/// <param name="Desired">The show digest of what was sent.</param>
/// <param name="Bytes">Bytes sent.</param>
/// <param name="PredictedMilliseconds">How long they were to take; null where the link has no known pace.</param>
/// <param name="ElapsedMilliseconds">How long the conversation took.</param>
/// <param name="Detail">What the card said; null when nothing.</param>
internal sealed record ShowAnswer(
    string Outcome, string Evidence, string Desired, int Bytes, double? PredictedMilliseconds, double ElapsedMilliseconds, string? Detail);
