using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Signage.Controller.Watching;
using Signage.Core.Panels;
using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Controller.Blanking;

/// <summary>
/// 一键黑屏 and its release. A press takes effect in memory first and reaches every worker at once; only then it is written down. It needs neither
/// database, nor broker, nor room on the disk. A release needs the number of the press and the code that the site printed on its own console: at a
/// site with one person the console stands for the second one. Elsewhere two people who have come in name that number. Thread-safe.
/// </summary>
public sealed partial class BlankSwitch : IBlankSwitch, IDisposable
{
    private const int MostWrongCodes = 5;
    private readonly Lock _lock = new();
    private readonly BlankDisk _disk;
    private readonly TimeProvider _siteTime;
    private readonly ILogger _log;
    private readonly Listeners _listeners = new();
    private volatile BlankState _state;

    private BlankSwitch(string? path, TimeProvider siteTime, ILogger log)
    {
        (_disk, _siteTime, _log) = (new BlankDisk(path, siteTime, log), siteTime, log);
        _state = _disk.Read ?? new BlankState(1, true, [], Words.BlankFileDamaged, siteTime.GetUtcNow());
        if (_state.On)
        {
            // The old code was on a console that may be gone; whoever can read this one may release.
            _state = _state with { CodeDigest = DigestOf(NewCode(_state.Number)), WrongCodes = 0 };
            _disk.Write(() => _state);
        }
    }

    /// <summary>
    /// Takes up what a file says; one that is there and cannot be opened or read means dark. Where none can be made, the state lives in memory only, and
    /// every press says so: a disk that refuses must not keep a person from darkening panels.
    /// </summary>
    /// <param name="path">Where the state is kept.</param>
    /// <param name="siteTime">Stamps presses.</param>
    /// <param name="log">The console of the site, where release codes are printed.</param>
    public static BlankSwitch Open(string path, TimeProvider siteTime, ILogger log) => new(path, siteTime, log);

    /// <summary>A switch that lives in memory only.</summary>
    public static BlankSwitch InMemory(TimeProvider siteTime, ILogger log) => new(null, siteTime, log);

    /// <summary>What holds now.</summary>
    public BlankState Now => _state;

    /// <summary>Why what holds is not on the disk; null when it is.</summary>
    public string? Unwritten => _disk.Unwritten;

    /// <inheritdoc />
    public bool Covers(PanelId panel) => _state.Covers(panel);

    /// <inheritdoc />
    public IDisposable OnChange(Action changed) => _listeners.Add(changed);

    /// <summary>Darkens panels. Pressing again widens what is dark and never narrows it.</summary>
    /// <param name="panels">The panels; empty for all.</param>
    /// <param name="by">Who presses.</param>
    /// <returns>What holds now, and why it could not be written down; null when it was. It holds in either case.</returns>
    public (BlankState State, string? Unwritten) Press(IReadOnlyList<PanelId> panels, string by)
    {
        ArgumentNullException.ThrowIfNull(panels);
        BlankState pressed;
        lock (_lock)
        {
            string[] covered = [.. _state.Panels.Union(panels.Select(panel => panel.Value)).Order(StringComparer.Ordinal)];
            var all = panels.Count == 0 || _state is { On: true, Panels.Count: 0 };
            var number = _state.Number + 1;
            _state = pressed = new BlankState(
                number, true, all ? [] : _state.On ? covered : [.. panels.Select(panel => panel.Value)], by, _siteTime.GetUtcNow(), DigestOf(NewCode(number)));
        }

        string? unwritten;
        try
        {
            _listeners.Tell();
        }
        finally
        {
            // Also when one of them fails: what was pressed outlives a restart.
            unwritten = _disk.Write(() => _state);
        }

        return (pressed, unwritten);
    }

    /// <summary>Releases what was blanked.</summary>
    /// <param name="number">The press that is released, the latest one.</param>
    /// <param name="code">The code that the site printed on its console for it.</param>
    /// <param name="by">Who releases.</param>
    /// <returns>Why it is not released; null when it is.</returns>
    public string? Release(int number, string code, string by)
    {
        var state = _state;
        if ((Refusal(state, number) ?? (state.WrongCodes >= MostWrongCodes ? Words.TooManyCodes : null)) is { } refusal)
        {
            return refusal;
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(DigestOf(code)), Encoding.ASCII.GetBytes(state.CodeDigest ?? "")))
        {
            CountWrongCode(number);
            return Words.WrongCode;
        }

        return Lift(number, by);
    }

    /// <summary>Releases what was blanked, by the word of two people who both named it. Whether they may, and lately said so, has been looked at.</summary>
    /// <param name="number">The press that is released, the latest one.</param>
    /// <param name="first">Who said so first.</param>
    /// <param name="second">Who said so then.</param>
    /// <returns>Why it is not released; null when it is.</returns>
    /// <exception cref="ArgumentException">It is one person.</exception>
    public string? ReleaseByTwo(int number, Person first, Person second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.Id == second.Id ? throw new ArgumentException("One person is not two.", nameof(second)) : Refusal(_state, number) ?? Lift(number, $"{first.Name}、{second.Name}");
    }

    /// <summary>Tries again to write down what could not be written; call it now and then.</summary>
    public void WriteAgain() => _disk.WriteAgain(() => _state);

    /// <inheritdoc />
    public void Dispose() => _disk.Dispose();

    private static string? Refusal(BlankState state, int number) => state switch
    {
        { On: false } => Words.NothingBlanked,
        _ when state.Number != number => Words.OtherBlank.With(state.Number, number),
        _ => null,
    };

    private string? Lift(int number, string by)
    {
        // Written first: what is released must stay released after a restart, and nothing may be lit under a blank that the disk still holds. When somebody
        // presses before the disk's turn has come, that press is what must be on it. Whatever is written after this finds the release in force: nothing
        // puts the blank back over it.
        var released = new BlankState(number, false, [], by, _siteTime.GetUtcNow());
        if (_disk.Write(() => _state.Number == number ? released : _state, () => Follow(number, released)) is { } unwritten)
        {
            return Words.ReleaseUnwritten.With(unwritten);
        }

        if (!ReferenceEquals(_state, released))
        {
            // Somebody pressed meanwhile, and that press is written, now or after this.
            return Refusal(_state, number);
        }

        _listeners.Tell();
        return null;
    }

    private void Follow(int number, BlankState released)
    {
        lock (_lock)
        {
            _state = _state.Number == number ? released : _state;
        }
    }

    private void CountWrongCode(int number)
    {
        lock (_lock)
        {
            if (_state.On && _state.Number == number)
            {
                _state = _state with { WrongCodes = _state.WrongCodes + 1 };
            }
        }

        _disk.Write(() => _state);
    }

    private string NewCode(int number)
    {
        var code = RandomNumberGenerator.GetString("0123456789", 6);
        Log.Code(_log, Words.ReleaseCode, number, code);
        return code;
    }

    private static string DigestOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static partial class Log
    {
        [LoggerMessage(3201, LogLevel.Warning, "{Words} {Number}: {Code}")]
        public static partial void Code(ILogger logger, string words, int number, string code);
    }
}
