using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Certificates;
using Signage.Core.Panels;
using Signage.Trust.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A folder with an authority. Its clock begins at the real instant, less some days: TLS of others knows no clock but the machine's.</summary>
internal sealed class CertificateSite : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-cert-");

    public CertificateSite(int daysAgo = 0)
    {
        Time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(-daysAgo));
        Folder = new CertificateFolder(Path.Combine(_folder.FullName, "certificates"));
        Desk = new CertificateDesk(Folder, Time) { Earliest = DateTimeOffset.UnixEpoch };
        Done(Desk.Found("遂宁社区"));
    }

    public FakeTimeProvider Time { get; }

    public CertificateFolder Folder { get; }

    public CertificateDesk Desk { get; }

    public static CertificateAnswer.Done Done(CertificateAnswer answer) => Assert.IsType<CertificateAnswer.Done>(answer);

    public string PathOf(string file) => Path.Combine(Folder.FullPath, file);

    public string Serve(params string[] hosts) => PathOf(Done(Desk.Serve([.. hosts.Select(host => CertificateHost.Read(host)!)])).Certificates.Single().File);

    public string Admit(string account) => PathOf(Done(Desk.Admit(new PanelId(account))).Certificates.Single().File);

    public PinnedAuthority Pin(TimeProvider? time = null) => PinnedAuthority.Read(File.ReadAllText(PathOf(CertificateFolder.AuthorityCertificate)), time ?? Time)!;

    public static X509Certificate2 Open(string file)
    {
        using var pair = Assert.IsType<PairAnswer.Opened>(CertificateFolder.ReadFile(file)).Pair;
        return pair.OpenForTls();
    }

    public static string Serial(string file)
    {
        using var pair = Assert.IsType<PairAnswer.Opened>(CertificateFolder.ReadFile(file)).Pair;
        return pair.Facts.Serial;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
