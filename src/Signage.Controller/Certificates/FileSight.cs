using System.Security.Cryptography;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>
/// A file with a server's pair as it is at one moment. Its content is what tells it from the next one: two writings within a tick of the disk's clock look the same
/// from outside, and a pair is a kilobyte beside the reckoning of a handshake. Disposing wipes it.
/// </summary>
internal sealed class FileSight : IDisposable
{
    private readonly byte[] _text;
    private readonly string? _unread;

    private FileSight(byte[] text, string? unread) => (_text, _unread, Stamp) = (text, unread, unread ?? Convert.ToHexStringLower(SHA256.HashData(text)));

    /// <summary>Equal for equal contents, and for equal reasons why there is none to be had.</summary>
    public string Stamp { get; }

    /// <summary>Looks at a file.</summary>
    public static FileSight Of(string file)
    {
        try
        {
            return new FileSight(CertificateFolder.Text(file), null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new FileSight([], refused.Message);
        }
    }

    /// <summary>The server's certificate in it, held once; null with the reason when there is none.</summary>
    public LeasedCertificate? Read(out string? reason)
    {
        reason = _unread;
        if (reason is not null)
        {
            return null;
        }

        switch (CertificatePair.Read(_text))
        {
            case PairAnswer.Opened { Pair: var pair }:
                using (pair)
                {
                    reason = pair.Facts.Kind == CertificateKind.Server ? null : Words.CertOtherKind;
                    return reason is null ? new LeasedCertificate(pair.OpenForTls(), pair.Facts) : null;
                }

            case PairAnswer.Refused refused:
                reason = refused.Reason;
                return null;
            default:
                throw new InvalidOperationException("An answer of no kind.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_text);
}
