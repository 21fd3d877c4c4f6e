using Signage.Controller.Alerts.Intake;
using Signage.Controller.Planning;
using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Renderer.Shows;
using Signage.Storage;

namespace Signage.Controller.Alerts;

/// <summary>
/// Where warnings from outside are taken in, looked at and ended. Nothing of them is lit before a person let it, or a rule that a person set; what ends one needs nobody. Before that the
/// person sees what they will replace.
/// </summary>
/// <param name="book">Where they are kept.</param>
/// <param name="site">Where the site is.</param>
/// <param name="renderer">Knows what can be drawn.</param>
/// <param name="slogans">Knows which panels cannot show some words.</param>
/// <param name="siteTime">Site time.</param>
public sealed class AlertDesk(SiteBook book, SitePlaceArea site, IShowRenderer renderer, SloganDesk slogans, TimeProvider siteTime)
{
    private readonly AlertTemplate _template = DrawnTemplate.Of(renderer);

    /// <summary>Reads a document and says what it would do here, without taking it in.</summary>
    /// <param name="document">The bytes as they came.</param>
    public AlertPreview Preview(ReadOnlySpan<byte> document)
    {
        var now = siteTime.GetUtcNow();
        var (reading, picture) = (AlertReader.Read(document, now), book.Now);
        var known = picture.Alerts.ToDictionary(record => record.Name, StringComparer.Ordinal);
        var isUsed = reading.Messages.ToLookup(message => !known.TryGetValue($"{message.Id}", out var first) || first.Document == message.Original);
        var after = isUsed[true].Aggregate(AlertSlots.Book(picture.Alerts), (before, message) => before.Take(message, now));
        var ids = isUsed[true].Select(message => message.Id).ToHashSet();
        bool IsToBeLit(AlertLighting lighting) => ids.Contains(lighting.Message.Id) && known.GetValueOrDefault($"{lighting.Message.Id}")?.Cleared is null;

        AlertLighting[] wanted = [.. after.Lightings(site, _template).Where(IsToBeLit)];
        AlertLighting[] lightings = [.. wanted.Where(lighting => _template.CanBeDrawn(lighting.Words))];
        AlertJudgement[] judgements =
        [
            .. after.Judge(now, site, _template).Where(judgement => ids.Contains(judgement.Entry.Message.Id))
                .Select(judgement => Told(judgement, known.GetValueOrDefault($"{judgement.Entry.Message.Id}"))),
            .. isUsed[false].Select(message => new AlertJudgement(new AlertEntry(message, now), AlertState.Unused, Words.WarningUnused)),
        ];
        return new AlertPreview(
            reading,
            judgements,
            lightings,
            [.. after.Lightings(site).Where(IsToBeLit).SelectMany(whole => renderer.Complaints(whole.Words)).Concat(lightings.SelectMany(Misfits)).Distinct()],
            lightings.Length == 0 ? [] : Replaced(lightings.Min(lighting => lighting.From) is var first && first > now ? first : now))
        {
            NotLit =
            [
                .. judgements.Where(judgement => judgement.State is AlertState.Ended or AlertState.Unused).Select(judgement => $"{judgement.Entry.Message.Id.Identifier}: {judgement.Why}"),
                .. Undrawn(wanted),
            ],
        };
    }

    /// <summary>Takes in a document that <see cref="Preview"/> read. What a person ended here, and what has other contents than the one that came first, is not approved by it.</summary>
    /// <param name="actor">Who brings it, for the audit.</param>
    /// <param name="preview">What it holds.</param>
    /// <param name="person">Who brings it, for people.</param>
    /// <param name="approves">True when that person lets its words onto the panels.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> TakeAsync(Actor actor, AlertPreview preview, string person, bool approves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(preview);
        if (preview.Reading.Messages.Count == 0)
        {
            return Task.FromResult<StoreAnswer>(new StoreAnswer.Refused(
                preview.Reading.Remarks.Count == 0 ? Words.NoWarningIn : string.Join("; ", Mistakes.Bounded([.. preview.Reading.Remarks.Select(remark => remark.Text)]))));
        }

