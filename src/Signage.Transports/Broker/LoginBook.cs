using System.Net;
using System.Security.Cryptography;
using Signage.Transports.Broker.Guard;

namespace Signage.Transports.Broker;

/// <summary>
/// Finds the account behind a name and a password. The slow hash is calculated until an account has come in once; from then on a digest under a key
/// of this process knows it again at once, so that a street of panels that comes back after a power cut costs the others nothing. Whoever is wrong waits for
/// the same calculation, whether the account exists or not, and how much is calculated is bounded: somebody who guesses learns nothing and costs little.
/// </summary>
internal sealed class LoginBook : IDisposable
{
    private readonly ConnectionGate _gate;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Page> _pages;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    // Who does not exist is looked up as long as who does.
    private readonly BrokerSecret _nobody = BrokerSecret.Of("nobody");

    // One at a time, and a wrong one leaves a pause behind it: a quarter of one processor for guesses is enough.
    private const int PauseAfterWrong = 3;
    private readonly SemaphoreSlim _calculating = new(1);

    public LoginBook(IEnumerable<BrokerAccount> accounts, ConnectionGate gate, TimeProvider time)
    {
        (_gate, _time) = (gate, time);
        _pages = accounts.ToDictionary(account => account.Name, account => new Page(account), StringComparer.Ordinal);
    }

    /// <summary>The account, or why there is none.</summary>
    public async ValueTask<(BrokerAccount? Account, BrokerRefusal Refusal)> FindAsync(
        string? name, byte[]? password, EndPoint? remote, CancellationToken cancellationToken)
    {
        var page = _pages.GetValueOrDefault(name ?? "");
        var digest = HMACSHA256.HashData(_key, password ?? []);
        if (page?.Known is { } known && CryptographicOperations.FixedTimeEquals(known, digest))
        {
            return (page.Account, default);
        }

        if (!_gate.MayFail(remote))
        {
            return (null, BrokerRefusal.TooManyAttempts);
        }

        await _calculating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var began = _time.GetTimestamp();
            var secret = page?.Account.Secret ?? _nobody;
            if (!await MatchesAsync(secret, password ?? []).ConfigureAwait(false) || page is null)
            {
                await Task.Delay(PauseAfterWrong * _time.GetElapsedTime(began), _time, cancellationToken).ConfigureAwait(false);
                return (null, BrokerRefusal.WrongLogin);
            }
        }
        finally
        {
            _calculating.Release();
        }

        page.Known = digest;
        _gate.DidNotFail(remote);
        return (page.Account, default);
    }

    public void Dispose() => _calculating.Dispose();

    // On a thread of its own: the pool has as many as there are processors, and everybody's messages wait for one of them.
    private static Task<bool> MatchesAsync(BrokerSecret secret, byte[] password) => Task.Factory.StartNew(
        () => secret.Matches(password), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private sealed class Page(BrokerAccount account)
    {
        private byte[]? _known;

        public BrokerAccount Account => account;

        /// <summary>Digest of the right password, once it was given.</summary>
        public byte[]? Known
        {
            get => Volatile.Read(ref _known);
            set => Volatile.Write(ref _known, value);
        }
    }
}
