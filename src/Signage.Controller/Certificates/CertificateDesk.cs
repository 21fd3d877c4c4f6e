using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Disks;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>
/// Where the certificates of a site are made and renewed. Needs no running site. One at a time works in a folder; whoever is killed leaves each file as it was or
/// as it is to be. Of each pair the new one takes the place of the old one only once it is whole and on the disk.
/// </summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="time">From when they hold. By a clock older than <see cref="CertificateTerm.Earliest"/> nothing is signed: it would be over once the clock is right.</param>
public sealed class CertificateDesk(CertificateFolder folder, TimeProvider time)
{
    /// <summary>The instant before which no clock is believed; a test may need the past.</summary>
    internal DateTimeOffset Earliest { get; init; } = CertificateTerm.Earliest;

    /// <summary>Makes an authority in a folder that has none, and no certificates that another one left there.</summary>
    /// <param name="name">What it is called; ask <see cref="SiteAuthority.IsName"/> first.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public CertificateAnswer Found(string name)
    {
        var now = time.GetUtcNow();
        if (Disbelieved(now) is { } wrong)
        {
            return wrong;
        }

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

        // Somebody moved the key away: a second authority in its place would lock out all who trust the first.
        if (folder.Left() is { } left)
        {
            return new CertificateAnswer.Refused(Words.CertFolderUsed.With(folder, left));
        }

        using var pair = SiteAuthority.Found(name, now);
        folder.Write(CertificateFolder.Authority, pair);
        folder.HandOut(pair.CertificatePem);
        return new CertificateAnswer.Done(Look().Kept(CertificateFolder.Authority, pair.Facts), [], []);
    }

    /// <summary>Issues a certificate for a server; one that is called the same is replaced.</summary>
    /// <param name="hosts">1 to 32 names and addresses.</param>
    /// <param name="days">60 to 397.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is there still, unless the message says otherwise.</exception>
    public CertificateAnswer Serve(IReadOnlyList<CertificateHost> hosts, int days = CertificateTerm.UsualDays) =>
        Write((authority, now) => authority.Serve(hosts, now, days));

    /// <summary>Issues a certificate for a device; one of the same account is replaced.</summary>
    /// <param name="account">Its account at the broker; <see cref="SiteAuthority.SiteAccount"/> is refused.</param>
    /// <param name="days">60 to 397.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is there still, unless the message says otherwise.</exception>
    public CertificateAnswer Admit(PanelId account, int days = CertificateTerm.UsualDays) => Write((authority, now) => authority.Admit(account, now, days));

    /// <summary>Notes that a device was handed the certificate that lies in the folder; until then a renewed one is an alarm, since the device shows the old one.</summary>
    /// <param name="account">Its account at the broker.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public CertificateAnswer Handed(PanelId account) => Holding((authority, own) =>
    {
        var file = CertificateFolder.FileOf(CertificateKind.Device, account.Value);
        if (Look().Read(authority).Kept.FirstOrDefault(kept => kept.File == file) is not { } device)
        {
            return new CertificateAnswer.Refused(Words.CertNoDevice.With(folder, file));
        }

        folder.ForgetBefore(file);
        return new CertificateAnswer.Done(own, [Look().Kept(file, device.Facts)], []);
    });

    /// <summary>All that there are.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public CertificateAnswer List() => WithAuthority((authority, own) =>
    {
        var (kept, troubles) = Look().Read(authority);
        return new CertificateAnswer.Done(own, kept, troubles);
    });

    /// <summary>
    /// Renews those that are due, and says which; of each that the disk refuses it says so and goes on. The others that there are come as
    /// <see cref="CertificateAnswer.Done.Others"/>.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public CertificateAnswer Renew() => Holding((authority, own) =>
    {
        var (now, look) = (time.GetUtcNow(), Look());
        var (kept, unread) = look.Read(authority);
        var (renewed, others, troubles) = (new List<KeptCertificate>(), new List<KeptCertificate>(), new List<string>(unread));
        foreach (var old in kept)
        {
            if (!authority.IsDue(old.Facts, now))
            {
                others.Add(old);
                continue;
            }

            var answer = authority.Renew(old.Facts, now);
            if (answer is not IssueAnswer.Issued { Pair: var pair })
            {
                return new CertificateAnswer.Refused(((IssueAnswer.Refused)answer).Reason);   // at this instant the authority refuses all of them
            }

            using (pair)
            {
                var isThere = Replace(old.File, pair, out var trouble);
                (isThere ? renewed : others).Add(isThere ? look.Kept(old.File, pair.Facts) : old);
                troubles.AddRange(new[] { trouble }.OfType<string>());
            }
        }

        return new CertificateAnswer.Done(own, renewed, troubles) { Others = others };
    });

    // Each by itself: those that were replaced before have to be told of, since their old keys are gone.
    private bool Replace(string file, CertificatePair pair, out string? trouble)
    {
        var path = Path.Combine(folder.FullPath, file);
        var isNoted = false;
        trouble = null;
        try
        {
            if (pair.Facts.Kind == CertificateKind.Device)
            {
                folder.KeepBefore(file);
            }

            isNoted = true;
            folder.Write(file, pair);
            return true;
        }
        catch (NotFlushedException named) when (isNoted)
        {
            trouble = $"{path}: {named.Message}";
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            trouble = Words.CertNotRenewed.With(path, refused.Message);
            return false;
        }
    }

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
            return new CertificateAnswer.Done(own, [Look().Kept(file, pair.Facts)], []);
        }
    });

    private CertificateAnswer Holding(Func<SiteAuthority, KeptCertificate, CertificateAnswer> work) => WithAuthority((authority, own) =>
    {
        if (Disbelieved(time.GetUtcNow()) is { } wrong)
        {
            return wrong;
        }

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
                return new CertificateAnswer.Refused(Look().Unread(CertificateFolder.Authority, refused.Reason));
            case PairAnswer.Opened { Pair: var pair } when SiteAuthority.Of(pair) is { } authority:
                using (authority)
                {
                    return work(authority, Look().Kept(CertificateFolder.Authority, authority.Facts));
                }

            case PairAnswer.Opened { Pair: var other }:
                other.Dispose();
                return new CertificateAnswer.Refused(Look().Unread(CertificateFolder.Authority, Words.CertOtherKind));
            default:
                throw new InvalidOperationException("An answer of no kind.");
        }
    }

    private CertificateAnswer.Refused? Disbelieved(DateTimeOffset now) =>
        now < Earliest ? new CertificateAnswer.Refused(Words.CertClockTooOld.With(CertificateAlarm.Minute(now))) : null;

    private FolderLook Look() => new(folder, time.GetUtcNow());
}
