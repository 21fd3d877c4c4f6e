using System.Text;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Wire;

namespace Signage.Cli.Tests.Doubles;

/// <summary>A protocol for tests: one packet that spells the command, one that spells the fields; a capture is packets parted by line feeds.</summary>
internal sealed class BenchAdapter : IPanelAdapter
{
    public const string Name = "bench";

    public string Protocol => Name;

    public IEnumerable<string> Validate(DeviceProfile profile) => [];

    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face) => [];

    public string? Address(DeviceProfile profile) => null;

    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face) => throw new NotSupportedException("The bench has no line.");

    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options)
    {
        if (options.Keys.FirstOrDefault(name => name is not ("seq" or "area")) is { } unknown)
        {
            throw new FormatException($"There is no field '{unknown}'; there are seq and area.");
        }

        var fields = string.Join(",", options.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        byte[] spelled = Encoding.ASCII.GetBytes(command.ToString()!);
        return fields.Length == 0 ? [spelled] : [spelled, Encoding.ASCII.GetBytes(fields)];
    }

    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture)
    {
        var packets = new List<DecodedPacket>();
        var start = 0;
        foreach (var word in Encoding.Latin1.GetString(capture.Span).Split('\n'))
        {
            var error = word == "bad" ? "the sum is wrong" : null;
            packets.Add(new DecodedPacket(start, word.Length, word, error, [new WireField(start, word.Length, "word", word)]));
            start += word.Length + 1;
        }

        return packets;
    }
}
