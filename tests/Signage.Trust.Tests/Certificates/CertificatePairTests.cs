using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using Signage.Trust.Certificates;

namespace Signage.Trust.Tests.Certificates;

/// <summary>A certificate and its key are one text, and only such a text is read.</summary>
public sealed class CertificatePairTests : IDisposable
{
    private readonly SiteAuthority _authority = Sample.Authority(Sample.Now);

    [Fact]
    public void Pair_WhenWritten_IsReadBack()
    {
        using var pair = Sample.Server(_authority, Sample.Now, "signage.lan", "192.0.2.7");
        using var back = Opened(pair.ToPem());
        Assert.Equal(pair.ToPem(), back.ToPem());
        Assert.Equal(pair.Facts with { Hosts = back.Facts.Hosts }, back.Facts);
        Assert.Equal(pair.Facts.Hosts, back.Facts.Hosts);
        using var forTls = back.OpenForTls();
        Assert.True(forTls.HasPrivateKey);
    }

    [Fact]
    public void S11_Pair_WhenTheKeyIsAnothers_IsRefused()
    {
        using var one = Sample.Server(_authority, Sample.Now, "signage.lan");
        using var other = Sample.Server(_authority, Sample.Now, "signage.lan");
        Refused(PairFault.NoPair, Encoding.ASCII.GetBytes(one.CertificatePem + Secret(other)));
        using var right = Opened(Encoding.ASCII.GetBytes(Secret(one) + one.CertificatePem));
    }

    [Fact]
    public void S11_Pair_WhenCutShort_IsRefused()
    {
        using var pair = Sample.Server(_authority, Sample.Now, "signage.lan");
        var pem = pair.ToPem();
        Assert.All(Enumerable.Range(0, pem.Length - 1), length => Refused(PairFault.NoPair, pem[..length]));
    }

    /// <summary>Each byte of the number that is the key: another one is the key of nobody, or of another certificate.</summary>
    [Fact]
    public void S11_Pair_WhenAByteOfTheKeyIsAnother_IsRefused()
    {
        using var pair = Sample.Server(_authority, Sample.Now, "signage.lan");
        var (secret, number) = (pair.Key.ExportPkcs8PrivateKey(), pair.Key.ExportParameters(includePrivateParameters: true).D!);
        var start = secret.AsSpan().IndexOf(number);
        Assert.Equal((32, true), (number.Length, start > 0));
        Assert.All(Enumerable.Range(start, number.Length), at =>
        {
            byte[] changed = [.. secret];
            changed[at] ^= 1;
            Refused(PairFault.NoPair, Encoding.ASCII.GetBytes(pair.CertificatePem + PemEncoding.WriteString("PRIVATE KEY", changed) + "\n"));
        });
    }

    /// <summary>Who signed it is not asked here, so its letters may be others; its key may not.</summary>
    [Fact]
    public void S11_Pair_WhenAnythingIsInIt_IsReadWithItsOwnKeyOrRefused()
    {
        using var pair = Sample.Server(_authority, Sample.Now, "signage.lan");
        var (pem, number) = (pair.ToPem(), pair.Key.ExportParameters(includePrivateParameters: true).D!);
        Gen.Select(Gen.Int[0, pem.Length - 1], Gen.Byte, (at, value) => (at, value)).Sample(
            change =>
            {
                byte[] changed = [.. pem];
                changed[change.at] = change.value;
                Look(changed);
            },
            iter: 2000);
        Gen.Byte.Array[0, 300].Sample(Look, iter: 2000);
        Refused(PairFault.NoPair, [.. pem, .. new byte[CertificatePair.MostBytes - pem.Length + 1]]);

        void Look(byte[] text)
        {
            switch (CertificatePair.Read(text))
            {
                case PairAnswer.Opened { Pair: var opened }:
                    using (opened)
                    {
                        Assert.Equal(number, opened.Key.ExportParameters(includePrivateParameters: true).D);
                        using var forTls = opened.OpenForTls();
                        using var certified = forTls.GetECDsaPublicKey()!;
                        Assert.True(certified.VerifyData(text, opened.Key.SignData(text, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));
                    }

                    break;
                case PairAnswer.Refused refused:
                    Assert.NotEmpty(refused.Reason);
                    break;
                default:
                    Assert.Fail("An answer of no kind.");
                    break;
            }
        }
    }

    [Fact]
    public void S11_Pair_WhenItIsForSomethingElse_IsRefused()
    {
        var rsa = Make(RSA.Create(2048), CertificateDraft.ServerAuthentication);
        var both = Make(ECDsa.Create(ECCurve.NamedCurves.nistP256), CertificateDraft.ServerAuthentication, CertificateDraft.ClientAuthentication);
        var mail = Make(ECDsa.Create(ECCurve.NamedCurves.nistP256), "1.3.6.1.5.5.7.3.4");
        var long384 = Make(ECDsa.Create(ECCurve.NamedCurves.nistP384), CertificateDraft.ServerAuthentication);

        // As long as P-256, and no browser speaks TLS with them.
        var brainpool = Make(ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1), CertificateDraft.ServerAuthentication);
        var koblitz = Make(ECDsa.Create(ECCurve.CreateFromFriendlyName("secp256k1")), CertificateDraft.ServerAuthentication);
        Assert.All([rsa, both, mail, long384, brainpool, koblitz], pem => Refused(PairFault.OtherPurpose, pem));
        using var right = Opened(Make(ECDsa.Create(ECCurve.NamedCurves.nistP256), CertificateDraft.ServerAuthentication));
    }

