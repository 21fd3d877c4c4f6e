using CsCheck;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Bytes and packets by chance, rich in the bytes that mean something.</summary>
internal static class RandomWire
{
    private static readonly Gen<byte> Bytes = Gen.Frequency(
        (3, Gen.Byte), (2, Gen.OneOf<byte>(0xA5, 0xA6, 0x5A, 0x5B, 0x01, 0x02)), (1, Gen.OneOf<byte>(0x00, 0x07, 0xF0, 0xFF)));

    private static readonly Gen<byte[]> Vectors = Gen.OneOf<byte[]>([.. ByteVector.All("onbon-bx6").Select(vector => vector.Bytes)]);

    private static readonly Gen<byte[]> Damaged = Gen.Select(Vectors, Gen.Int[0, 1000], Gen.Int[0, 3], Bytes.Array[0, 3], (good, at, lost, put) =>
    {
        var start = at % good.Length;
        return (byte[])[.. good[..start], .. put, .. good[Math.Min(good.Length, start + lost)..]];
    });

    /// <summary>A body of up to 200 bytes.</summary>
    public static Gen<byte[]> Bodies { get; } = Bytes.Array[0, 200];

    /// <summary>What can stand between a start and an end: anything but those two, escapes good and bad.</summary>
    public static Gen<byte[]> Between { get; } = Bodies.Select(bytes => bytes.Where(value => value is not (0xA5 or 0x5A)).ToArray());

    /// <summary>Noise, whole packets, and packets with a hole or a splinter, one behind the other.</summary>
    public static Gen<byte[]> Streams { get; } =
        Gen.OneOf(Bytes.Array[0, 60], Vectors, Damaged, Damaged).Array[1, 5].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    /// <summary>Ordinary frames of version 07 without encryption, which are the ones that are read.</summary>
    public static Gen<Bx6Packet> Ordinary { get; } =
        from destination in Gen.UShort
        from source in Gen.UShort
        from cardType in Gen.UShort
        from body in Bodies
        from types in Gen.Select(Bytes, Bytes, Bytes, Bytes, Bytes)
        from numbers in Gen.Select(Gen.UShort, Gen.UShort, Gen.ULong[0, 0xFFFF_FFFF_FFFF])
        select (Bx6Packet)new Bx6Ordinary(destination, source, cardType, body)
        {
            ProtocolType = types.Item1,
            PhyType = types.Item2,
            Reserved9 = types.Item3,
            Random = types.Item4,
            Reserved26 = types.Item5,
            Sequence = numbers.Item1,
            MaxFrame = numbers.Item2,
            Secret = numbers.Item3,
        };

    /// <summary>Dynamic frames, checked or not.</summary>
    public static Gen<Bx6Packet> Dynamic { get; } =
        from destination in Gen.UShort
        from source in Gen.UShort
        from cardType in Gen.UShort
        from body in Bodies
        from reserved5 in Bytes
        from reserved8 in Gen.UInt
        from isUnchecked in Gen.Bool
        select (Bx6Packet)new Bx6Dynamic(destination, source, cardType, body) { Reserved5 = reserved5, Reserved8 = reserved8, Unchecked = isUnchecked };

    /// <summary>Either kind.</summary>
    public static Gen<Bx6Packet> Packets { get; } = Gen.OneOf(Ordinary, Dynamic);

    /// <summary>Codecs with any number of starts and ends that can be asked for.</summary>
    public static Gen<Bx6Codec> Codecs { get; } = Gen.Select(Gen.Int[1, 16], Gen.Int[1, 16], (leads, tails) => new Bx6Codec(leads, tails));

    /// <summary>Updates with areas, stored programmes and pages that no author would make.</summary>
    public static Gen<Bx6Update> Updates { get; } = Areas().Array[0, 3].Select(areas => new Bx6Update(areas));

    private static Gen<Bx6Area> Areas() =>
        from place in Gen.Select(Gen.Byte, Gen.UShort, Gen.UShort, Gen.UShort, Gen.UShort)
        from pages in Pages().Array[0, 4]
        from rest in Gen.Select(Gen.Byte, Gen.UShort, Gen.Byte, Gen.UShort.Array[0, 4], Gen.Byte, Gen.Byte, Gen.Byte)
        select new Bx6Area(place.Item1, place.Item2, place.Item3, place.Item4, place.Item5, pages)
        {
            RunMode = rest.Item1,
            Timeout = rest.Item2,
            AllPrograms = rest.Item3,
            Programs = rest.Item4,
            Immediate = rest.Item5,
            AreaType = rest.Item6,
            FrameFlag = rest.Item7,
        };

    private static Gen<Bx6Page> Pages() =>
        from fields in Gen.Select(Gen.Byte, Gen.Byte, Gen.UShort, Gen.Byte, Gen.UShort)
        from style in Gen.Byte
        from clear in Gen.Byte
        from bitmap in Bytes.Array[0, 80]
        select new Bx6Page(fields.Item1, fields.Item2, fields.Item3, fields.Item4, fields.Item5, bitmap) { Style = style, ClearMode = clear };
}
