using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles.Json;

namespace Signage.Protocols.Profiles.Rules;

/// <summary>A link needs what its scheme cannot do without, and nothing that it cannot use.</summary>
internal static class LinkRule
{
    private static readonly string[] WithPort = ["tcp", "udp", "http", "mqtt"];

    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<LinkDefaults>("control") is { } control)
        {
            faults.AddAll("$.control", Complaints(control));
        }

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
                faults.Add(path, Words.SameAsLink.With(Index(links, link)));
            }
        }
    }

    private static IEnumerable<string> Complaints(LinkDefaults link)
    {
        if (link.Shape is { } shape && !LinkShapes.Fits(link.Scheme, shape))
        {
            yield return Words.LinkHasNoShape.With(link.Scheme, shape);
        }

        if (link.Scheme == "serial")
        {
            if (link.Baud is null)
            {
                yield return Words.LinkNeedsBaud;
            }

            if (link.Port is not null)
            {
                yield return Words.LinkHasNoPort;
            }
        }
        else if (WithPort.Contains(link.Scheme))
        {
            if (link.Port is null)
            {
                yield return Words.LinkNeedsPort.With(link.Scheme);
            }

            if (link.Baud is not null)
            {
                yield return Words.LinkHasNoBaud.With(link.Scheme);
            }
        }
        else
        {
            yield return Words.LinkUnknown.With(link.Scheme, string.Join(", ", WithPort));
        }
    }

    private static int Index(IReadOnlyList<LinkDefaults> links, LinkDefaults link) => links.Index().First(pair => pair.Item == link).Index;
}
