using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;

namespace Signage.Cli.Composition;

/// <summary>What the verbs work with. The program takes the real ones; a test may put its own in.</summary>
/// <param name="Wire">Protocols and links.</param>
/// <param name="Drawing">Typesetting and pictures.</param>
/// <param name="Simulation">Panels made of software.</param>
/// <param name="Site">The site on this machine.</param>
/// <param name="Time">Line time and the clock of simulated cards.</param>
internal sealed record Rooms(WireRoom Wire, IDrawingRoom Drawing, ISimulationRoom Simulation, ISiteRoom Site, TimeProvider Time);

/// <summary>Protocols and links.</summary>
/// <param name="Adapters">The protocols that can be spoken.</param>
/// <param name="Transports">The links that can be opened.</param>
/// <param name="ReadProfiles">Reads profile files whole.</param>
/// <param name="ProfileFolder">The folder of profiles where none is named on the command line.</param>
/// <param name="Hold">
/// Holds every endpoint of a panel for this process until disposed, so that two programs never talk at once; fails when a site holds one. Takes the verb that was
/// run, which others are told.
/// </param>
internal sealed record WireRoom(
    PanelAdapters Adapters,
    PanelTransports Transports,
    Func<IEnumerable<ProfileFile>, ProfileReading> ReadProfiles,
    string ProfileFolder,
    Func<Uri, DeviceProfile, string, IDisposable> Hold);
