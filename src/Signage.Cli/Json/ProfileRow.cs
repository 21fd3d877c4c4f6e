using System.Text.Json;
using Signage.Controller.Dispatch;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Json;

/// <summary>One card model in <c>profile list --json</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Protocol">The protocol that it speaks.</param>
/// <param name="Delivery">How content can be delivered.</param>
/// <param name="Evidence">How well loading pages is attested.</param>
/// <param name="Colours">The colours of faces that it can drive, as written in a face.</param>
/// <param name="MaxWidth">Widest face in pixels.</param>
/// <param name="MaxHeight">Highest face in pixels.</param>
/// <param name="Links">The schemes that reach it, preferred first.</param>
internal sealed record ProfileRow(
    string Id,
    string Protocol,
    IReadOnlyList<string> Delivery,
    string Evidence,
    IReadOnlyList<string> Colours,
    int MaxWidth,
    int MaxHeight,
    IReadOnlyList<string> Links)
{
    /// <summary>The command that matters most: without it nothing is ever shown.</summary>
    private const string MainCommand = "loadPages";

    /// <summary>The row of a model.</summary>
    public static ProfileRow Of(DeviceProfile profile) => new(
        profile.Id,
        profile.Protocol,
        [.. profile.Delivery.Select(kind => Word(kind))],
        Word(profile.Evidence.GetValueOrDefault(MainCommand, EvidenceLevel.Unproven)),
        [.. profile.Colours.Select(PanelFit.WordOf)],
        profile.Face.MaxWidth,
        profile.Face.MaxHeight,
        [.. profile.Links.Select(link => link.Scheme).Distinct()]);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
