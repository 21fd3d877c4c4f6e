using System.CommandLine;
using System.Globalization;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Protocols.Profiles;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage profile show ID</c>: everything about one card model.</summary>
internal sealed class ProfileShowVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ProfileShowVerb(VerbRooms rooms)
        : base("show", Words.VerbProfileShow, "signage profile show onbon/bx-6e2")
    {
        var id = new Argument<string>("ID") { Description = Words.ArgumentModel };
        Add(id);
        SetAction(parsed =>
        {
            var profile = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(id));
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(ProfileRow.Of(profile), CliJson.Readable.ProfileRow);
                return ExitCode.Done;
            }

            var table = new Table().HideHeaders().AddColumns("", "");
            foreach (var (name, value) in Facts(profile))
            {
                table.AddRow(name, Markup.Escape(value));
            }

            rooms.Output.Draw(table);
            return ExitCode.Done;
        });
    }

    private static IEnumerable<(string Name, string Value)> Facts(DeviceProfile profile)
    {
        var row = ProfileRow.Of(profile);
        var limits = profile.Face;
        yield return (Words.LabelModel, $"{profile.Id}  {profile.Names.Zh} ({profile.Names.En})");
        yield return (Words.LabelProtocol, $"{profile.Protocol} {profile.Dialect}".TrimEnd());
        yield return (Words.LabelDelivery, string.Join(", ", row.Delivery));
        yield return (Words.LabelColours, string.Join(", ", row.Colours));
        yield return (Words.LabelFaces, $"{limits.MinWidth}x{limits.MinHeight} … {limits.MaxWidth}x{limits.MaxHeight} ({limits.Evidence})");
        yield return (Words.LabelLinks, string.Join(", ", profile.Links.Select(Link)));
        yield return (Words.LabelEffects, string.Join(", ", profile.Effects.Select(Mapping)));
        yield return (Words.LabelSpeeds, $"{profile.Speed.Levels.Min(level => level.Level)} … {profile.Speed.Levels.Max(level => level.Level)}, default {profile.Speed.Default} ({profile.Speed.Evidence})");
        yield return (Words.LabelStay, $"{profile.Stay.UnitMilliseconds} ms … {profile.Stay.UnitMilliseconds * (long)profile.Stay.MaxUnits} ms");
        yield return (Words.LabelBrightness, $"{profile.Brightness.Min} … {profile.Brightness.Max}");
        yield return (Words.LabelPacket, $"<= {profile.Packets.MaxBytes} bytes ({profile.Packets.Evidence})");
        yield return (Words.LabelAnswer, $"<= {profile.Timing.AnswerMilliseconds} ms, {profile.Timing.Attempts} attempts");
        yield return (Words.LabelEvidence, string.Join(", ", profile.Evidence.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}{(profile.Facts.TryGetValue(pair.Key, out var fact) ? $" (fact: {fact})" : "")}")));
        foreach (var quirk in profile.Quirks)
        {
            yield return (Words.LabelQuirk, quirk);
        }
    }

    private static string Link(LinkDefaults link) => link switch
    {
        { Port: { } port } => $"{link.Scheme} port {port.ToString(CultureInfo.InvariantCulture)}",
        { Baud: { } baud } => $"{link.Scheme} {baud.ToString(CultureInfo.InvariantCulture)} baud",
        _ => link.Scheme,
    };

    private static string Mapping(EffectMapping mapping) =>
        EffectWords.Of(mapping.Effect) + (mapping.Plays is { } plays && plays != mapping.Effect ? $" (plays {EffectWords.Of(plays)})" : "");
}
