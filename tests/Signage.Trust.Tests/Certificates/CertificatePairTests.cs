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

    [Fact]
    public void S11_Pair_WhenAnythingIsInIt_IsReadOrRefused()
    {
        using var pair = Sample.Server(_authority, Sample.Now, "signage.lan");
        var pem = pair.ToPem();
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

        static void Look(byte[] text)
        {
            if (CertificatePair.Read(text) is PairAnswer.Opened opened)
            {
                opened.Pair.Dispose();
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
        Assert.All([rsa, both, mail, long384], pem => Refused(PairFault.OtherPurpose, pem));
        using var right = Opened(Make(ECDsa.Create(ECCurve.NamedCurves.nistP256), CertificateDraft.ServerAuthentication));
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
