using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Storage;

namespace Signage.Controller.Tests.People;

/// <summary>A folder with the store of a site in it, as a disk has it; gone afterwards unless it is another's.</summary>
internal sealed class SiteGround : IAsyncDisposable
{
    private readonly string? _mine;
    private SiteStore? _store;

    public SiteGround() => Folder = _mine = Directory.CreateTempSubdirectory("signage-people-").FullName;

    public SiteGround(string folder) => Folder = folder;

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "site.db");

    public SiteStore Store => _store ?? throw new InvalidOperationException("not opened yet");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The book of a site that starts, or starts again.</summary>
    public async Task<AccountBook> StartAsync(TimeSpan? busyLimit = null, ILogger? log = null)
    {
        await StopAsync();
        _store = await SiteStore.OpenAsync(Database, new StoreOptions { BusyLimit = busyLimit ?? TimeSpan.FromMinutes(2) }, TimeProvider.System, Token);
        return await AccountBook.OpenAsync(_store, log ?? NullLogger.Instance, Token);
    }

    public async Task StopAsync()
    {
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        _store = null;
    }

    /// <summary>A person with a password.</summary>
    public static Account Person(string id, string login) =>
        new(id, Assert.IsType<LoginNameAnswer.Named>(LoginName.Read(login)).Login, "王芳", Duty.Write) { PasswordHash = "hash", Stamp = "stamp" };

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_mine is not null)
        {
            Directory.Delete(_mine, recursive: true);
        }
    }
}
