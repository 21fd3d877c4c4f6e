using System.Text;

namespace Signage.Storage.Proofs;

/// <summary>
/// The number of the last acknowledged writing, outside of the database. Opening compares the two: when the database knows of fewer, acknowledged
/// work was lost, whoever lost it (a write-ahead log that somebody deleted, an old copy put in place). It is written after the commit and never
/// synced: behind it notices less, but it is never ahead, so it gives no false alarm. Used by one caller at a time.
/// </summary>
internal sealed class HeadFile : IDisposable
{
    private readonly FileStream _file;

    private HeadFile(FileStream file) => _file = file;

    /// <summary>Opens it, and makes it when there is none.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static HeadFile Open(string database) =>
        new(new FileStream($"{database}.head", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));

    /// <summary>The number; null when none was written, or a power cut spoiled it.</summary>
    public long? Read() => Read(0);

    /// <summary>How many of the writings were edits of people; null when that was never written, or a power cut spoiled it.</summary>
    public long? ReadEdits() => Read(WritingNumber.Length + 1);

    /// <summary>Writes the numbers over those before; a disk that refuses is not told on, because the writing that they count is safe without them.</summary>
    public void Write(long number, long edits)
    {
        try
        {
            _file.Position = 0;
            _file.Write(Encoding.ASCII.GetBytes($"{WritingNumber.Format(number)}\n{WritingNumber.Format(edits)}"));
        }
        catch (IOException)
        {
            // Behind is allowed.
        }
    }

    private long? Read(int place)
    {
        var bytes = new byte[WritingNumber.Length];
        _file.Position = place;
        var read = _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return WritingNumber.Parse(Encoding.ASCII.GetString(bytes, 0, read));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
