namespace Fuzz.Tests.Targets;

/// <summary>
/// What a call may take of the heap. A decoder takes memory only after it has judged a length, so 64 KiB are enough for an input of up to 4 KiB, and
/// that holds where a copy of the input is handed back, as packets and requests do. What tells a capture to a person makes a record and two texts
/// of each field, and the smallest field is one byte: it may take so much for each byte, and no more.
/// </summary>
internal static class Memory
{
    /// <summary>Longest input that the limits are for.</summary>
    public const int LongestInput = 4096;

    /// <summary>For one call of a decoder.</summary>
    public const long Limit = 64 * 1024;

    /// <summary>
    /// For a reader of JSON: the library puts a word that it cannot read whole into the text of its complaint, and copies that text some times at two bytes a letter; so rubbish
    /// of 4 KiB that begins like <c>null</c> takes some 75,000 bytes. It grows with the input alone, never with a number in it.
    /// </summary>
    public const long JsonLimit = 128 * 1024;

    /// <summary>For a card that hears many questions in one read, for each byte of it, beside <see cref="Limit"/>: each is answered, and the shortest has some forty bytes.</summary>
    public const long AnsweringAByte = 64;

    /// <summary>For telling a capture, for each byte of it, beside <see cref="Limit"/>.</summary>
    public const long TellingAByte = 512;

    private const int Looks = 3;

    /// <summary>
    /// Throws when an act takes more than it may. The least of three looks counts: the first may see a pool of the runtime grow, or code that is being compiled.
    /// </summary>
    public static void Hold(string what, long limit, Action act)
    {
        var least = long.MaxValue;
        for (var look = 0; look < Looks && least > limit; look++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            act();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        FindingException.Unless(least <= limit, $"{what} takes {least} bytes of the heap, may take {limit}");
    }

    /// <summary>The limit of telling a capture.</summary>
    public static long Telling(int length) => Limit + (TellingAByte * length);
}
