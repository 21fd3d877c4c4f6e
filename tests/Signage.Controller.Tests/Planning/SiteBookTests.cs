using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Planning;
using Signage.Core.Alerts;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Storage;

namespace Signage.Controller.Tests.Planning;

public sealed class SiteBookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-book-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "site.db");

    /// <summary>Whoever hears that it failed does it again, and hears that the name is taken.</summary>
    [Fact]
    public async Task Edit_WhenItIsStoredAndCannotBeReadBack_IsAnsweredAsStored_AndSeenAfterwards()
    {
        await using var store = await SiteStore.OpenAsync(Database, _time, Token);
        await using var book = await SiteBook.OpenAsync(store, new Bell(), Plan.Empty(TimeZoneInfo.Utc), new SitePlaceArea([], null), AlertTemplate.Usual, Token);
        var gate = new Panel(new PanelId("gate"), "东门", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), new Uri("tcp://127.0.0.1:9"));

        await SayAsync("ALTER TABLE policies RENAME TO elsewhere");
        Assert.IsType<StoreAnswer.Stored>(await book.As(Actor.Site).AddPanelAsync(gate, () => null, Token));
        Assert.Empty(book.Now.Panels);
        await SayAsync("ALTER TABLE elsewhere RENAME TO policies");
        Assert.Equal(gate.Id, Assert.Single((await book.NewestAsync(Token)).Panels).Id);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task SayAsync(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
