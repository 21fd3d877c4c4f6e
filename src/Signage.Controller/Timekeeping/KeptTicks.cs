using System.Buffers.Binary;
using System.Security.Cryptography;
using Signage.Disks;

namespace Signage.Controller.Timekeeping;

/// <summary>
/// One number of ticks in a file of its own. Written in place; one that is torn, or that the disk refuses, is as if there were none.
/// <code>ticks (i64 LE) · the first eight bytes of their SHA-256</code>
/// </summary>
/// <param name="path">The file.</param>
internal sealed class KeptTicks(string path)
{
    private const int Length = 2 * sizeof(long);

    /// <summary>What an earlier run left behind; null when that is nothing, or not this.</summary>
    public long? Read()
    {
        try
        {
            // What has another length is not this, and may have no end.
            if (new FileInfo(path) is not { Exists: true, Length: Length })
            {
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            return bytes.AsSpan(sizeof(long)).SequenceEqual(Proof(bytes)) ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : null;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a number and waits for the disk.</summary>
    /// <returns>Why it is not on the disk; null when it is.</returns>
    public string? Write(long ticks)
    {
        try
        {
            var bytes = new byte[Length];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, ticks);
            Proof(bytes).CopyTo(bytes.AsSpan(sizeof(long)));
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(bytes);
            DiskSync.Flush(file);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
    }

    private static ReadOnlySpan<byte> Proof(byte[] bytes) => SHA256.HashData(bytes.AsSpan(0, sizeof(long))).AsSpan(0, sizeof(long));
}
