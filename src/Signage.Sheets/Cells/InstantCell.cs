using System.Globalization;
using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Cells;

/// <summary>An instant as a site tells it, always with its offset: <c>2026-12-05T08:00:00+08:00</c>, also without seconds. No form without an offset is read, because no zone may be guessed.</summary>
internal static class InstantCell
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz"];

    /// <summary>Reads an instant.</summary>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.TryParseExact(Folding.Plain(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : throw new FormatException(Words.NotAnInstant);

    /// <summary>An instant as the control socket takes it.</summary>
    public static string Written(DateTimeOffset instant) => instant.ToString(Forms[0], CultureInfo.InvariantCulture);
}
