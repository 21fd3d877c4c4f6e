using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Signage.Storage.Backups;

namespace Signage.Storage.Tests;

/// <summary>A real folder for one test, gone afterwards.</summary>
internal sealed class SiteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-storage-");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public string Database => In("site.db");

    public IReadOnlyList<string> Backups => BackupFolder.All(Database);

    public string In(string name) => Path.Combine(_folder.FullName, name);

    public Task<SiteStore> OpenAsync() => OpenAsync(Database);

    public Task<SiteStore> OpenAsync(string path) => SiteStore.OpenAsync(path, Time, TestContext.Current.CancellationToken);

    public Task<SiteStore> OpenAsync(StoreOptions options) => SiteStore.OpenAsync(Database, options, Time, TestContext.Current.CancellationToken);

    /// <summary>A site with everything of the sample in it, closed.</summary>
    public async Task FillAsync()
    {
        await using var store = await OpenAsync();
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, TestContext.Current.CancellationToken);
    }

    /// <summary>What a kill would leave of a site that runs: the file, its log and its head, nothing closed.</summary>
    public string Killed(string name)
    {
        foreach (var ending in (string[])["", "-wal", ".head"])
        {
            File.Copy($"{Database}{ending}", In($"{name}{ending}"));
        }

        return In(name);
    }

    /// <summary>The names in the folder.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);

    public Task<StorageException> RefusedAsync() => RefusedAsync(new StoreOptions());

    public async Task<StorageException> RefusedAsync(StoreOptions options) => await Assert.ThrowsAsync<StorageException>(async () => await (await OpenAsync(options)).DisposeAsync());

    /// <summary>Runs SQL past the store, and lets go of the file.</summary>
    public static List<string> Sql(string path, string text)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = text;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "null" : reader.GetString(column))));
        }

        return rows;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
