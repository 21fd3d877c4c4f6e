using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>What a folder holds at an instant, by its own authority: the certificates that it issued, and a line for each file that is none of them.</summary>
/// <param name="folder">The folder.</param>
/// <param name="now">The instant.</param>
internal sealed class FolderLook(CertificateFolder folder, DateTimeOffset now)
{
    /// <summary>Reads all servers and devices. A file that cannot be used, or not even be opened, keeps nobody from the others.</summary>
    /// <param name="authority">Whose they have to be.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public (IReadOnlyList<KeptCertificate> Kept, IReadOnlyList<string> Troubles) Read(SiteAuthority authority)
    {
        var (kept, troubles) = (new List<KeptCertificate>(), new List<string>());
        foreach (var file in folder.Files())
        {
            if (One(file, authority, out var trouble) is { } certificate)
            {
                kept.Add(certificate);
            }
            else
            {
                troubles.Add(Unread(file, trouble));
            }
        }

        return (kept, troubles);
    }

    /// <summary>A certificate with what there is to say of it.</summary>
    /// <exception cref="IOException">Its file is gone.</exception>
    public KeptCertificate Kept(string file, CertificateFacts facts)
    {
        string?[] alarms = [CertificateAlarm.Of(facts, now), NotHanded(file, facts), folder.IsOpen(file) ? Words.CertKeyOpen.With(file) : null];
        var said = string.Join("；", alarms.OfType<string>());
        return new KeptCertificate(file, facts, CertificateTerm.Of(facts, now), said.Length > 0 ? said : null);
    }

    /// <summary>The line about a file that cannot be used.</summary>
    public string Unread(string file, string? reason) => Words.CertUnread.With(Path.Combine(folder.FullPath, file), reason);

    // The file is good for months, but what the gateway shows is not.
    private string? NotHanded(string file, CertificateFacts facts) =>
        facts.Kind == CertificateKind.Device && folder.Before(file) is { } before && before.Digest != facts.Digest
            ? Words.CertNotHanded.With(facts.Name, CertificateAlarm.Minute(before.Until), file)
            : null;

    private KeptCertificate? One(string file, SiteAuthority authority, out string? trouble)
    {
        try
        {
            var answer = folder.Read(file);
            if (answer is not PairAnswer.Opened { Pair: var pair })
            {
                trouble = ((PairAnswer.Refused)answer).Reason;
                return null;
            }

            using (pair)
            {
                trouble = pair.Facts.Kind == CertificateKind.Authority ? Words.CertOtherKind
                    : !authority.HasIssued(pair) ? Words.CertOtherAuthority
                    : SiteAuthority.IsSites(pair.Facts) ? SiteAuthority.SitesName
                    : null;
                return trouble is null ? Kept(file, pair.Facts) : null;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            trouble = refused.Message;
            return null;
        }
    }
}
