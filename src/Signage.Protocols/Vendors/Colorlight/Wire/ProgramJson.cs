using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>
/// The programme as the player reads it, keys and their case as in the vendor's samples, numbers as texts like there: docs/protocols/colorlight.md,
/// section 3.
/// </summary>
internal static class ProgramJson
{
    private const string Black = "0xFF000000";
    private const string FrameColour = "0xFFFFFF00";
    private const string Picture = "2";

    /// <summary>Writes a programme.</summary>
    public static byte[] Write(PlayerProgram program)
    {
        var room = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartObject();
            json.WriteStartObject("Programs");
            json.WriteStartObject("Program");
            json.WriteStartObject("Information");
            Number(json, "Width", program.Size.Width);
            Number(json, "Height", program.Size.Height);
            json.WriteEndObject();
            json.WriteStartArray("Pages");
            Page(json, program);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return room.WrittenSpan.ToArray();
    }

    private static void Page(Utf8JsonWriter json, PlayerProgram program)
    {
        json.WriteStartObject();
        Number(json, "AppointDuration", program.PageDuration);
        Number(json, "LoopType", program.LoopType);
        json.WriteString("BgColor", Black);
        json.WriteStartArray("Regions");
        json.WriteStartObject();
        json.WriteString("Name", "face");
        Number(json, "Layer", 1);
        Number(json, "IsScheduleRegion", 0);
        json.WriteStartObject("Rect");
        Number(json, "X", 0);
        Number(json, "Y", 0);
        Number(json, "Width", program.Size.Width);
        Number(json, "Height", program.Size.Height);
        Number(json, "BorderWidth", 0);
        json.WriteString("BorderColor", FrameColour);
        json.WriteEndObject();
        json.WriteStartArray("Items");
        foreach (var item in program.Items)
        {
            Item(json, program.Name, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, string program, PlayerItem item)
    {
        json.WriteStartObject();
        json.WriteString("Type", Picture);
        Number(json, "Duration", item.Duration);
        json.WriteString("Alpha", "1.0");
        Number(json, "ReserveAS", 0);
        json.WriteStartObject("inEffect");
        Number(json, "Type", item.EffectType);
        Number(json, "Time", item.EffectTime);
        json.WriteEndObject();
        json.WriteStartObject("FileSource");
        Number(json, "IsRelative", 1);
        json.WriteString("FilePath", $@".\{program}.files\{item.File}");
        json.WriteString("MD5", "");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long value) => json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
}
