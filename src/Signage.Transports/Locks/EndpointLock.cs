using System.Security.Cryptography;
using System.Text;

namespace Signage.Transports.Locks;

/// <summary>The right to talk on one line, to all of its cards, against every other program of this user. The system frees it when the program dies, however it dies.</summary>
public sealed class EndpointLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _holderFile;
    private int _disposed;

    private EndpointLock(FileStream held, string holderFile)
    {
        _held = held;
        _holderFile = holderFile;
    }

    /// <summary>Takes the lock of an endpoint; null when another program (or this one) has it.</summary>
    /// <param name="runtimeFolder">Where the programs of this user meet: <see cref="RuntimeFolder"/>.</param>
    /// <param name="endpoint">Any spelling of the endpoint; the speed of a serial line, the address of a card and the case of a host do not matter.</param>
    /// <param name="holder">Who takes it, for the others to read: program and process id.</param>
    /// <param name="heldBy">Who has it when the answer is null; else empty.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder belongs to somebody else.</exception>
    public static EndpointLock? TryTake(string runtimeFolder, Uri endpoint, string holder, out string heldBy)
    {
        ArgumentException.ThrowIfNullOrEmpty(runtimeFolder);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(holder);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalEndpoint.Of(endpoint)));
        var name = Path.Combine(runtimeFolder, Convert.ToHexStringLower(hash.AsSpan(0, 12)));
        var holderFile = name + ".holder";
        heldBy = "";
        if (Open(name + ".lock") is not { } held)
        {
            heldBy = ReadHolder(holderFile);
            return null;
        }

        try
        {
            // Who holds it stands in a file of its own: the locked one cannot be read by the others.
            File.WriteAllText(holderFile, holder);
        }
        catch
        {
            held.Dispose();
            throw;
        }

        return new EndpointLock(held, holderFile);
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // The lock file itself stays: deleting it would let two programs lock two files of one name.
        File.Delete(_holderFile);
        _held.Dispose();
    }

    private static FileStream? Open(string lockFile)
    {
        try
        {
            return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(lockFile))
        {
            return null;
        }
    }

    private static string ReadHolder(string holderFile)
    {
        try
        {
            return File.ReadAllText(holderFile);
        }
        catch (IOException)
        {
            // Between taking the lock and writing the name, or back: there is a holder, its name is not known.
            return Words.AnotherProgram;
        }
    }
}
