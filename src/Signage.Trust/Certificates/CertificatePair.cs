using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Signage.Trust.Certificates;

/// <summary>
/// A certificate and its private key, which are kept in one text so that they cannot be mixed up. Whoever has it disposes of it. What libraries copy of the
/// key is not wiped: whoever can read the memory of the process has it.
/// </summary>
public sealed class CertificatePair : IDisposable
{
    /// <summary>The longest text that is read, in bytes; those that are written have some 1,200.</summary>
    public const int MostBytes = 16 * 1024;

    private readonly X509Certificate2 _certificate;

    internal CertificatePair(X509Certificate2 certificate, ECDsa key)
    {
        (_certificate, Key) = (certificate, key);
        Facts = CertificateFacts.Of(certificate) ?? throw new ArgumentException("The certificate is of no kind.", nameof(certificate));
    }

    /// <summary>What it promises.</summary>
    public CertificateFacts Facts { get; }

    /// <summary>The certificate alone as PEM, to be given to anybody.</summary>
    public string CertificatePem => _certificate.ExportCertificatePem() + "\n";

    // The name of the curve P-256 among the parameters of a public key, in DER (RFC 5480, 2.1.1.1): other curves are as long.
    private static ReadOnlySpan<byte> P256 => [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];

    internal ECDsa Key { get; }

    internal X500DistinguishedName Subject => _certificate.SubjectName;

    internal X509SubjectKeyIdentifierExtension KeyId => _certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();

    /// <summary>Reads a pair as <see cref="ToPem"/> writes it.</summary>
    /// <param name="pem">The text as it came. Anything may be in it.</param>
    public static PairAnswer Read(ReadOnlySpan<byte> pem)
    {
        if (pem.Length > MostBytes)
        {
            return new PairAnswer.Refused(PairFault.NoPair, Words.CertNoPair);
        }

        var letters = new char[pem.Length];
        Encoding.ASCII.GetChars(pem, letters);
        X509Certificate2? certificate = null;
        ECDsa? key = null;
        var opened = false;
        try
        {
            using var whole = X509Certificate2.CreateFromPem(letters, letters);
            certificate = X509CertificateLoader.LoadCertificate(whole.RawDataMemory.Span);
            key = whole.GetECDsaPrivateKey();
            if (key is null || certificate.PublicKey.EncodedParameters?.RawData.AsSpan().SequenceEqual(P256) != true || CertificateFacts.Of(certificate) is null || !certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any())
            {
                return new PairAnswer.Refused(PairFault.OtherPurpose, Words.CertOtherPurpose);
            }

            opened = true;
            return new PairAnswer.Opened(new CertificatePair(certificate, key));
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException or NotSupportedException)
        {
            // What is no key at all comes as any of the three; a point off the curve as the last.
            return new PairAnswer.Refused(PairFault.NoPair, Words.CertNoPair);
        }
        finally
        {
            Array.Clear(letters);
            if (!opened)
            {
                certificate?.Dispose();
                key?.Dispose();
            }
        }
    }

    /// <summary>True when the certificate bears the name and the signature of an authority. Times and purposes are not asked.</summary>
    internal bool IsSignedBy(CertificatePair authority)
    {
        if (!_certificate.IssuerName.RawData.AsSpan().SequenceEqual(authority.Subject.RawData))
        {
            return false;
        }

        try
        {
            var parts = new AsnReader(_certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            var signed = parts.ReadEncodedValue();
            parts.ReadEncodedValue();   // the algorithm: an authority of ours has only one
            return authority.Key.VerifyData(signed.Span, parts.ReadBitString(out _), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (AsnContentException)
        {
            return false;   // in another form than ours, so not of ours
        }
    }

    /// <summary>Certificate and private key (PKCS #8) as one PEM text in ASCII. It is as secret as the key; wipe it after use.</summary>
    public byte[] ToPem()
    {
        var secret = Key.ExportPkcs8PrivateKey();
        var letters = PemEncoding.Write("PRIVATE KEY", secret);
        try
        {
            var open = CertificatePem;
            var pem = new byte[open.Length + letters.Length + 1];
            Encoding.ASCII.GetBytes(open, pem);
            Encoding.ASCII.GetBytes(letters, pem.AsSpan(open.Length));
            pem[^1] = (byte)'\n';
            return pem;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            Array.Clear(letters);
        }
    }

    /// <summary>The certificate with its key as TLS of the platform wants it; whoever asked disposes of it.</summary>
    public X509Certificate2 OpenForTls()
    {
        // Through PKCS #12, because Windows does not serve with a key that was never in one of its own containers.
        using var whole = _certificate.CopyWithPrivateKey(Key);
        var store = whole.Export(X509ContentType.Pkcs12);
        try
        {
            return X509CertificateLoader.LoadPkcs12(store, password: null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(store);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _certificate.Dispose();
        Key.Dispose();
    }
}
