using Signage.Web.Accounts.Secrets;

namespace Signage.Controller.People;

/// <summary>Keeps the code for claiming until whoever owns the machine asks for it at the control socket. Nothing of it is printed: what a service prints is a log. Thread-safe.</summary>
public sealed class ClaimScreen : IClaimConsole
{
    private volatile ClaimNotice? _shown;

    /// <summary>The code that was shown last; null before the pages are served, and at a site that somebody has claimed before it started.</summary>
    public ClaimNotice? Now => _shown;

    /// <inheritdoc />
    public void Show(string code, DateTimeOffset until) => _shown = new ClaimNotice(code, until);
}

/// <summary>认领码: whoever has it becomes the first manager of a site.</summary>
/// <param name="Code">The code; nothing for a log.</param>
/// <param name="Until">When it ends, in UTC.</param>
public sealed record ClaimNotice(string Code, DateTimeOffset Until)
{
    /// <summary>When it ends, and not the code: whatever is printed may end in a log.</summary>
    public override string ToString() => $"a code until {Until:O}";
}
