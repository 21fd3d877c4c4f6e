using System.Globalization;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>Names every field of a frame with its place on the wire, escaping included. Never throws: what makes no sense stays raw.</summary>
internal static class Bx6Describe
{
    private static readonly (string Name, int Length)[] OrdinaryHead =
    [
        ("destination", 2), ("source", 2), ("protocolVersion", 1), ("protocolType", 1), ("deviceType", 2), ("phyType", 1), ("reserved", 1), ("sequence", 2),
        ("maxFrame", 2), ("encryption", 1), ("random", 1), ("secret", 6), ("bodyLength", 2), ("bodyCheck", 2), ("reserved", 1), ("headerCheck", 1),
    ];

    private static readonly (string Name, int Length)[] DynamicHead =
        [("destination", 2), ("source", 2), ("protocolVersion", 1), ("reserved", 1), ("deviceType", 2), ("reserved", 4), ("bodyLength", 4)];

    private static readonly (string Name, int Length)[] AreaHead = [("areaId", 1), ("runMode", 1), ("timeout", 2), ("allPrograms", 1)];

    private static readonly (string Name, int Length)[] AreaRest =
    [
        ("immediate", 1), ("reserved", 4), ("areaType", 1), ("x", 2), ("y", 2), ("width", 2), ("height", 2), ("frameFlag", 1), ("reserved", 9), ("pageCount", 2),
    ];

    private static readonly (string Name, int Length)[] PageFields =
    [
        ("pageLength", 4), ("pageStyle", 1), ("displayMode", 1), ("clearMode", 1), ("speed", 1), ("stay", 2), ("repeat", 1), ("validWidth", 2), ("reserved", 9),
        ("dataOffset", 4), ("dataLength", 4),
    ];

    /// <summary>The fields of one frame, or of whatever the bytes are.</summary>
    public static IReadOnlyList<WireField> Frame(ReadOnlySpan<byte> raw)
    {
        var fields = new List<WireField>();
        var lead = raw.IndexOfAnyExcept(Bx6Escaping.Lead);
        var tail = raw.LastIndexOfAnyExcept(Bx6Escaping.Tail) + 1;
        if (lead <= 0 || tail <= lead)
        {
            fields.Add(new WireField(0, raw.Length, "noise", Hex(raw)));
            return fields;
        }

        fields.Add(new WireField(0, lead, "lead", Hex(raw[..lead])));
        var payload = new byte[tail - lead];
        var length = Bx6Escaping.Read(raw[lead..tail], payload);
        if (length < 0)
        {
            fields.Add(new WireField(lead, tail - lead, "noise", Hex(raw[lead..tail])));
        }
        else
        {
            Payload(new Bx6FieldList(fields, payload.AsMemory(0, length), lead));
        }

        if (tail < raw.Length)
        {
            fields.Add(new WireField(tail, raw.Length - tail, "tail", Hex(raw[tail..])));
        }

        return fields;
    }

    private static void Payload(Bx6FieldList fields)
    {
        var dynamic = fields.Left > 5 && fields.Peek(4) == 0xF0;
        fields.AddAll(dynamic ? DynamicHead : OrdinaryHead);
        var after = dynamic ? 2 : 0;
        if (fields.Left > after)
        {
            Body(fields, after);
        }

        if (dynamic)
        {
            fields.Add("frameCheck", 2);
        }

        fields.Rest("rest", 0);
    }

    private static void Body(Bx6FieldList fields, int after)
    {
        var isReply = fields.Peek(0) == 0;
        fields.Add(isReply ? "reply" : "wantsReply", 1);
        var command = fields.Left > 1 ? Bx6Commands.Name(fields.Peek(0), fields.Peek(1), isReply) : "";
        fields.Add("group", 1);
        fields.Add("command", 1, command);
        if (isReply)
        {
            fields.Add("status", 2);
            fields.Add("error", 2, fields.Left > 1 ? Bx6Error.Describe((ushort)(fields.Peek(0) | (fields.Peek(1) << 8))) : null);
        }

        fields.Add("dataLength", 2);
        if (command == "dynamic update")
        {
            Update(fields, after);
        }

        if (command == "timed power" && !isReply)
        {
            Timer(fields, after);
        }

        fields.Rest(command == "dynamic update" ? "pixels" : "data", after);
    }

    // Binary-coded decimals: the bytes are read as they are written.
    private static void Timer(Bx6FieldList fields, int after)
    {
        var groups = fields.Add("groupCount", 1);
        for (var group = 0; group < groups && fields.Left >= after + 4; group++)
        {
            fields.Add("onAt", 2, $"{fields.Peek(0):X2}:{fields.Peek(1):X2}");
            fields.Add("offAt", 2, $"{fields.Peek(0):X2}:{fields.Peek(1):X2}");
        }
    }

    private static void Update(Bx6FieldList fields, int after)
    {
        var areas = fields.Add("areaCount", 2);
        for (var area = 0; area < areas && fields.Left > after; area++)
        {
            fields.Add("infoLength", 4);
            fields.AddAll(AreaHead);
            var programs = fields.Add("programCount", 2);
            for (var program = 0; program < programs && fields.Left > after; program++)
            {
                fields.Add("program", 2);
            }

            var pages = fields.AddAll(AreaRest);
            for (var page = 0; page < pages && fields.Left > after; page++)
            {
                fields.AddAll(PageFields);
            }
        }
    }

    private static string Hex(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= 32 ? Convert.ToHexString(bytes) : string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(bytes[..32])}… ({bytes.Length} bytes)");
}
