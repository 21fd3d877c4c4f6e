using Microsoft.Extensions.Logging;
using Signage.Controller.Health;
using Signage.Core.Text;
using Signage.Storage;
using Signage.Transports.Links;
using Signage.Transports.Mqtt.Hearing;

namespace Signage.Controller.Alerts.Intake;

/// <summary>
/// Listens to one topic of a broker for warnings. The broker hears that one was taken only when it is on the disk, so that one that comes while the site is away, or its
/// disk is full, comes again. A session that ends is opened anew after a pause.
/// </summary>
/// <param name="topic">The broker and the topic.</param>
/// <param name="intake">What is lit without a person.</param>
/// <param name="desk">Takes warnings in.</param>
/// <param name="pace">How it keeps time.</param>
/// <param name="log">Tells a technician.</param>
internal sealed class TopicWatch(WarningTopic topic, AlertIntake intake, AlertDesk desk, FeedPace pace, ILogger log) : IWarningFeed
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // A session proves nothing by being opened: one that stands for so long does.
    private static readonly TimeSpan Stands = TimeSpan.FromMinutes(1);

    // A message that is no warning is no silence: the next one may be months away, and nobody reads a complaint that stands for months.
    private static readonly TimeSpan ComplaintStands = TimeSpan.FromHours(1);
    private readonly FeedEar _ear = new(EndpointText.Of(topic.Address), intake, desk, pace.LineTime, log);
    private readonly Pulse _pulse = pace.Pulses.Of($"warnings of {topic.Address.Host}{topic.Address.AbsolutePath}");

    /// <inheritdoc />
    public string? Note => _ear.Note;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (true)
        {
            try
            {
                await ListenAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                _ear.Tell(failure is LinkException ? failure.Message : _ear.Broken(failure));
            }

            await Task.Delay(pace.After(Pause, _ear.Failures), pace.LineTime, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One session, to its end.</summary>
    /// <exception cref="LinkException">It could not be opened.</exception>
    /// <exception cref="StorageException">The disk refuses; what was not kept comes again.</exception>
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        MqttEar session;
        using (_pulse.Doing(Longest))
        {
            session = await MqttEar.OpenAsync(topic.Address, topic.SiteId, KeepAlive, pace.LineTime, cancellationToken).ConfigureAwait(false);
        }

        await using (session.ConfigureAwait(false))
        {
            var wait = Stands;
            while (await MoreAsync(session, wait, cancellationToken).ConfigureAwait(false) is { } more)
            {
                if (!more)
                {
                    _ear.Tell(null);
                    wait = Stands;
                    continue;
                }

                if (!session.Heard.TryRead(out var delivery))
                {
                    continue;
                }

                using (_pulse.Doing(Longest))
                {
                    var (trouble, isDone) = await TakeInAsync(delivery.Payload, cancellationToken).ConfigureAwait(false);
                    _ear.Tell(trouble);
                    if (!isDone)
                    {
                        return;
                    }

                    await delivery.AcknowledgeAsync(cancellationToken).ConfigureAwait(false);
                    wait = trouble is null ? Stands : ComplaintStands;
                }
            }

            _ear.Tell(session.WhyClosed);
        }
    }

    /// <summary>Takes in a document. One on which the program itself fails is told and done with: it would stand before every later one for ever.</summary>
    /// <returns>What is wrong with it, and whether it need not come again.</returns>
    private async Task<(string? Trouble, bool IsDone)> TakeInAsync(byte[] document, CancellationToken cancellationToken)
    {
        // An empty message takes a retained one back (MQTT 5, section 3.3.1.3). It ends no warning: that is what a cancellation is for.
        if (document.Length == 0)
        {
            return (null, true);
        }

        try
        {
            var (_, trouble, isDone) = await _ear.TakeInAsync(document, cancellationToken).ConfigureAwait(false);
            return (trouble, isDone);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageException))
        {
            return (_ear.Broken(failure), true);
        }
    }

    /// <summary>Waits for the next delivery.</summary>
    /// <returns>True when there is one; false when none came for so long; null when the session is over.</returns>
    private async Task<bool?> MoreAsync(MqttEar session, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(wait, pace.LineTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await session.Heard.WaitToReadAsync(either.Token).ConfigureAwait(false) ? true : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
