namespace Signage.Protocols.Wire.Captures;

/// <summary>
/// A text for one line that is put together within a length, whatever it is put together from: the name of a value may be as long as the capture, and a capture
/// may have a value for every two bytes. What could move a cursor becomes a space. Not safe to share.
/// </summary>
/// <param name="room">Holds the text while it grows; as long as the longest text.</param>
internal ref struct ShortText(Span<char> room)
{
    private readonly Span<char> _room = room;
    private int _used;
    private bool _cut;

    /// <summary>Whether nothing was added.</summary>
    public readonly bool IsEmpty => _used == 0;

    /// <summary>Adds as much as there is room for.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        _cut |= text.Length > _room.Length - _used;
        foreach (var letter in text[..Math.Min(text.Length, _room.Length - _used)])
        {
            _room[_used++] = char.IsControl(letter) ? ' ' : letter;
        }
    }

    /// <summary>The text; three points at its end say that there was more.</summary>
    public override readonly string ToString() => string.Concat(_room[.._used], _cut ? "…" : "");
}
