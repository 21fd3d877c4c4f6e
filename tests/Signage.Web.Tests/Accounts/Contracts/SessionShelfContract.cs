using Signage.Core.Accounts;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Tests.Accounts.Contracts;

/// <summary>What every shelf of sessions has to keep. A host's own shelf passes the same tests: derive, and hand an empty one over.</summary>
public abstract class SessionShelfContract
{
    private static readonly DateTimeOffset Moment = DateTimeOffset.Parse("2026-09-01T09:00:00.1234567+00:00", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_WhenPut_IsThereWithEverything()
    {
        var shelf = await EmptyAsync();
        await shelf.PutAsync(Of("k1"), Token);
        Assert.Equal(Of("k1"), Assert.Single(await shelf.ReadAsync(Token)));
    }

    [Fact]
    public async Task Session_WhenPutAgain_ReplacesTheFirst()
    {
        var shelf = await EmptyAsync();
        await shelf.PutAsync(Of("k1"), Token);
        await shelf.PutAsync(Of("k1") with { SeenAt = Moment.AddHours(1) }, Token);
        Assert.Equal(Moment.AddHours(1), Assert.Single(await shelf.ReadAsync(Token)).SeenAt);
    }

    [Fact]
    public async Task Sessions_WhenRemoved_AreGoneAndOthersAreNot()
    {
        var shelf = await EmptyAsync();
        foreach (var key in (string[])["k1", "k2", "k3"])
        {
            await shelf.PutAsync(Of(key), Token);
        }

        await shelf.RemoveAsync(["k1", "k3", "never there"], Token);
        Assert.Equal("k2", Assert.Single(await shelf.ReadAsync(Token)).Key);
    }

    /// <summary>A shelf with nothing on it.</summary>
    protected abstract Task<ISessionShelf> EmptyAsync();

    private static Session Of(string key) => new(key, "p1", "stamp", Moment, Moment.AddMinutes(1), Moment.AddMinutes(2));
}
