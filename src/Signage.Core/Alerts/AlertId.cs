using System.Buffers;

namespace Signage.Core.Alerts;

/// <summary>
/// What names a message: the triple that CAP 1.2 <c>references</c> is made of. Sender and identifier are compared letter by letter, the instant as an instant.
/// Ordered by instant, then sender, then identifier.
/// </summary>
/// <param name="Sender">CAP 1.2 <c>sender</c>; no space, comma, &lt; or &amp;.</param>
/// <param name="Identifier">CAP 1.2 <c>identifier</c>; no space, comma, &lt; or &amp;.</param>
/// <param name="Sent">CAP 1.2 <c>sent</c>.</param>
public sealed record AlertId(string Sender, string Identifier, DateTimeOffset Sent) : IComparable<AlertId>
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\r\n,<&");

    /// <summary>True when a sender or an identifier is one that can be referenced.</summary>
    public static bool IsName(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.AsSpan().IndexOfAny(NotInNames) < 0;
    }

    /// <inheritdoc />
    public int CompareTo(AlertId? other)
    {
        if (other is null)
        {
            return 1;
        }

        var sent = Sent.CompareTo(other.Sent);
        var sender = sent == 0 ? string.CompareOrdinal(Sender, other.Sender) : sent;
        return sender == 0 ? string.CompareOrdinal(Identifier, other.Identifier) : sender;
    }

    /// <summary>The triple as CAP writes it.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Sender},{Identifier},{Sent:yyyy-MM-dd'T'HH:mm:sszzz}");

    /// <summary>Earlier in the order.</summary>
    public static bool operator <(AlertId left, AlertId right) => Comparer<AlertId>.Default.Compare(left, right) < 0;

    /// <summary>Later in the order.</summary>
    public static bool operator >(AlertId left, AlertId right) => right < left;

    /// <summary>Earlier in the order, or the same.</summary>
    public static bool operator <=(AlertId left, AlertId right) => !(right < left);

    /// <summary>Later in the order, or the same.</summary>
    public static bool operator >=(AlertId left, AlertId right) => !(left < right);
}
