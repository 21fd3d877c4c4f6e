using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;
using Signage.Protocols.Wire.Http;
using Signage.Protocols.Wire.Mqtt;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>
/// The packets of a plan without a clock: as they go to one that has an empty loop, keeps the settings of the factory, and does everything right at once.
/// </summary>
/// <param name="link">Which way.</param>
/// <param name="options">What they are addressed to.</param>
internal sealed class AwtrixRehearsal(AwtrixLink link, AwtrixOptions options)
{
    // src/Globals.cpp of the firmware: what it keeps before anybody has changed it.
    private static readonly KeyValuePair<string, string>[] OfTheFactory =
    [
        new("ATRANS", "true"), new("TEFF", "1"), new("TSPEED", "400"), new("ATIME", "7"), new("BLOCKN", "false"), new("TIM", "true"), new("DAT", "false"),
        new("TEMP", "true"), new("HUM", "true"), new("BAT", "true"), new("BRI", "120"), new("ABRI", "false"), new("OVERLAY", "clear"),
    ];

    /// <summary>The packets in order.</summary>
    public IReadOnlyList<byte[]> Packets(IAwtrixPlan plan)
    {
        var packets = new List<byte[]>();
        var loop = new List<string>();
        var memory = new AwtrixMemory { Settings = link == AwtrixLink.Http ? OfTheFactory : null };
        foreach (var step in plan.Steps(memory, LineHistory.Unknown).TakeWhile(step => step is not AwtrixStep.End))
        {
            packets.AddRange(AwtrixWays.Of(step, link).Select(exchange => Bytes(exchange.Message)));
            if (step is AwtrixStep.Tell { Word: { Payload.IsEmpty: false } word } && word.Name.StartsWith(AwtrixWord.Custom, StringComparison.Ordinal)
                && word.Name[AwtrixWord.Custom.Length..] is var app && !loop.Contains(app))
            {
                loop.Add(app);
            }

            (memory.Loop, memory.Screen, memory.Stats) = ([.. loop], plan.Picture, [new("matrix", "true")]);
        }

        return packets;
    }

    private byte[] Bytes(WireMessage message) => message switch
    {
        WireMessage.Topic topic => MqttCodec.Bytes(new MqttPublish($"{options.Prefix}/{topic.Name}", topic.Payload)),
        WireMessage.Request request => HttpCodec.Bytes(request, options.Host),
        _ => [],
    };
}
