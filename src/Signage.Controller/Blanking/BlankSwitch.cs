using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Signage.Controller.Watching;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Controller.Blanking;

/// <summary>
/// 一键黑屏 and its release. A press takes effect in memory first and reaches every worker at once; only then it is written down. It needs neither
/// database, nor broker, nor room on the disk. A release needs the number of the press and the code that the site printed on its own console: at a
/// site with one person the console stands for the second one. Thread-safe.
/// </summary>
public sealed partial class BlankSwitch : IBlankSwitch, IDisposable
{
    private const int MostWrongCodes = 5;
    private readonly Lock _lock = new();
    private readonly BlankFile? _file;
    private readonly TimeProvider _siteTime;
    private readonly ILogger _log;
    private readonly Listeners _listeners = new();
    private volatile BlankState _state;
    private bool _unwritten;

    private BlankSwitch(BlankFile? file, BlankState? state, TimeProvider siteTime, ILogger log)
    {
        (_file, _siteTime, _log) = (file, siteTime, log);
        _state = state ?? new BlankState(1, true, [], Words.BlankFileDamaged, siteTime.GetUtcNow());
        if (_state.On)
        {
            // The old code was on a console that may be gone; whoever can read this one may release.
            Replace(_state with { CodeDigest = DigestOf(NewCode(_state.Number)), WrongCodes = 0 });
        }
    }

    /// <summary>
    /// Takes up what a file says; one that is there and cannot be opened or read means dark. Where none can be made, the state lives in memory only, and
    /// every press says so: a disk that refuses must not keep a person from darkening panels.
    /// </summary>
    /// <param name="path">Where the state is kept.</param>
    /// <param name="siteTime">Stamps presses.</param>
    /// <param name="log">The console of the site, where release codes are printed.</param>
    public static BlankSwitch Open(string path, TimeProvider siteTime, ILogger log)
    {
        BlankFile? file = null;
        try
        {
            file = BlankFile.Open(path);
            return new BlankSwitch(file, file.Read(), siteTime, log);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            Log.NoFile(log, path, refused);
            return new BlankSwitch(null, BlankFile.MayHold(path) ? null : BlankState.Never, siteTime, log);
        }
    }

    /// <summary>A switch that lives in memory only.</summary>
    public static BlankSwitch InMemory(TimeProvider siteTime, ILogger log) => new(null, BlankState.Never, siteTime, log);

    /// <summary>What holds now.</summary>
    public BlankState Now => _state;

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
        lock (_lock)
        {
            string[] covered = [.. _state.Panels.Union(panels.Select(panel => panel.Value)).Order(StringComparer.Ordinal)];
            var all = panels.Count == 0 || _state is { On: true, Panels.Count: 0 };
            var number = _state.Number + 1;
            var pressed = new BlankState(
                number, true, all ? [] : _state.On ? covered : [.. panels.Select(panel => panel.Value)], by, _siteTime.GetUtcNow(), DigestOf(NewCode(number)));
            var unwritten = Replace(pressed);
            return (pressed, unwritten);
        }
    }

    /// <summary>Releases what was blanked.</summary>
    /// <param name="number">The press that is released, the latest one.</param>
    /// <param name="code">The code that the site printed on its console for it.</param>
    /// <param name="by">Who releases.</param>
    /// <returns>Why it is not released; null when it is.</returns>
    public string? Release(int number, string code, string by)
    {
        lock (_lock)
        {
            var state = _state;
            if (!state.On)
            {
                return Words.NothingBlanked;
            }

            if (state.Number != number)
            {
                return Words.OtherBlank.With(state.Number, number);
            }

            if (state.WrongCodes >= MostWrongCodes)
            {
                return Words.TooManyCodes;
            }

            if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(DigestOf(code)), Encoding.ASCII.GetBytes(state.CodeDigest ?? "")))
            {
                Replace(state with { WrongCodes = state.WrongCodes + 1 });
                return Words.WrongCode;
            }

            // Written first: what is released must stay released after a restart, and nothing may be lit under a blank that the disk still holds.
            var released = new BlankState(number, false, [], by, _siteTime.GetUtcNow());
            if (Write(released) is { } unwritten)
            {
                return Words.ReleaseUnwritten.With(unwritten);
            }

            _state = released;
            _listeners.Tell();
            return null;
        }
    }

    /// <summary>Tries again to write down what could not be written; call it now and then.</summary>
    public void WriteAgain()
    {
        lock (_lock)
        {
            if (_unwritten)
            {
                Write(_state);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();

    private string? Replace(BlankState state)
    {
        _state = state;
        _listeners.Tell();
        return Write(state);
    }

    private string? Write(BlankState state)
    {
        try
        {
            (_file ?? throw new IOException(Words.DataNotWritable)).Write(state);
            _unwritten = false;
            return null;
        }
        catch (IOException refused)
        {
            // Half of a write that failed may be on the disk; what holds is written over it as soon as it can be.
            _unwritten = true;
            Log.Unwritten(_log, state.Number, refused);
            return refused.Message;
        }
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

        [LoggerMessage(3203, LogLevel.Error, "{Path} cannot be opened; a blank will not survive a restart")]
        public static partial void NoFile(ILogger logger, string path, Exception failure);

        [LoggerMessage(3202, LogLevel.Error, "blank {Number} is in force, but could not be written down yet")]
        public static partial void Unwritten(ILogger logger, int number, Exception failure);
    }
}
