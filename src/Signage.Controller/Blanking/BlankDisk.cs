using Microsoft.Extensions.Logging;
using Signage.Controller.Health;
using Signage.Core.Text;

namespace Signage.Controller.Blanking;

/// <summary>
/// Writes down what a <see cref="BlankSwitch"/> says, one writing after another. It has a lock of its own: a disk that hangs keeps later writings waiting,
/// and never a person who presses. A file that could not be opened is tried again with every writing. Thread-safe.
/// </summary>
internal sealed partial class BlankDisk : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string? _path;
    private readonly Repeats _repeats;
    private readonly ILogger _log;
    private BlankFile? _file;
    private volatile string? _unwritten;

    /// <summary>Opens the file, as far as it can be had.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="siteTime">Keeps the same complaint from filling the log.</param>
    /// <param name="log">Tells a technician.</param>
    public BlankDisk(string? path, TimeProvider siteTime, ILogger log)
    {
        (_path, _repeats, _log) = (path, new Repeats(siteTime), log);
        try
        {
            Read = path is null ? BlankState.Never : Opened().Read();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Log.NoFile(log, path!, refused);
            _file?.Dispose();
            _file = null;
            Read = BlankFile.MayHold(path!) ? null : BlankState.Never;
        }
    }

    /// <summary>What the file said when it was opened; null when there is one that cannot be read, and then nobody knows.</summary>
    public BlankState? Read { get; }

    /// <summary>Why the latest writing is not on the disk; null when it is. Does not wait for a writing that goes on.</summary>
    public string? Unwritten => _unwritten;

    /// <summary>Writes down what holds when its turn has come.</summary>
    /// <param name="newest">What holds now.</param>
    /// <param name="written">Called when it is on the disk, before anything else is written; what holds from then on.</param>
    /// <returns>Why it is not on the disk; null when it is.</returns>
    public string? Write(Func<BlankState> newest, Action? written = null)
    {
        lock (_lock)
        {
            var state = newest();
            try
            {
                Opened().Write(state);
                _unwritten = null;
                written?.Invoke();
                return null;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // Half of a write that failed may be on the disk; what holds is written over it as soon as it can be.
                _unwritten = refused.Message;
                if (_repeats.IsNews(refused))
                {
                    Log.Unwritten(_log, state.Number, refused);
                }

                return refused.Message;
            }
        }
    }

    /// <summary>Tries again what could not be written.</summary>
    public void WriteAgain(Func<BlankState> newest)
    {
        lock (_lock)
        {
            if (_unwritten is not null)
            {
                Write(newest);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();

    private BlankFile Opened()
    {
        if (_file is null)
        {
            _file = BlankFile.Open(_path ?? throw new IOException(Words.DataNotWritable));

            // Reading finds which half is the older one, to be written next.
            _file.Read();
        }

        return _file;
    }

    private static partial class Log
    {
        [LoggerMessage(3202, LogLevel.Error, "blank {Number} is in force, but could not be written down yet")]
        public static partial void Unwritten(ILogger logger, int number, Exception failure);

        [LoggerMessage(3203, LogLevel.Error, "{Path} cannot be opened; a blank will not survive a restart")]
        public static partial void NoFile(ILogger logger, string path, Exception failure);
    }
}
