using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix.Plans;

/// <summary>
/// What has to be so that the loop alone is seen, and plays as it should: docs/protocols/awtrix.md, section 5. Settings go to the flash of the clock, so
/// they are written only where they differ; over MQTT nobody can ask for them, and they are written once for each fresh link.
/// </summary>
/// <param name="link">Which way.</param>
/// <param name="longestStay">Seconds for which an app stands that names no time of its own: as long as the longest of ours.</param>
internal sealed class AwtrixUpkeep(AwtrixLink link, int longestStay)
{
    // Slide with one tick of 23 ms: its only picture is the old one, unmoved. Random is 0, and every other effect mixes too when it is given time.
    private const int Slide = 1;
    private const int OneTickMilliseconds = 30;
    private const string Overlay = "OVERLAY";
    private const string Clear = "clear";
    private const int Indicators = 3;

    private KeyValuePair<string, object>[] Wanted =>
    [
        new("ATRANS", true),
        new("TEFF", Slide),
        new("TSPEED", OneTickMilliseconds),
        new("ATIME", longestStay),
        new("BLOCKN", true),
        new("TIM", false),
        new("DAT", false),
        new("TEMP", false),
        new("HUM", false),
        new("BAT", false),
    ];

    /// <summary>The steps.</summary>
    public IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history)
    {
        // A dropped word over MQTT would never be noticed; the others are said each time for that reason, and change nothing when they were heard before.
        yield return Tell(AwtrixWord.Bare(AwtrixWord.Moodlight));
        yield return new AwtrixStep.ReadSettings();
        var differing = link == AwtrixLink.Mqtt
            ? history == LineHistory.Unknown ? Wanted : []
            : [.. Wanted.Where(pair => Differs(memory, pair))];
        if (differing.Length > 0)
        {
            yield return Tell(Settings(differing));
        }

        if (AwtrixMemory.Find(memory.Settings, Overlay) != Clear)
        {
            // Alone in its object this one is not written to the flash.
            yield return Tell(Settings([new(Overlay, Clear)]));
        }

        if (link == AwtrixLink.Http)
        {
            yield return new AwtrixStep.ReadStats();
        }

        for (var number = 1; number <= Indicators; number++)
        {
            if (link == AwtrixLink.Mqtt || IsTrue(AwtrixMemory.Find(memory.Stats, AwtrixWord.Indicator(number))))
            {
                yield return Tell(AwtrixWord.Bare(AwtrixWord.Indicator(number)));
            }
        }
    }

    /// <summary>The word that writes settings.</summary>
    public static AwtrixWord Settings(IEnumerable<KeyValuePair<string, object>> values)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                json.WritePropertyName(name);
                switch (value)
                {
                    case bool flag:
                        json.WriteBooleanValue(flag);
                        break;
                    case int number:
                        json.WriteNumberValue(number);
                        break;
                    default:
                        json.WriteStringValue((string)value);
                        break;
                }
            }

            json.WriteEndObject();
        }

        return new AwtrixWord(AwtrixWord.Settings, output.WrittenSpan.ToArray());
    }

    /// <summary>True for the truth as a report writes it.</summary>
    public static bool IsTrue(string? value) => string.Equals(value, bool.TrueString, StringComparison.OrdinalIgnoreCase);

    // A setting that the clock does not name is one that it does not have: a clock without a battery has no battery app.
    private static bool Differs(AwtrixMemory memory, KeyValuePair<string, object> wanted) =>
        AwtrixMemory.Find(memory.Settings, wanted.Key) is { } kept
        && !string.Equals(kept, Convert.ToString(wanted.Value, CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);

    private static AwtrixStep.Tell Tell(AwtrixWord word) => new(word);
}
