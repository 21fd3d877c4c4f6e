namespace Signage.Renderer.Pictures.Drawn;

/// <summary>
/// Memory that is written to and never becomes larger than it may. What would be too much is dropped and remembered, since a stream that packs into this one cannot be stopped in another
/// way. Used by one at a time.
/// </summary>
/// <param name="most">Most bytes.</param>
internal sealed class BoundedBuffer(int most) : MemoryStream
{
    /// <summary>True when something was dropped.</summary>
    public bool IsFull { get; private set; }

    /// <summary>All that was written, without a copy; changes no more once nothing is written.</summary>
    public Memory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        IsFull |= buffer.Length > most - Length;
        if (IsFull)
        {
            return;
        }

        // The base would double what it has, whatever is asked for.
        if (Length + buffer.Length > Capacity)
        {
            Capacity = (int)Math.Min(most, Math.Max(Length + buffer.Length, 2L * Capacity));
        }

        var at = (int)Length;
        SetLength(at + buffer.Length);
        buffer.CopyTo(GetBuffer().AsSpan(at));
        Position = Length;
    }

    /// <inheritdoc />
    public override void WriteByte(byte value) => Write([value]);
}
