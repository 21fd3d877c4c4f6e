using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>
/// Where the certificates of a site are made and renewed. Needs no running site. One at a time works in a folder; whoever is killed leaves each file as it was or
/// as it is to be. Of each pair the new one takes the place of the old one only once it is whole and on the disk.
/// </summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="time">From when they hold.</param>
public sealed class CertificateDesk(CertificateFolder folder, TimeProvider time)
{
    /// <summary>Makes an authority in a folder that has none.</summary>
    /// <param name="name">What it is called; ask <see cref="SiteAuthority.IsName"/> first.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public CertificateAnswer Found(string name)
    {
        folder.Make();
        using var hold = folder.Hold();
        if (hold is null)
        {
            return new CertificateAnswer.Refused(Words.CertFolderHeld.With(folder));
        }

        if (folder.Holds(CertificateFolder.Authority))
        {
            return new CertificateAnswer.Refused(Words.CertAuthorityIsThere.With(folder));
        }

        using var pair = SiteAuthority.Found(name, time.GetUtcNow());
        folder.Write(CertificateFolder.Authority, pair);
        folder.HandOut(pair.CertificatePem);
        return new CertificateAnswer.Done(Kept(CertificateFolder.Authority, pair.Facts), [], []);
    }

    /// <summary>Issues a certificate for a server; one that is called the same is replaced.</summary>
    /// <param name="hosts">1 to 32 names and addresses.</param>
    /// <param name="days">60 to 397.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is there still.</exception>
    public CertificateAnswer Serve(IReadOnlyList<CertificateHost> hosts, int days = CertificateTerm.UsualDays) =>
        Write((authority, now) => authority.Serve(hosts, now, days));

    /// <summary>Issues a certificate for a device; one of the same account is replaced.</summary>
    /// <param name="account">Its account at the broker.</param>
    /// <param name="days">60 to 397.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is there still.</exception>
    public CertificateAnswer Admit(PanelId account, int days = CertificateTerm.UsualDays) => Write((authority, now) => authority.Admit(account, now, days));

    /// <summary>All that there are.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public CertificateAnswer List() => WithAuthority((_, own) =>
    {
        var (kept, troubles) = Read();
        return new CertificateAnswer.Done(own, kept, troubles);
    });

    /// <summary>Renews those that are due, and says which.</summary>
    /// <exception cref="IOException">The disk refuses; those that were not renewed are as they were.</exception>
    public CertificateAnswer Renew() => Holding((authority, own) =>
    {
        var now = time.GetUtcNow();
        var (kept, troubles) = Read();
        var renewed = new List<KeptCertificate>();
        foreach (var certificate in kept.Where(certificate => authority.IsDue(certificate.Facts, now)))
        {
            switch (authority.Renew(certificate.Facts, now))
            {
                case IssueAnswer.Refused refused:
                    return new CertificateAnswer.Refused(refused.Reason);   // at this instant the authority refuses all of them
                case IssueAnswer.Issued { Pair: var pair }:
                    using (pair)
                    {
                        folder.Write(certificate.File, pair);
                        renewed.Add(Kept(certificate.File, pair.Facts));
                    }

                    break;
                default:
                    throw new InvalidOperationException("An answer of no kind.");
            }
        }

        return new CertificateAnswer.Done(own, renewed, troubles);
    });

    private CertificateAnswer Write(Func<SiteAuthority, DateTimeOffset, IssueAnswer> issue) => Holding((authority, own) =>
    {
        var answer = issue(authority, time.GetUtcNow());
        if (answer is not IssueAnswer.Issued { Pair: var pair })
        {
            return new CertificateAnswer.Refused(((IssueAnswer.Refused)answer).Reason);
        }

        using (pair)
        {
            var file = CertificateFolder.FileOf(pair.Facts.Kind, pair.Facts.Name);
            if (!folder.Holds(file) && folder.Files().Count >= CertificateFolder.MostCertificates)
            {
                return new CertificateAnswer.Refused(Words.CertFolderFull.With(folder, CertificateFolder.MostCertificates));
            }

            folder.Write(file, pair);
            return new CertificateAnswer.Done(own, [Kept(file, pair.Facts)], []);
        }
    });

    private CertificateAnswer Holding(Func<SiteAuthority, KeptCertificate, CertificateAnswer> work) => WithAuthority((authority, own) =>
    {
        using var hold = folder.Hold();
        if (hold is null)
        {
            return new CertificateAnswer.Refused(Words.CertFolderHeld.With(folder));
        }

        // Who made the authority may have been killed before he came to it, and people delete what they can have again.
        folder.HandOut(authority.CertificatePem);
        return work(authority, own);
    });

    private CertificateAnswer WithAuthority(Func<SiteAuthority, KeptCertificate, CertificateAnswer> work)
    {
        if (!folder.Holds(CertificateFolder.Authority))
        {
            return new CertificateAnswer.Refused(Words.CertNoAuthority.With(folder));
        }

        switch (folder.Read(CertificateFolder.Authority))
        {
            case PairAnswer.Refused refused:
                return new CertificateAnswer.Refused(Unread(CertificateFolder.Authority, refused.Reason));
            case PairAnswer.Opened { Pair: var pair } when SiteAuthority.Of(pair) is { } authority:
                using (authority)
                {
                    return work(authority, Kept(CertificateFolder.Authority, authority.Facts));
                }

            case PairAnswer.Opened { Pair: var other }:
                other.Dispose();
                return new CertificateAnswer.Refused(Unread(CertificateFolder.Authority, Words.CertOtherKind));
            default:
                throw new InvalidOperationException("An answer of no kind.");
        }
    }

    private (IReadOnlyList<KeptCertificate> Kept, IReadOnlyList<string> Troubles) Read()
    {
        var (kept, troubles) = (new List<KeptCertificate>(), new List<string>());
        foreach (var file in folder.Files())
        {
            switch (folder.Read(file))
            {
                case PairAnswer.Opened { Pair: var pair } when pair.Facts.Kind != CertificateKind.Authority:
                    using (pair)
                    {
                        kept.Add(Kept(file, pair.Facts));
                    }

                    break;
                case PairAnswer.Opened { Pair: var other }:
                    other.Dispose();
                    troubles.Add(Unread(file, Words.CertOtherKind));
                    break;
                case PairAnswer.Refused refused:
                    troubles.Add(Unread(file, refused.Reason));
                    break;
                default:
                    throw new InvalidOperationException("An answer of no kind.");
            }
        }

        return (kept, troubles);
    }

    private KeptCertificate Kept(string file, CertificateFacts facts)
    {
        var now = time.GetUtcNow();
        return new KeptCertificate(file, facts, CertificateTerm.Of(facts, now), CertificateAlarm.Of(facts, now));
    }

    private string Unread(string file, string reason) => Words.CertUnread.With(Path.Combine(folder.FullPath, file), reason);
}
