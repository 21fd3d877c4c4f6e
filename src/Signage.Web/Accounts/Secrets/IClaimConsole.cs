namespace Signage.Web.Accounts.Secrets;

/// <summary>
/// Where the code for claiming a site is shown: only to whoever stands at the machine. Never a log, which travels; what a service prints is one (under systemd standard output is the journal), so that a host
/// that runs as a service answers with it over its control socket, to the owner of the machine.
/// </summary>
public interface IClaimConsole
{
    /// <summary>Shows a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="until">When it ends, in UTC.</param>
    void Show(string code, DateTimeOffset until);
}
