using System.Text;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>The rules that every root keeps, whoever signed it.</summary>
public static class RootRules
{
    /// <summary>The most bytes of an id, a domain or the name of a field.</summary>
    public const int MostId = 64;

    /// <summary>The most bytes of a person's name.</summary>
    public const int MostName = 100;

    /// <summary>The most people.</summary>
    public const int MostPeople = 500;

    /// <summary>The most keys of a person.</summary>
    public const int MostKeys = 4;

    /// <summary>The most fields that a later version added.</summary>
    public const int MostExtensions = 16;

    /// <summary>The most bytes of such a field.</summary>
    public const int MostExtension = 4096;

    /// <summary>The fewest people who end a blank.</summary>
    public const int LeastResume = 2;

    /// <summary>The order of ids: by their bytes of UTF-8, which is another one than that of their UTF-16 where there are signs above U+FFFF.</summary>
    public static Comparer<string> IdOrder { get; } = Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)));

    /// <summary>The first rule that a root breaks; null when it keeps them all.</summary>
    public static RootFault? Fault(TrustRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (root.Extensions.Any(extension => extension.IsCritical && extension.Name != RootReview.Name))
        {
            return RootFault.UnknownCritical;
        }

        return !IsInBounds(root) || RootReview.In(root.Extensions) is null ? RootFault.OutOfBounds
            : HasTwice(root) ? RootFault.SameTwice
            : !IsOrdered(root) ? RootFault.NotCanonical
            : Thresholds(root) ?? (root.People.Any(person => person.Roles.Meets(RoleSet.Online) && person.Roles.Meets(RoleSet.Offline)) ? RootFault.OnlineApproves : null);
    }

    private static Comparer<byte[]> PointOrder { get; } = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    private static bool IsInBounds(TrustRoot root) =>
        IsText(root.Domain, MostId) && root.Version >= 1 && root.Epoch >= 1
        && root.IssuedAt.ToUnixTimeMilliseconds() >= 0 && IsWhole(root.IssuedAt) && IsWhole(root.ExpiresAt) && root.ExpiresAt > root.IssuedAt
        && root.Thresholds.Count == RoleSet.Count && root.Thresholds.All(threshold => threshold is >= 0 and <= MostPeople)
        && root.People.Count is > 0 and <= MostPeople && root.People.All(IsInBounds)
        && root.People.All(person => person.Keys.All(key => key.Profile == root.Profile))
        && root.Extensions.Count <= MostExtensions
        && root.Extensions.All(extension => IsText(extension.Name, MostId) && extension.Value.Length <= MostExtension);

    private static bool IsInBounds(TrustPerson person) =>
        IsText(person.Id, MostId) && IsText(person.Name, MostName) && (person.Roles.Bits & ~RoleSet.Known) == 0 && person.Keys.Count is >= 1 and <= MostKeys;

    private static bool IsWhole(DateTimeOffset instant) => instant.Offset == TimeSpan.Zero && instant.Ticks % TimeSpan.TicksPerMillisecond == 0;

    private static bool IsText(string text, int most) =>
        text.Length > 0 && !text.Any(char.IsControl) && FieldWriter.CanWrite(text) && Encoding.UTF8.GetByteCount(text) <= most;

    private static bool HasTwice(TrustRoot root) =>
        HasTwice(root.People.Select(person => person.Id))
        || HasTwice(root.People.SelectMany(person => person.Keys).Select(key => key.Id.ToString()))
        || HasTwice(root.Extensions.Select(extension => extension.Name));

    private static bool HasTwice(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return !names.All(seen.Add);
    }

    private static bool IsOrdered(TrustRoot root) =>
        IsOrdered(root.People.Select(person => person.Id), IdOrder)
        && root.People.All(person => IsOrdered(person.Keys.Select(key => key.Point.ToArray()), PointOrder))
        && IsOrdered(root.Extensions.Select(extension => extension.Name), IdOrder);

    private static bool IsOrdered<T>(IEnumerable<T> all, Comparer<T> order)
    {
        var list = all.ToArray();
        return list.Zip(list.Skip(1)).All(pair => order.Compare(pair.First, pair.Second) < 0);
    }

    private static RootFault? Thresholds(TrustRoot root)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var holders = root.People.Count(person => person.Roles.Has(role) && !person.IsRevoked);
            if (root.Threshold(role) > holders || (root.Threshold(role) == 0 && holders > 0))
            {
                return RootFault.ThresholdUnmet;
            }
        }

        return root.Threshold(Role.Root) < 1 || root.Threshold(Role.Resume) is > 0 and < LeastResume ? RootFault.ThresholdTooLow : null;
    }
}
