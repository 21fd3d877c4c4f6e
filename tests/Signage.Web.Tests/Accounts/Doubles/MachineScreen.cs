using System.Collections.Concurrent;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>The screen of the machine on which a site runs.</summary>
internal sealed class MachineScreen : IClaimConsole
{
    private readonly ConcurrentQueue<(string Code, DateTimeOffset Until)> _shown = new();

    public IReadOnlyList<(string Code, DateTimeOffset Until)> Shown => [.. _shown];

    public string Code => _shown.Last().Code;

    public void Show(string code, DateTimeOffset until) => _shown.Enqueue((code, until));
}
