using Microsoft.Extensions.Time.Testing;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>What a site stands on and what outlives its restarts: accounts, sessions, the folder of keys, the clock, and the log.</summary>
internal sealed class AccountsGround : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-accounts-");

    public MemoryBook Book { get; } = new();

    public MemoryShelf Shelf { get; } = new();

    public LogNet Logs { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse("2031-03-05T08:00:10+00:00", null));

    public string Keys => Path.Combine(_folder.FullName, "keys");

    public void Dispose()
    {
        Logs.Dispose();
        _folder.Delete(recursive: true);
    }
}
