namespace Signage.Core.Text;

/// <summary>What people call the signs that are refused: the common ones by their own name, the others by their kind.</summary>
internal static class SignNames
{
    /// <summary>The name.</summary>
    public static string Of(int codePoint, SignFault fault) => codePoint switch
    {
        0x0000 => Words.SignNul,
        0x0009 => Words.SignTab,
        0x000A => Words.SignLineFeed,
        0x000D => Words.SignReturn,
        0x00AD => Words.SignSoftHyphen,
        0x200B => Words.SignZeroWidthSpace,
        0x200C or 0x200D or 0x034F or 0x2060 => Words.SignJoiner,
        0xFEFF => Words.SignByteOrderMark,
        0x202D or 0x202E => Words.SignOverride,
        0x2028 or 0x2029 => Words.SignSeparator,
        0xFFFD => Words.SignLost,
        _ => OfKind(fault),
    };

    private static string OfKind(SignFault fault) => fault switch
    {
        SignFault.LoneSurrogate => Words.SignLoneSurrogate,
        SignFault.Control => Words.SignControl,
        SignFault.Direction => Words.SignDirection,
        SignFault.Unseen => Words.SignUnseen,
        SignFault.Variation => Words.SignVariation,
        SignFault.Tag => Words.SignTag,
        SignFault.PrivateUse => Words.SignPrivateUse,
        SignFault.Noncharacter => Words.SignNoncharacter,
        SignFault.Unassigned => Words.SignUnassigned,
        SignFault.Replacement => Words.SignObject,
        _ => Words.SignStack,
    };
}
