using Signage.Conformance.Meddling;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Conformance.Panels;

/// <summary>
/// The panel that is examined, as its controller sees it: adapter, pump, lines and links are the real ones, with a meddler between line and link. Used by
/// one case at a time. Owns its lines.
/// </summary>
public sealed class PanelOnTest : IAsyncDisposable
{
    private const int HastyMilliseconds = 250;
    private static readonly TimeSpan LooksFor = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan WatchesFor = TimeSpan.FromMilliseconds(300);

    private readonly PanelSetup _setup;
    private readonly Meddler _meddler;
    private readonly List<string> _notes = [];
    private PanelLine _content;
    private PanelLine _command;
    private long _frames;
    private int _pictures;
    private bool _unverified;
    private bool _unseen;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="setup">A panel without complaints.</param>
    /// <param name="cancellationToken">Ends the whole examination.</param>
    public PanelOnTest(PanelSetup setup, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(setup);
        (_setup, _meddler, Cancelled) = (setup, new Meddler(setup.Time), cancellationToken);
        Profile = setup.Profile.AtAddress(PanelAddress.Of(setup.Endpoint).Card);
        (_content, _command) = Lines();
    }

    /// <summary>Ends the whole examination.</summary>
    public CancellationToken Cancelled { get; set; }

    /// <summary>The card model, at the address of the panel.</summary>
    public DeviceProfile Profile { get; }

    /// <summary>The card model with little patience: for questions whose answer is known not to come.</summary>
    public DeviceProfile Hasty => Profile with
    {
        Timing = Profile.Timing with { AnswerMilliseconds = Math.Min(HastyMilliseconds, Profile.Timing.AnswerMilliseconds), Attempts = Math.Min(2, Profile.Timing.Attempts) },
    };

    /// <summary>Its pixels.</summary>
    public PanelFace Face => _setup.Face;

    /// <summary>The protocol.</summary>
    public IPanelAdapter Adapter => _setup.Adapter;

    /// <summary>Somebody who sees the glass; null when nobody does.</summary>
    public IPanelAtHand? AtHand => _setup.AtHand;

    /// <summary>True for a panel that pictures are streamed to.</summary>
    public bool IsStreamed => Profile.Delivery[0] == DeliveryKind.Frames;

    /// <summary>The shapes of its links: that of pictures first, then that of commands.</summary>
    public IReadOnlyList<LinkShape> Shapes =>
        [.. new[] { PanelAddress.Of(_setup.Endpoint).Line, CommandEndpoint }.Select(endpoint => Profile.ShapeOf(endpoint.Scheme)).Distinct()];

    /// <summary>True when the card hands back its pixels, and they can be read.</summary>
    public bool ReadsBack => Profile.ReadBack is not null && (Profile.Capabilities.ReadBack || (Profile.Capabilities.Screenshot && _setup.ReadPicture is not null));

    /// <summary>How many packets or messages were given to its links so far.</summary>
    public int Sent => _meddler.Sent;

    /// <summary>Bytes of the longest of them since <see cref="Meddle"/>.</summary>
    public int Longest => _meddler.Longest;

    private Uri CommandEndpoint => PanelAddress.Of(_setup.Endpoint) is var address && address.Control(Profile) is { } control ? control : address.Line;

    /// <summary>Wall-clock time where the program runs.</summary>
    public DateTimeOffset Now => _setup.Time.GetLocalNow();

