using System.Globalization;
using Signage.Protocols.Profiles.Json;

namespace Signage.Protocols.Profiles.Rules;

/// <summary>A link needs what its scheme cannot do without, and nothing that it cannot use.</summary>
internal static class LinkRule
{
    private static readonly string[] WithPort = ["tcp", "udp", "http", "mqtt"];

    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<IReadOnlyList<LinkDefaults>>("links") is not { } links)
        {
            return;
        }

        var seen = new HashSet<LinkDefaults>();
        foreach (var (index, link) in links.Index())
        {
            var path = JsonPath.Item("$.links", index);
            faults.AddAll(path, Complaints(link));
            if (!seen.Add(link))
            {
                faults.Add(path, string.Create(CultureInfo.InvariantCulture, $"says the same as link {Index(links, link)}"));
            }
        }
    }

    private static IEnumerable<string> Complaints(LinkDefaults link)
    {
        if (link.Scheme == "serial")
        {
            if (link.Baud is null)
            {
                yield return "is serial and needs a baud";
            }

            if (link.Port is not null)
            {
                yield return "is serial and has no port";
            }
        }
        else if (WithPort.Contains(link.Scheme))
        {
            if (link.Port is null)
            {
                yield return $"is {link.Scheme} and needs a port";
            }

            if (link.Baud is not null)
            {
                yield return $"is {link.Scheme} and has no baud";
            }
        }
        else
        {
            yield return $"has the unknown scheme \"{link.Scheme}\"; known are serial, {string.Join(", ", WithPort)}";
        }
    }

    private static int Index(IReadOnlyList<LinkDefaults> links, LinkDefaults link) => links.Index().First(pair => pair.Item == link).Index;
}
