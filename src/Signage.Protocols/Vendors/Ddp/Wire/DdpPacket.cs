namespace Signage.Protocols.Vendors.Ddp.Wire;

/// <summary>One packet of DDP version 1, either way (docs/protocols/ddp.md, section 2). Compared by its bytes, not as a record.</summary>
internal sealed record DdpPacket
{
    /// <summary>The output that every display has.</summary>
    public const byte Display = 1;

    /// <summary>JSON control.</summary>
    public const byte Control = 246;

    /// <summary>JSON configuration.</summary>
    public const byte Configuration = 250;

    /// <summary>JSON status.</summary>
    public const byte Status = 251;

    /// <summary>Every output.</summary>
    public const byte All = 255;

    /// <summary>Red, green and blue in eight bits each.</summary>
    public const byte Rgb8 = 0x0B;

    /// <summary>Marks the last packet of a picture, or of a reply.</summary>
    public bool Push { get; init; }

    /// <summary>Asks for data. Without meaning in a reply.</summary>
    public bool Query { get; init; }

    /// <summary>Comes from a display.</summary>
    public bool Reply { get; init; }

    /// <summary>The data names a place in the display's storage instead of being pixels.</summary>
    public bool Storage { get; init; }

    /// <summary>The moment that the data is for, 1/65,536 seconds; null when none is stamped.</summary>
    public uint? Timecode { get; init; }

    /// <summary>1 to 15, counting every packet; 0 when it is not used.</summary>
    public byte Sequence { get; init; }

    /// <summary>What the data is, bit 6 zero; 0 when it is not said.</summary>
    public byte DataType { get; init; }

    /// <summary>Where it goes or comes from, 1 to 255.</summary>
    public byte Id { get; init; } = Display;

    /// <summary>Where in the buffer of the display the data starts, in bytes.</summary>
    public uint Offset { get; init; }

    /// <summary>How many bytes a query asks for; nothing else has it.</summary>
    public ushort Wanted { get; init; }

    /// <summary>At most <see cref="DdpCodec.MaxData"/> bytes; a query has none.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>True when it asks, and is not an answer that repeats the flag.</summary>
    public bool Asks => Query && !Reply;

    /// <summary>True when its data is meant to be pixels.</summary>
    public bool IsPicture => !Query && !Reply && !Storage && Id is not (Control or Configuration or Status or 254);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Reply ? "reply" : Query ? "query" : "data")} {Sequence} id {Id} at {Offset}, {(Asks ? Wanted : Data.Length)} bytes{(Push ? ", push" : "")}";
}