    /// <summary>What was found out beside the verdict, for a technician.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        string[] notes = [.. _notes.Distinct()];
        _notes.Clear();
        return notes;
    }

    /// <summary>Whether since the last call a picture was taken for lit that neither the card nor anybody else has told of.</summary>
    public bool TakeUnseen()
    {
        var unseen = _unseen;
        _unseen = false;
        return unseen;
    }

    /// <summary>Remembers something for a technician.</summary>
    public void Note(string note) => _notes.Add(note);

    /// <summary>Does mischief to its links from now on.</summary>
    public void Meddle(Mischief mischief)
    {
        ArgumentNullException.ThrowIfNull(mischief);
        _meddler.Mischief = mischief;
        _meddler.Forget();
    }

    /// <summary>Leaves its links in peace from now on.</summary>
    public void Behave() => Meddle(Mischief.None);

    /// <summary>Hangs up; the next question opens fresh links.</summary>
    public async Task HangUpAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        (_content, _command) = Lines();
    }

    /// <summary>A picture that was not sent before.</summary>
    public PixelFrame NewPicture() => TestPictures.Of(Face.Size, Face, ++_pictures);

    /// <summary>Begins a command, pictures over the line for content, the rest over that for commands.</summary>
    /// <param name="command">The command.</param>
    /// <param name="profile">The card model, or a variant of it.</param>
    public async Task<DialogueStep.Done> AskAsync(PanelCommand command, DeviceProfile profile)
    {
        var lights = command is PanelCommand.LoadPages or PanelCommand.ShowFrame or PanelCommand.Blank;
        var done = await (lights ? _content : _command).AskAsync(Adapter.Begin(command, profile, Face), Cancelled).ConfigureAwait(false);
        _unverified = lights ? done.Outcome == PanelOutcome.SentUnverified : _unverified;
        return done;
    }

    /// <summary>The command that lights a picture.</summary>
    public PanelCommand Lighting(PixelFrame picture) => IsStreamed
        ? new PanelCommand.ShowFrame(picture, new FrameTick(_frames++, FrameStamp.Of(_setup.Time.GetUtcNow())))
        : new PanelCommand.LoadPages(TestPictures.Still(picture, Face, Profile));

    /// <summary>The command that stores a picture as what the card plays after a power cut.</summary>
    public PanelCommand Storing(PixelFrame picture) => new PanelCommand.LoadPages(TestPictures.Still(picture, Face, Profile), Keep: true);

    /// <summary>Lights a picture and looks at it.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> ShowAsync(PixelFrame picture) =>
        await WorksAsync(Lighting(picture)).ConfigureAwait(false) ?? await LitAsync(picture).ConfigureAwait(false);

    /// <summary>Asks for something that must be done.</summary>
    /// <returns>What is wrong; null when the card said yes, or everything was sent to a card that does not say.</returns>
    public async Task<string?> WorksAsync(PanelCommand command)
    {
        var done = await AskAsync(command, Profile).ConfigureAwait(false);
        if (done.Outcome == PanelOutcome.SentUnverified && AtHand is null)
        {
            Note(Words.NotVerified);
        }

        return IsGood(done.Outcome) ? null : Words.NotDone.With(NameOf(command), done.Outcome, done.Detail ?? "—");
    }

    /// <summary>Asks for something that must not be called done.</summary>
    /// <returns>What is wrong; null when it was not done and a line says why.</returns>
    public async Task<string?> FailsAsync(PanelCommand command, DeviceProfile profile)
    {
        var done = await AskAsync(command, profile).ConfigureAwait(false);
        return IsGood(done.Outcome) ? Words.CalledDone.With(NameOf(command), done.Outcome)
            : string.IsNullOrWhiteSpace(done.Detail) ? Words.NoReason.With(NameOf(command), done.Outcome)
            : null;
    }

    /// <summary>After a failure: a question is answered right, and a picture that was not sent before is lit.</summary>
    /// <returns>What is wrong; null when the panel is back in step.</returns>
    public async Task<string?> IsBackAsync()
    {
        Behave();
        var wrong = (Profile.Capabilities.Answers ? await WorksAsync(new PanelCommand.Ping()).ConfigureAwait(false) : null)
            ?? await ShowAsync(NewPicture()).ConfigureAwait(false);
        return wrong is null ? null : Words.NotBack.With(wrong);
    }

    /// <summary>Waits until a picture is lit, as far as somebody sees it: whoever is at hand, else the card by the pixels that it hands back.</summary>
    /// <returns>What is wrong; null when it is lit, or nobody can tell (<see cref="TakeUnseen"/> where not even the card said yes).</returns>
    public async Task<string?> LitAsync(PixelFrame picture)
    {
        // A screenshot of a player that sleeps may show what it would play: only pixels tell darkness.
        if (AtHand is null && !(ReadsBack && (Profile.Capabilities.ReadBack || !picture.IsDark)))
        {
            Note(Words.NobodyLooks);
            _unseen |= _unverified;
            return null;
        }

        for (var began = _setup.Time.GetTimestamp(); ;)
        {
            var wrong = AtHand is { } panel ? Differs(panel.Glass, picture) : await HandsBackAsync(picture).ConfigureAwait(false);
            if (wrong is null || _setup.Time.GetElapsedTime(began) > LooksFor)
            {
                return wrong;
            }

            await Task.Delay(LooksAgainAfter, _setup.Time, Cancelled).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until its LEDs are on or off, as far as somebody sees them.</summary>
    public async Task<string?> IsPoweredAsync(bool on)
    {
        var began = _setup.Time.GetTimestamp();
        while (AtHand is { } panel && panel.PoweredOn != on)
        {
            if (_setup.Time.GetElapsedTime(began) > LooksFor)
            {
                return Words.OtherPower.With(!on, on);
            }

            await Task.Delay(LooksAgainAfter, _setup.Time, Cancelled).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Watches the glass for a moment, in which only one of some pictures may be lit.</summary>
    public async Task<string?> OnlyLitAsync(params IReadOnlyList<PixelFrame> pictures)
    {
        for (var began = _setup.Time.GetTimestamp(); AtHand is { } panel && _setup.Time.GetElapsedTime(began) < WatchesFor;)
        {
            var glass = panel.Glass;
            var wrong = pictures.Min(picture => PictureDifference.Of(glass, picture, tolerance: 0));
            if (wrong > 0)
            {
                return Words.OtherGlass.With(wrong);
            }

            await Task.Delay(LooksAgainAfter, _setup.Time, Cancelled).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>
    /// Pulls the plug of a panel at hand once it has heard what is under way, and puts it back. In between it is watched for a moment: what comes late must meet a card
    /// without power, not one that has restarted.
    /// </summary>
    /// <returns>What is wrong; null when it was dark without power.</returns>
    public async Task<string?> LosePowerAsync()
    {
        await Task.Delay(WatchesFor, _setup.Time, Cancelled).ConfigureAwait(false);
        AtHand!.CutPower();
        var wrong = await OnlyLitAsync(PixelFrame.Dark(Face.Size, Face.Layout)).ConfigureAwait(false);
        AtHand.RestorePower();
        return wrong;
    }

    /// <summary>Asks the card for its pixels and holds them against what was sent.</summary>
    public async Task<string?> HandsBackAsync(PixelFrame picture)
    {
        var done = await AskAsync(new PanelCommand.ReadPixels(), Profile).ConfigureAwait(false);
        var seen = done.Reading?.Pixels
            ?? (done.Reading is { Screenshot: { IsEmpty: false } file } ? _setup.ReadPicture?.Invoke(file, Face) : null);
        if (done.Outcome != PanelOutcome.Accepted || seen is null)
        {
            return Words.NoPixels.With(done.Outcome, done.Detail ?? "—");
        }

        var wrong = PictureDifference.Of(seen, picture, Profile.ReadBack!.ChannelTolerance);
        return wrong <= Profile.ReadBack.WrongPixels ? null : Words.OtherGlass.With(wrong);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        await _command.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The word for a command.</summary>
    internal static string NameOf(PanelCommand command) => command.GetType().Name;

    private static string? Differs(PixelFrame glass, PixelFrame picture) =>
        PictureDifference.Of(glass, picture, tolerance: 0) is > 0 and var wrong ? Words.OtherGlass.With(wrong) : null;

    private static bool IsGood(PanelOutcome outcome) => outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified;

    private (PanelLine Content, PanelLine Command) Lines()
    {
        var pump = new DialoguePump(_setup.Time);
        var line = PanelAddress.Of(_setup.Endpoint).Line;
        var content = Line(line, pump);
        return (content, CommandEndpoint == line ? content : Line(CommandEndpoint, pump));
    }

    private PanelLine Line(Uri endpoint, DialoguePump pump) => new(
        endpoint,
        new MeddledTransport(_setup.Transports.Find(endpoint.Scheme, Profile) ?? throw new InvalidOperationException($"No transport for {endpoint.Scheme}."), _meddler),
        pump);
}
