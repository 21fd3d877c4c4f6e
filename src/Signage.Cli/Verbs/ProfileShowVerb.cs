using System.CommandLine;
using System.Globalization;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Cli.Words;
using Signage.Protocols.Profiles;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage profile show ID</c>: everything about one card model.</summary>
internal sealed class ProfileShowVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ProfileShowVerb(VerbRooms rooms)
        : base("show", "查看一个卡型号 (show one card model)", "signage profile show onbon/bx-6e2")
    {
        var id = new Argument<string>("ID") { Description = "卡型号 (id of the model)" };
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
        yield return ("型号 model", $"{profile.Id}  {profile.Names.Zh} ({profile.Names.En})");
        yield return ("协议 protocol", $"{profile.Protocol} {profile.Dialect}".TrimEnd());
        yield return ("方式 delivery", string.Join(", ", row.Delivery));
        yield return ("颜色 colours", string.Join(", ", row.Colours));
        yield return ("屏面 faces", $"{limits.MinWidth}x{limits.MinHeight} … {limits.MaxWidth}x{limits.MaxHeight} ({limits.Evidence})");
        yield return ("链路 links", string.Join(", ", profile.Links.Select(Link)));
        yield return ("特技 effects", string.Join(", ", profile.Effects.Select(Mapping)));
        yield return ("速度 speeds", $"{profile.Speed.Levels.Min(level => level.Level)} … {profile.Speed.Levels.Max(level => level.Level)}, default {profile.Speed.Default} ({profile.Speed.Evidence})");
        yield return ("停留 stay", $"{profile.Stay.UnitMilliseconds} ms … {profile.Stay.UnitMilliseconds * (long)profile.Stay.MaxUnits} ms");
        yield return ("亮度 brightness", $"{profile.Brightness.Min} … {profile.Brightness.Max}");
        yield return ("数据包 packet", $"<= {profile.Packets.MaxBytes} bytes ({profile.Packets.Evidence})");
        yield return ("应答 answer", $"<= {profile.Timing.AnswerMilliseconds} ms, {profile.Timing.Attempts} attempts");
        yield return ("证据 evidence", string.Join(", ", profile.Evidence.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}")));
        foreach (var quirk in profile.Quirks)
        {
            yield return ("注意 quirk", quirk);
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
