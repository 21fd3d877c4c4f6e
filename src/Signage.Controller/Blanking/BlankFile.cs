using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Signage.Core.Text;
using Signage.Disks;

namespace Signage.Controller.Blanking;

/// <summary>
/// The blank state on the disk: one file of fixed size, kept open, written in place, so that neither a full disk nor a shortage of handles stands
/// between a person and a dark panel. Two halves are written in turn; a torn write leaves the other half whole. Used by one caller at a time.
/// <code>half: count of writings (u32 LE) · length (u32 LE) · JSON · zeros · SHA-256 of everything before it (32 bytes)</code>
/// </summary>
public sealed class BlankFile : IDisposable
{
    private const int Half = 32 * 1024;
    private const int Header = 2 * sizeof(uint);
    private const int Payload = Half - Header - SHA256.HashSizeInBytes;
    private readonly FileStream _file;
    private int _next;
    private uint _writings;

    private BlankFile(FileStream file) => _file = file;

    /// <summary>Opens the file; makes it at its full size when there is none, or when it was cut short. What is in it stays: it may be the one whole half.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public static BlankFile Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            if (file.Length < 2 * Half)
            {
                file.Position = file.Length;
                file.Write(new byte[(2 * Half) - file.Length]);
                DiskSync.Flush(file);
            }

            return new BlankFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>False when there is no file, or one with nothing but zeros in it, as a full disk leaves it behind; true when there may be a state in it.</summary>
    public static bool MayHold(string path)
    {
        try
        {
            // What is no file holds no state.
            return File.Exists(path) && File.ReadAllBytes(path).AsSpan().ContainsAnyExcept((byte)0);
        }
        catch (Exception refused) when (refused is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>The newest whole state. A file that was written, but in which neither half is whole, answers null: whether panels may be lit is unknown.</summary>
    public BlankState? Read()
    {
        Stored[] halves = [ReadHalf(0), ReadHalf(1)];
        var newest = halves[1].State is not null && (halves[0].State is null || halves[1].Writings > halves[0].Writings) ? 1 : 0;
        (_next, _writings) = halves[newest].State is null ? (0, 0) : (1 - newest, halves[newest].Writings);
        return halves[newest].State ?? (halves.All(half => half.IsEmpty) ? BlankState.Never : null);
    }

    /// <summary>Writes a state; on the disk when this returns.</summary>
    /// <exception cref="IOException">The disk refuses; the state before is still whole.</exception>
    public void Write(BlankState state)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(state, BlankStateJson.Default.BlankState);
        if (json.Length > Payload)
        {
            throw new IOException(Words.BlankTooLong.With(json.Length, Payload));
        }

        var half = new byte[Half];
        BinaryPrimitives.WriteUInt32LittleEndian(half, _writings + 1);
        BinaryPrimitives.WriteInt32LittleEndian(half.AsSpan(sizeof(uint)), json.Length);
        json.CopyTo(half.AsSpan(Header));
        SHA256.HashData(half.AsSpan(0, Half - SHA256.HashSizeInBytes), half.AsSpan(Half - SHA256.HashSizeInBytes));
        _file.Position = _next * Half;
        _file.Write(half);
        DiskSync.Flush(_file);
        (_next, _writings) = (1 - _next, _writings + 1);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private Stored ReadHalf(int index)
    {
        var half = new byte[Half];
        _file.Position = index * Half;
        _file.ReadAtLeast(half, Half, throwOnEndOfStream: false);
        if (!half.AsSpan().ContainsAnyExcept((byte)0))
        {
            return new Stored(null, 0, true);
        }

        var body = half.AsSpan(0, Half - SHA256.HashSizeInBytes);
        var length = BinaryPrimitives.ReadInt32LittleEndian(half.AsSpan(sizeof(uint)));
        return length is > 0 and <= Payload && half.AsSpan(body.Length).SequenceEqual(SHA256.HashData(body))
            ? new Stored(
                JsonSerializer.Deserialize(half.AsSpan(Header, length), BlankStateJson.Default.BlankState), BinaryPrimitives.ReadUInt32LittleEndian(half), false)
            : new Stored(null, 0, false);
    }

    private readonly record struct Stored(BlankState? State, uint Writings, bool IsEmpty);
}
