using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Simulator.Cards.Onbon;

/// <summary>
/// Stored programmes, as far as a controller can get an answer: transfers are accepted, an empty directory and free space are reported. Nothing
/// of it is shown, because what a card shows of a stored programme is not attested well enough to imitate.
/// </summary>
internal static class Bx6Files
{
    /// <summary>Answers a file command (docs/protocols/onbon-bx6.md, section 9).</summary>
    public static (ushort Error, byte[]? Data) Obey(Bx6Body request) => request.Command switch
    {
        0x02 or 0x03 or 0x08 or 0x09 => (0, null),
        0x06 => (0, [0, 0]),
        0x07 => (0, [1, 0, 0, 0, 0]),
        0x12 => (0, [0, 0, 0x10, 0, 0, 0, 0x10, 0]),
        _ => (Bx6Error.Command, null),
    };
}
