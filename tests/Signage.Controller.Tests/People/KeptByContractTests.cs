using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.People;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Sessions;
using Signage.Web.Tests.Accounts.Contracts;

namespace Signage.Controller.Tests.People;

/// <summary>What is asked of every account book, asked of the one in the site's store.</summary>
public sealed class StoredBookTests : AccountBookContract, IAsyncDisposable
{
    private readonly SiteGround _ground = new();

    public ValueTask DisposeAsync() => _ground.DisposeAsync();

    protected override async Task<IAccountBook> EmptyAsync() => await _ground.StartAsync();
}

/// <summary>What is asked of every shelf, asked of the file.</summary>
public sealed class SessionFileTests : SessionShelfContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-shelf-");

    public void Dispose() => _folder.Delete(recursive: true);

    protected override Task<ISessionShelf> EmptyAsync() => Task.FromResult<ISessionShelf>(new SessionShelf(Path.Combine(_folder.FullName, SessionShelf.FileName), NullLogger.Instance));
}
