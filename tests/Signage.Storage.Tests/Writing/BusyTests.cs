using Microsoft.Data.Sqlite;
using Signage.Core.Panels;
using Signage.Core.Truth;

namespace Signage.Storage.Tests.Writing;

public sealed class BusyTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Add_WhenAnotherProgramHoldsTheDatabase_FailsRetryablyAndSucceedsLater()
    {
        await using var store = await _folder.OpenAsync(new StoreOptions { BusyLimit = TimeSpan.FromMilliseconds(120) });
        using (Hold())
        {
            StorageException[] busy = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => Assert.ThrowsAsync<StorageException>(() => AddAsync(store, $"p{n}"))));
            Assert.All(busy, failed => Assert.True(failed.Retryable));
            Assert.All(busy, failed => Assert.DoesNotContain("locked", failed.Message, StringComparison.Ordinal));
            Assert.Empty((await store.ReadAsync(Token)).Panels);   // readings do not wait
        }

        Assert.IsType<StoreAnswer.Stored>(await AddAsync(store, "p0"));
    }

    [Fact]
    public async Task Add_WhenTheOtherProgramLetsGoInTime_Stores()
    {
        await using var store = await _folder.OpenAsync();
        Task<StoreAnswer> adding;
        using (Hold())
        {
            adding = Task.Run(() => AddAsync(store, "p"), Token);
            await store.ReadAsync(Token);
            Assert.False(adding.IsCompleted);
        }

        Assert.IsType<StoreAnswer.Stored>(await adding);
    }

    [Fact]
    public async Task Add_WhenTheCallerGivesUp_StopsWaiting()
    {
        await using var store = await _folder.OpenAsync(new StoreOptions { BusyLimit = TimeSpan.FromMinutes(10) });
        using var impatience = new CancellationTokenSource();
        using var held = Hold();
        var adding = Task.Run(() => store.As(Actor.Site).AddPanelAsync(SampleSite.Gate, impatience.Token), Token);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adding);
    }

    [Fact]
    public async Task Write_WhenFiftyWriteInParallel_NeverSaysLocked()
    {
        await using var store = await _folder.OpenAsync();
        await AddAsync(store, "truth");
        var took = new System.Collections.Concurrent.ConcurrentBag<double>();
        var rounds = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_WRITES") ?? "8", System.Globalization.CultureInfo.InvariantCulture);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(
            async () =>
            {
                for (var round = 0; round < rounds; round++)
                {
                    var started = TimeProvider.System.GetTimestamp();
                    var answer = round % 4 == 0
                        ? await AddAsync(store, $"p{writer}-{round}")
                        : await store.WriteTruthAsync(new PanelId("truth"), PanelTruth.Unknown with { Sent = new($"{writer}-{round}") }, Token);
                    Assert.IsType<StoreAnswer.Stored>(answer);
                    took.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
                }
            },
            Token)));

        var sorted = took.Order().ToArray();
        TestContext.Current.SendDiagnosticMessage($"{sorted.Length} writings: half within {sorted[sorted.Length / 2]:0} ms, 99 % within {sorted[sorted.Length * 99 / 100]:0} ms, all within {sorted[^1]:0} ms");
        Assert.Equal(1 + (50 * ((rounds + 3) / 4)), (await store.ReadAsync(Token)).Panels.Count);
        Assert.Empty(await store.CheckAsync(Token));
    }

    private static Task<StoreAnswer> AddAsync(SiteStore store, string id) => store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId(id) }, Token);

    /// <summary>Another program in the middle of a writing.</summary>
    private Holder Hold() => new(_folder.Database);

    private sealed class Holder : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteTransaction _transaction;

        public Holder(string path)
        {
            _connection = new SqliteConnection($"Data Source={path};Pooling=False");
            _connection.Open();
            _transaction = _connection.BeginTransaction();
        }

        public void Dispose()
        {
            _transaction.Dispose();
            _connection.Dispose();
        }
    }
}