    /// <summary>Others may have its name, and anybody may write letters over a certificate.</summary>
    [Fact]
    public void S11_Authority_WhenAsked_KnowsWhatItSigned()
    {
        using var foreign = Sample.Authority(Sample.Now);
        using var named = Sample.Authority(Sample.Now, "别的社区");
        using var own = Sample.Server(_authority, Sample.Now, "signage.lan");
        Assert.True(_authority.HasIssued(own));
        Assert.False(foreign.HasIssued(own));
        Assert.False(named.HasIssued(own));

        var der = Convert.FromBase64String(own.CertificatePem[PemEncoding.Find(own.CertificatePem).Base64Data]);
        var at = der.AsSpan().IndexOf("signage.lan"u8);
        der[at] = (byte)'S';
        using var changed = Opened(Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", der) + "\n" + Secret(own)));
        Assert.Equal("Signage.lan", changed.Facts.Name);
        Assert.False(_authority.HasIssued(changed));
    }

    [Fact]
    public void S11_Authority_WhenThePairIsADevices_IsNone()
    {
        using var device = Sample.Device(_authority, Sample.Now);
        Assert.Null(SiteAuthority.Of(device));
    }

    [Theory]
    [InlineData("遂宁社区", true)]
    [InlineData("", false)]
    [InlineData(" 社区", false)]
    [InlineData("社\n区", false)]
    [InlineData("社\uD800区", false)]
    public void Name_WhenOfAnAuthority_IsOneLine(string name, bool allowed) => Assert.Equal(allowed, SiteAuthority.IsName(name));

    [Fact]
    public void S11_Serials_WhenMany_DifferAndUseAllTheirBits()
    {
        var serials = Enumerable.Range(0, 200).Select(_ =>
        {
            using var pair = Sample.Device(_authority, Sample.Now);
            return UInt128.Parse(pair.Facts.Serial, System.Globalization.NumberStyles.HexNumber, null);
        }).ToArray();
        Assert.Equal(serials.Length, serials.Distinct().Count());

        // Of 200 fair coins none shows one side only, but once in 10^58.
        Assert.Equal(UInt128.MaxValue, serials.Aggregate((all, one) => all | one));
        Assert.Equal(UInt128.MinValue, serials.Aggregate((all, one) => all & one));
    }

    public void Dispose() => _authority.Dispose();

    private static CertificatePair Opened(byte[] pem) => Assert.IsType<PairAnswer.Opened>(CertificatePair.Read(pem)).Pair;

    private static void Refused(PairFault fault, byte[] pem) => Assert.Equal(fault, Assert.IsType<PairAnswer.Refused>(CertificatePair.Read(pem)).Fault);

    private static string Secret(CertificatePair pair) => Encoding.ASCII.GetString(pair.ToPem())[pair.CertificatePem.Length..];

    private static byte[] Make(AsymmetricAlgorithm key, params string[] purposes)
    {
        using (key)
        {
            var request = key is ECDsa ec
                ? new CertificateRequest("CN=x", ec, HashAlgorithmName.SHA256)
                : new CertificateRequest("CN=x", (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. purposes.Select(purpose => new Oid(purpose))], critical: false));
            using var certificate = request.CreateSelfSigned(Sample.Now, Sample.Now.AddDays(1));
            return Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        }
    }
}
