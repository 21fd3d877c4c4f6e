using System.CommandLine;
using Signage.Cli.Composition;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;

namespace Signage.Cli.Verbs;

/// <summary>What every verb is given.</summary>
/// <param name="Rooms">What it works with.</param>
/// <param name="Output">Where it writes.</param>
/// <param name="Common">The options that it shares with all.</param>
internal sealed record VerbRooms(Rooms Rooms, Output Output, CommonOptions Common)
{
    /// <summary>True when machines read the answer.</summary>
    public bool ForMachines(ParseResult parsed) => parsed.GetValue(Common.Json);

    /// <summary>The card models that the command line means.</summary>
    public ProfileShelf Shelf(ParseResult parsed) => new(Rooms.Wire, parsed.GetValue(Common.Profiles));
}
