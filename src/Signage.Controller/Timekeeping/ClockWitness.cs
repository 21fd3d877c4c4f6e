using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Signage.Controller.Timekeeping;

/// <summary>
/// The latest instant at which the site is known to have lived, in a file of its own: a clock that says less has lost its battery. Written in place; one that is
/// torn, or that the disk refuses, is as if there were none. Thread-safe.
/// <code>ticks of universal time (i64 LE) · the first eight bytes of their SHA-256</code>
/// </summary>
public sealed class ClockWitness
{
    private const int Length = 2 * sizeof(long);

    // Every writing wears the disk; a clock that is off by less is not found by this anyway.
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private const long Unknown = -1;
    private readonly Lock _disk = new();
    private readonly string _path;
    private long _latest;
    private long _written;

    /// <summary>Reads what an earlier run left behind.</summary>
    /// <param name="path">The file.</param>
    public ClockWitness(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _path = path;
        _latest = _written = Stored();
    }

    /// <summary>The instant; null when none is known.</summary>
    public DateTimeOffset? Latest => Volatile.Read(ref _latest) is var ticks and not Unknown ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>The site lives, and its clock is believed. Never waits: the disk may hang.</summary>
    public void Saw(DateTimeOffset now)
    {
        if (Latest is not { } latest || now >= latest + Every)
        {
            Set(now);
        }
    }

    /// <summary>It is this late and no later, whatever was believed before. Never waits.</summary>
    public void Set(DateTimeOffset now) => Volatile.Write(ref _latest, now.UtcTicks);

    /// <summary>Writes the instant down, unless it stands there.</summary>
    /// <returns>Why it is known to this run only; null when it is on the disk.</returns>
    public string? Save()
    {
        lock (_disk)
        {
            var latest = Volatile.Read(ref _latest);
            if (latest == _written)
            {
                return null;
            }

            try
            {
                var bytes = new byte[Length];
                BinaryPrimitives.WriteInt64LittleEndian(bytes, latest);
                Proof(bytes).CopyTo(bytes.AsSpan(sizeof(long)));
                using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
                file.Write(bytes);
                file.Flush(flushToDisk: true);
                _written = latest;
                return null;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                return refused.Message;
            }
        }
    }

    private long Stored()
    {
        try
        {
            var bytes = File.ReadAllBytes(_path);
            if (bytes.Length != Length || !bytes.AsSpan(sizeof(long)).SequenceEqual(Proof(bytes)))
            {
                return Unknown;
            }

            var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? ticks : Unknown;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return Unknown;
        }
    }

    private static ReadOnlySpan<byte> Proof(byte[] bytes) => SHA256.HashData(bytes.AsSpan(0, sizeof(long))).AsSpan(0, sizeof(long));
}
