using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control;

/// <summary>Who stands at the door of the site, as the operating system says, not as the caller says.</summary>
/// <param name="User">The user: a number on Unix, an account on Windows.</param>
/// <param name="Process">The calling process; null where the system does not say.</param>
public sealed record ControlCaller(string User, int? Process)
{
    /// <summary>For the audit: who did it.</summary>
    public Actor Actor => new($"user:{User}");

    /// <summary>For people: who did it.</summary>
    public override string ToString() =>
        Process is { } process ? Words.MachineOwnerProcess.With(User, process) : Words.MachineOwner.With(User);
}
