using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Signage.Disks;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>
/// The folder of a site's authority. Certificate and private key are one file, so that no crash and no copy can mix them up:
/// <c>authority.pem</c>, <c>server-NAME.pem</c>, <c>device-ACCOUNT.pem</c>, each for its owner alone. <c>authority.crt</c> is the authority's certificate without
/// its key, for everybody; <c>device-ACCOUNT.before.crt</c> the one, without its key, that a device shows until somebody carries the renewed one to it.
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

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others = (UnixFileMode)0b_111_111;
    private const string LockFile = ".lock";
    private const string Ending = ".pem";
    private const string BeforeEnding = ".before.crt";

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
            using var stream = PrivateFile.OpenToRead(file);
            return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Makes the folder, for its owner alone; one that is there and empty is narrowed. One that others use too is left to them: the files are private by themselves.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullPath);
            return;
        }

        Directory.CreateDirectory(FullPath, Mine);
        if ((File.GetUnixFileMode(FullPath) & Others) != 0 && !Directory.EnumerateFileSystemEntries(FullPath).Any(entry => Path.GetFileName(entry) != LockFile))
        {
            Narrow();
        }
    }

    /// <summary>A file of an authority whose key is not here: its certificate, or one that was issued; null when there is none.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public string? Left() => Holds(AuthorityCertificate) ? AuthorityCertificate : Files() is [var first, ..] ? first : null;

    /// <summary>True when others than its owner can read a file, or write it.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public bool IsOpen(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path.Combine(FullPath, file)) & Others) != 0;

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
    /// <exception cref="IOException">The disk refuses; what was there before is there still, unless the message says otherwise.</exception>
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

    /// <summary>What a device shows until it is handed the certificate that lies in a file; null when nothing tells.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public CertificateFacts? Before(string file)
    {
        var path = PathBefore(file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Text(path)));
            return CertificateFacts.Of(certificate);
        }
        catch (CryptographicException)
        {
            return null;   // whatever it is, it says nothing of a device
        }
    }

    /// <summary>Notes what a device shows before its file is replaced, unless an earlier one is noted that it still shows; call it under <see cref="Hold"/>.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void KeepBefore(string file)
    {
        if (Before(file) is null && Read(file) is PairAnswer.Opened { Pair: var pair })
        {
            using (pair)
            {
                PrivateFile.Write(PathBefore(file), Encoding.ASCII.GetBytes(pair.CertificatePem), isOpen: true);
            }
        }
    }

    /// <summary>Notes that a device has what lies in its file; call it under <see cref="Hold"/>.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void ForgetBefore(string file) => File.Delete(PathBefore(file));

    /// <summary>
    /// Writes the authority's certificate for everybody, where it does not stand yet; call it under <see cref="Hold"/>. It may stand beside that of the next
    /// authority, for those who are to trust both.
    /// </summary>
    /// <param name="pem">The certificate.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void HandOut(string pem)
    {
        var file = Path.Combine(FullPath, AuthorityCertificate);
        if (!File.Exists(file) || !Unbroken(Encoding.ASCII.GetString(Text(file))).Contains(Unbroken(pem), StringComparison.Ordinal))
        {
            PrivateFile.Write(file, Encoding.ASCII.GetBytes(pem), isOpen: true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FullPath;

    [UnsupportedOSPlatform("windows")]
    private void Narrow()
    {
        try
        {
            File.SetUnixFileMode(FullPath, Mine);
        }
        catch (UnauthorizedAccessException)
        {
            // The file system of a stick knows no modes. A key that others can read is told of with its certificate, so nobody has to hear of the folder too.
            return;
        }
    }

    private string PathBefore(string file) => Path.Combine(FullPath, Path.ChangeExtension(file, BeforeEnding));

    // Editors of others end their lines otherwise.
    private static string Unbroken(string pem) => string.Concat(pem.Where(letter => !char.IsWhiteSpace(letter)));
}