        var now = siteTime.GetUtcNow();
        AlertDeed? deed = approves ? new AlertDeed(person, now) : null;
        return book.As(actor).TakeAlertsAsync(
            // Of two with one name in one document the book takes the first by its letters, and so has the store to.
            [.. preview.Reading.Messages.OrderBy(message => message.Original, StringComparer.Ordinal).Select(message => new AlertRecord($"{message.Id}", message.Id.Sent, message.Original, person, now) { Approved = deed })], cancellationToken);
    }

    /// <summary>Takes in a document that came by itself. What is known already changes nothing.</summary>
    /// <param name="document">The bytes as they came.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="approval">What of it is lit without a person; null for nothing.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <returns>What was read, what the store said, and the names of the messages that were new.</returns>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    internal async Task<(AlertReading Reading, (StoreAnswer Stored, IReadOnlyList<string> Fresh) Answer)> TakeInAsync(
        byte[] document, string from, AutoApproval? approval, CancellationToken cancellationToken)
    {
        var now = siteTime.GetUtcNow();
        var reading = AlertReader.Read(document, now);
        var known = book.Now.Alerts.ToDictionary(record => record.Name, StringComparer.Ordinal);
        var by = Words.TakenFromFeed.With(from);

        // The words that came first stay, so a rule that allows others under the same name must not let those onto the panels.
        AlertRecord[] fresh =
        [
            .. reading.Messages
                .Select(message => new AlertRecord($"{message.Id}", message.Id.Sent, message.Original, Bounded(by), now)
                {
                    Approved = approval?.Allows(message) == true ? new AlertDeed(Bounded(Words.ApprovedByRule.With(message.Id.Sender)), now) : null,
                })
                .DistinctBy(record => record.Name)
                .Where(record => !known.TryGetValue(record.Name, out var old) || (record.Approved is not null && old is { Approved: null, Cleared: null } && old.Document == record.Document)),
        ];
        StoreAnswer stored = fresh.Length == 0 ? new StoreAnswer.Stored() : await book.As(new Actor($"feed:{from}")).TakeAlertsAsync(fresh, cancellationToken).ConfigureAwait(false);
        return (reading, (stored, [.. fresh.Select(record => record.Name)]));
    }

    /// <summary>Lets a warning onto the panels; refused when it is never lit here, whoever approves it.</summary>
    /// <returns>What the store said, and why what was approved is not lit all the same.</returns>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public async Task<(StoreAnswer Answer, IReadOnlyList<string> NotLit)> ApproveAsync(Actor actor, string name, string person, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> notLit = [];
        var answer = await OfOneAsync(name, async found =>
        {
            var judgement = List().Single(kept => kept.Record.Name == found).Judgement;
            if (judgement.State is not (AlertState.Lit or AlertState.Waiting))
            {
                return new StoreAnswer.Refused(Words.WarningNeverLit.With(judgement.Entry.Message.Id.Identifier, judgement.Why));
            }

            var stored = await book.As(actor).ApproveAlertAsync(found, new AlertDeed(person, siteTime.GetUtcNow()), cancellationToken).ConfigureAwait(false);
            notLit = [.. Undrawn(book.Now.Lightings.Where(lighting => $"{lighting.Message.Id}" == found))];
            return stored;
        }).ConfigureAwait(false);
        return (answer, notLit);
    }

    /// <summary>Ends a warning at this site; what it covered comes back.</summary>
    public Task<StoreAnswer> ClearAsync(Actor actor, string name, string person, CancellationToken cancellationToken) =>
        OfOneAsync(name, found => book.As(actor).ClearAlertAsync(found, new AlertDeed(person, siteTime.GetUtcNow()), cancellationToken));

    /// <summary>Every warning that is kept, with what becomes of it now.</summary>
    public IReadOnlyList<(AlertRecord Record, AlertJudgement Judgement)> List()
    {
        var picture = book.Now;
        var records = picture.Alerts.ToDictionary(record => record.Name, StringComparer.Ordinal);
        return
        [
            .. from judgement in AlertSlots.Book(picture.Alerts).Judge(siteTime.GetUtcNow(), site, _template)
               let record = records[$"{judgement.Entry.Message.Id}"]
               select (record, Told(judgement, record)),
        ];
    }

    // What people did here outweighs what the message says of itself, as long as that would light anything.
    private AlertJudgement Told(AlertJudgement judgement, AlertRecord? record) => judgement.State is AlertState.Lit or AlertState.Waiting && record?.Cleared is { } ended
        ? judgement with { State = AlertState.Ended, Why = Words.WarningEnded.With(ended.By, $"{TimeZoneInfo.ConvertTime(ended.At, book.Now.Plan.Zone):yyyy-MM-dd HH:mm:ss}") }
        : judgement;

    private IReadOnlyList<string> Misfits(AlertLighting lighting) => slogans.Misfits(new Slogan(lighting.Message.Id.Identifier, lighting.Words));

    // Words that no panel here can show, each with the reasons; some panels are told in the notes.
    private IEnumerable<string> Undrawn(IEnumerable<AlertLighting> lightings)
    {
        var (panels, now) = (book.Now.Panels.Count, siteTime.GetUtcNow());
        return from lighting in lightings
               where now < lighting.Until
               let reasons = renderer.Complaints(lighting.Words) is { Count: > 0 } missing ? missing : Misfits(lighting) is var misfits && misfits.Count == panels ? misfits : []
               where reasons.Count > 0
               select Words.WarningUndrawn.With(lighting.Message.Id.Identifier, string.Join("; ", Mistakes.Bounded([.. reasons])));
    }

    // Who did it is kept with a hundred characters at most.
    private static string Bounded(string who) => who.Length <= 100 ? who : who[..100];

    private string[] Replaced(DateTimeOffset at)
    {
        var picture = book.Now;
        return [.. picture.Panels.Select(panel => PolicyWords.Sentence(BoundDecision.At(picture.Plan, picture.Policies, at, panel), panel.Name, picture.Plan.Zone))];
    }

    // People write the identifier; the whole triple tells two apart that have the same.
    private Task<StoreAnswer> OfOneAsync(string name, Func<string, Task<StoreAnswer>> act)
    {
        string[] found =
        [
            .. AlertSlots.Book(book.Now.Alerts).Entries.Select(entry => entry.Message.Id)
                .Where(id => id.Identifier == name || $"{id}" == name).Select(id => $"{id}"),
        ];
        return found switch
        {
            [] => Task.FromResult<StoreAnswer>(new StoreAnswer.Refused(Words.NoSuchWarning.With(name))),
            [var only] => act(only),
            _ => Task.FromResult<StoreAnswer>(new StoreAnswer.Refused(Words.WarningsAlike.With(name, string.Join("; ", found)))),
        };
    }
}

/// <summary>What a document of warnings holds and would do.</summary>
/// <param name="Reading">What was read.</param>
/// <param name="Judgements">What would become of each of its messages now.</param>
/// <param name="Lightings">What of them would be lit, once a person lets it.</param>
/// <param name="Complaints">Why words of them cannot be drawn, and which panels cannot show them.</param>
/// <param name="Replaces">What each panel plays at the first moment of the first of them, and would not any more; a sentence each.</param>
public sealed record AlertPreview(
    AlertReading Reading,
    IReadOnlyList<AlertJudgement> Judgements,
    IReadOnlyList<AlertLighting> Lightings,
    IReadOnlyList<string> Complaints,
    IReadOnlyList<string> Replaces)
{
    /// <summary>Why a person who approves it lights less than it says: what was ended here, what came first with other contents, what no panel can show. A line each.</summary>
    public IReadOnlyList<string> NotLit { get; init; } = [];
}
