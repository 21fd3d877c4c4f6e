using System.Security.Cryptography;
using System.Text;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>
/// The folder of a site's authority. Certificate and private key are one file, so that no crash and no copy can mix them up:
/// <c>authority.pem</c>, <c>server-NAME.pem</c>, <c>device-ACCOUNT.pem</c>, each for its owner alone. <c>authority.crt</c> is the authority's certificate without
/// its key, for everybody.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class CertificateFolder(string path)
{
    /// <summary>The authority and its private key.</summary>
    public const string Authority = "authority.pem";

    /// <summary>The authority's certificate, to be given to all who are to trust it.</summary>
    public const string AuthorityCertificate = "authority.crt";

    /// <summary>The most certificates of one folder.</summary>
    public const int MostCertificates = 2000;

    private const string LockFile = ".lock";
    private const string Ending = ".pem";

    /// <summary>The folder.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    /// <summary>The name of the file of a server or a device.</summary>
    public static string FileOf(CertificateKind kind, string name) =>
        $"{(kind == CertificateKind.Server ? "server" : "device")}-{name.Replace(':', '_')}{Ending}";   // no name or account has a colon or, with a server, an underscore

    /// <summary>The certificates of servers and devices, by the names of their files, in their order.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Files() =>
    [
        .. Directory.EnumerateFiles(FullPath, "*" + Ending).Select(file => Path.GetFileName(file))
            .Where(file => file.StartsWith("server-", StringComparison.Ordinal) || file.StartsWith("device-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>True when the folder holds a file.</summary>
    public bool Holds(string file) => File.Exists(Path.Combine(FullPath, file));

    /// <summary>Reads a pair.</summary>
    /// <param name="file">The name of its file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public PairAnswer Read(string file) => ReadFile(Path.Combine(FullPath, file));

    /// <summary>Reads a pair from wherever it is.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PairAnswer ReadFile(string file)
    {
        var text = Text(file);
        try
        {
            return CertificatePair.Read(text);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>The text of a pair; wipe it after use. Of one that is too long it is the beginning, which is too long as well.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static byte[] Text(string file)
    {
        var buffer = new byte[CertificatePair.MostBytes + 1];
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Makes the folder, for its owner alone, when there is none.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullPath);
            return;
        }

        Directory.CreateDirectory(FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Keeps others from writing until it is disposed of; null when another writes. Whoever is killed lets go.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public IDisposable? Hold()
    {
        const int sharingOnWindows = unchecked((int)0x80070020), wouldBlock = 11;
        try
        {
            return PrivateFile.Lock(Path.Combine(FullPath, LockFile));
        }
        catch (IOException held) when (held.HResult is sharingOnWindows or wouldBlock)
        {
            return null;
        }
    }

    /// <summary>Writes a pair; call it under <see cref="Hold"/>.</summary>
    /// <param name="file">The name of its file.</param>
    /// <param name="pair">The pair; it stays the caller's.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is there still.</exception>
    public void Write(string file, CertificatePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var pem = pair.ToPem();
        try
        {
            PrivateFile.Write(Path.Combine(FullPath, file), pem);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pem);
        }
    }

    /// <summary>Writes the authority's certificate for everybody, where it does not stand yet; call it under <see cref="Hold"/>.</summary>
    /// <param name="pem">The certificate.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void HandOut(string pem)
    {
        var (file, certificate) = (Path.Combine(FullPath, AuthorityCertificate), Encoding.ASCII.GetBytes(pem));
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(certificate))
        {
            PrivateFile.Write(file, certificate, isOpen: true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FullPath;
}
