using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>
/// The certificate that a web server shows. The file is looked at with every handshake, so that a renewed one is served from the next connection on, without a
/// restart; connections that are open keep theirs. A new file that is broken, over or for something else changes nothing but what <see cref="State"/> says; one
/// that only the clock keeps from being served is served once the clock allows it. Without handshakes nothing looks: see <see cref="Reload"/>. Safe to use from
/// many threads.
/// </summary>
public sealed partial class ServedCertificate : IDisposable
{
    private static readonly TimeSpan HandshakeWithin = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private LeasedCertificate _current;
    private string _seen;
    private string? _trouble;
    private (CertificateFacts Facts, CertificateStanding Standing)? _waiting;
    private bool _disposed;

    private ServedCertificate(string file, FileSight first, LeasedCertificate certificate, TimeProvider time, ILogger log) =>
        (_file, _seen, _current, _time, _log) = (file, first.Stamp, certificate, time, log);

    /// <summary>What is served now, and what is wrong.</summary>
    public ServedState State
    {
        get
        {
            lock (_gate)
            {
                return Told();
            }
        }
    }

    /// <summary>Opens the file. One that is over is served all the same, with an alarm: a clock that is wrong at start must not keep the pages away.</summary>
    /// <param name="file">The pair of a server, as <see cref="CertificateFolder"/> writes it.</param>
    /// <param name="time">Tells when it is over.</param>
    /// <param name="log">Told of each change and of what is wrong.</param>
    public static ServedAnswer Open(string file, TimeProvider time, ILogger log)
    {
        var path = Path.GetFullPath(file);
        using var sight = FileSight.Of(path);
        return sight.Read(out var reason) is { } first
            ? new ServedAnswer.Opened(new ServedCertificate(path, sight, first, time, log))
            : new ServedAnswer.Refused(Words.CertUnread.With(path, reason));
    }

    /// <summary>Sets a listener of Kestrel up: this certificate, TLS 1.2 or 1.3. Its listener must not outlive this object.</summary>
    public void Serve(HttpsConnectionAdapterOptions https)
    {
        ArgumentNullException.ThrowIfNull(https);
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.HandshakeTimeout = HandshakeWithin;
        https.ServerCertificateSelector = Select;
    }

    /// <summary>
    /// Reads the file anew, changed or not, and says what is served now. For the hourly tick of the site that serves it: where nobody connects, a renewed certificate
    /// and what is wrong with it are seen by this alone. What has been said in the log is not said again.
    /// </summary>
    public ServedState Reload()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Look(anyway: true);
            return Told();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _disposed = true;
                _current.GiveBack();
            }
        }
    }

    /// <summary>Asked by Kestrel at each handshake. The connection holds the certificate until it ends, so none is disposed of under a handshake.</summary>
    internal X509Certificate2 Select(ConnectionContext? connection, string? host)
    {
        var end = connection?.Features.Get<IConnectionCompleteFeature>() ?? throw new InvalidOperationException("A connection whose end is not told cannot hold a certificate.");
        LeasedCertificate held;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Look(anyway: false);
            held = _current.Take();
        }

        end.OnCompleted(static lease =>
        {
            ((LeasedCertificate)lease).GiveBack();
            return Task.CompletedTask;
        }, held);
        return held.Certificate;
    }

    // Under the gate. A file that failed for itself is judged again when it changes, or on a call; one that came at the wrong time also when the time is another,
    // which its two instants tell without its key being read again.
    private void Look(bool anyway)
    {
        using var sight = FileSight.Of(_file);
        var (now, isNew) = (_time.GetUtcNow(), sight.Stamp != _seen);
        if (!isNew && !anyway && (_waiting is not { } waiting || CertificateTerm.Of(waiting.Facts, now) == waiting.Standing))
        {
            return;
        }

        (_seen, _waiting) = (sight.Stamp, null);
        var next = sight.Read(out var reason);
        if (next is not null && next.Facts.Digest == _current.Facts.Digest)
        {
            next.GiveBack();   // it is served already, however it stands
            _trouble = null;
            return;
        }

        if (next is not null && CertificateTerm.Of(next.Facts, now) is var standing and (CertificateStanding.Over or CertificateStanding.NotYet))
        {
            (reason, _waiting) = (CertificateAlarm.Of(next.Facts, now), (next.Facts, standing));
            next.GiveBack();
            next = null;
        }

        if (next is null)
        {
            Keep(Words.CertKeptOld.With(_file, reason), isNew);
            return;
        }

        _trouble = null;
        _current.GiveBack();
        _current = next;
        Log.Taken(_log, Words.CertServed, _file, next.Facts.Serial, next.Facts.Until);
    }

    private void Keep(string trouble, bool isNew)
    {
        if (isNew || trouble != _trouble)
        {
            Log.Kept(_log, trouble);
        }

        _trouble = trouble;
    }

    private ServedState Told() => new(_current.Facts, [.. new[] { _trouble, CertificateAlarm.Of(_current.Facts, _time.GetUtcNow()) }.OfType<string>()]);

    private static partial class Log
    {
        [LoggerMessage(3701, LogLevel.Information, "{Words}: {File}, serial {Serial}, until {Until:O}")]
        public static partial void Taken(ILogger logger, string words, string file, string serial, DateTimeOffset until);

        [LoggerMessage(3702, LogLevel.Error, "{Trouble}")]
        public static partial void Kept(ILogger logger, string trouble);
    }
}
