namespace Signage.Trust.Screening.Near;

/// <summary>Compares letters with the rest of a phrase whose other half is there as it should be.</summary>
internal static class OneEdit
{
    /// <summary>
    /// How many letters the rest takes when exactly one sign in it is another, missing or too many; null when it is right, or more is wrong. The outermost sign must be
    /// right: 中华慈善奖 is a name of its own, not 中华慈善日 with a mistake.
    /// </summary>
    /// <param name="letters">The letters, from where the half that is right ends, in the direction of the rest.</param>
    /// <param name="rest">The rest of the phrase in that direction; at least one sign.</param>
    public static int? LengthOf(ReadOnlySpan<int> letters, ReadOnlySpan<int> rest)
    {
        var same = letters.CommonPrefixLength(rest);
        return same >= rest.Length - 1 ? (same == rest.Length - 1 ? TooMany(letters, rest, same) : null)
            : letters.Length >= rest.Length && letters[(same + 1)..rest.Length].SequenceEqual(rest[(same + 1)..]) ? rest.Length
            : letters.Length >= rest.Length - 1 && letters[same..(rest.Length - 1)].SequenceEqual(rest[(same + 1)..]) ? rest.Length - 1
            : TooMany(letters, rest, same);
    }

    private static int? TooMany(ReadOnlySpan<int> letters, ReadOnlySpan<int> rest, int same) =>
        letters.Length >= rest.Length + 1 && letters[(same + 1)..(rest.Length + 1)].SequenceEqual(rest[same..]) ? rest.Length + 1 : null;
}
