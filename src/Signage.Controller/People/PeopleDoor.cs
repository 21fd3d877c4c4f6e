using Signage.Web.Accounts.Desks;

namespace Signage.Controller.People;

/// <summary>
/// The way from the control socket to the desks of the pages: what the owner of the machine may do with accounts is done by the web server, which knows the sessions. Open for as long as pages are served. Thread-safe.
/// </summary>
public sealed class PeopleDoor
{
    private volatile PeopleDesks? _desks;

    /// <summary>The desks; null while no pages are served.</summary>
    internal PeopleDesks? Desks => _desks;

    /// <summary>Opens it.</summary>
    internal void Open(PeopleDesks desks) => _desks = desks;

    /// <summary>Closes it.</summary>
    internal void Close() => _desks = null;
}

/// <summary>The desks of the pages that the owner of the machine comes to.</summary>
/// <param name="Claim">Taking a new site.</param>
/// <param name="Console">The last resort.</param>
internal sealed record PeopleDesks(ClaimDesk Claim, ConsoleDesk Console);
