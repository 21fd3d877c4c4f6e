using CsCheck;
using Signage.Core.Alerts;

namespace Signage.Core.Tests.Alerts;

/// <summary>Laws of the book, for any messages that refer to each other in any way, in any order.</summary>
public sealed class AlertBookLawTests
{
    private const int Hours = 14;

    private static readonly string[] Senders = ["office", "other"];

    // Few names and few instants, so that messages meet: some twice, some before what they are about, some about themselves.
    private static readonly Gen<AlertId> Ids = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 7]).Select(
        (name, sent, sender) => Book.Id($"m{name}", sent, Senders[sender == 0 ? 1 : 0]));

    private static readonly Gen<AlertMessage> Messages = Gen.Select(
        Ids, Gen.Int[0, 9], Gen.Select(Ids, Gen.Bool).Array[0, 3], Gen.Select(Gen.Int[-1, 10], Gen.Int[-1, 8], Gen.Int[-1, 8]), Gen.Int[0, 9], Gen.Int[0, 4]).Select(
        (id, kind, references, times, odd, severity) =>
        {
            var type = kind < 4 ? AlertMessageType.Alert : kind < 7 ? AlertMessageType.Update : kind < 9 ? AlertMessageType.Cancel : AlertMessageType.Ack;
            var message = Book.Message(id, type, times.Item1 < 0 ? null : times.Item1, [.. references.Where(reference => !reference.Item2).Select(reference => reference.Item1)]);
            return message with
            {
                ReferencedIdentifiers = [.. references.Where(reference => reference.Item2).Select(reference => reference.Item1.Identifier)],
                Status = odd == 0 ? AlertStatus.Exercise : AlertStatus.Actual,
                Scope = odd == 1 ? AlertScope.Restricted : AlertScope.Public,
                Original = $"{message.Original} {times} {odd} {severity}",
                Infos =
                [
                    .. message.Infos.Select(info => info with
                    {
                        Severity = (AlertSeverity)severity,
                        Effective = times.Item2 < 0 ? null : Book.Hour(times.Item2),
                        Onset = times.Item3 < 0 ? null : Book.Hour(times.Item3),
                        Areas = odd == 2 ? [] : info.Areas,
                    }),
                ],
            };
        });

    private static readonly Gen<(AlertMessage Message, int Taken)[]> Arrivals = Gen.Select(Messages, Gen.Int[0, 3]).Select((message, taken) => (message, taken)).Array[0, 9];

    [Fact]
    public void Book_WhenMessagesComeInAnyOrderAndTwice_IsTheSame() => Gen.Select(Arrivals, Gen.Int[0, 1000]).Sample(
        (arrivals, seed) =>
        {
            var straight = Fold(arrivals);
            var random = new Random(seed);
            var mixed = Fold([.. arrivals.Concat(arrivals).OrderBy(_ => random.Next())]);
            Assert.Equal(Told(straight), Told(mixed));
            Assert.Same(straight, arrivals.Aggregate(straight, (book, arrival) => book.Take(arrival.Message, Book.Hour(arrival.Taken))));
        },
        iter: 2000);

    /// <summary>The light said once more, from the words of docs/alerts.md and in no other way than these.</summary>
    [Fact]
    public void ActiveAt_WhenAnyMessages_IsWhatTheRulesSay() => Arrivals.Sample(
        arrivals =>
        {
            var book = Fold(arrivals);
            var held = book.Entries.Select(entry => entry.Message).ToArray();
            for (var hour = -1.0; hour < 30; hour += 0.5)
            {
                var now = Book.Hour(hour);
                var expected = held.Where(message =>
                    message.Status == AlertStatus.Actual && message.Scope == AlertScope.Public && message.Infos.Count == 1 && message.Infos[0].Areas.Count == 1
                    && now >= (message.Infos[0].Effective ?? message.Id.Sent) && now < (message.Infos[0].Expires ?? message.Id.Sent.AddHours(24))
                    && !held.Any(other => other.Type is AlertMessageType.Update or AlertMessageType.Cancel && other.Status == AlertStatus.Actual && other.Id != message.Id
                        && other.Id.Sender == message.Id.Sender && other.Id.Sent >= message.Id.Sent && (other.References.Any(reference => reference == message.Id) || other.ReferencedIdentifiers.Any(identifier => identifier == message.Id.Identifier))));
                var lit = book.ActiveAt(now, Book.Site);
                Assert.Equal(expected.Select(message => message.Id).Order(), lit.Select(alert => alert.Message.Id).Order());
                Assert.Equal(lit.Select(alert => alert.Severity).Order(), lit.Select(alert => alert.Severity));
                Assert.All(lit, alert => Assert.True(alert.From <= now && now < alert.Until));
                Assert.Equal(
                    lit.Select(alert => alert.Message.Id).Order(),
                    book.Judge(now, Book.Site).Where(judged => judged.State == AlertState.Lit).Select(judged => judged.Entry.Message.Id).Order());
            }
        },
        iter: 1500);

    [Fact]
    public void NextChange_WhenAnyMessages_IsWhereTheLightChangesAndNowhereElse() => Arrivals.Sample(
        arrivals =>
        {
            var book = Fold(arrivals);
            for (var minute = -60; minute < Hours * 60; minute += 15)
            {
                var now = Book.Hour(minute / 60.0);
                var next = book.NextChange(now, Book.Site);
                Assert.True(next is null || next > now);
                var step = now.AddMinutes(15);
                Assert.True(next is { } edge && edge <= step || Told(book, now) == Told(book, step), $"changed between {now:O} and {step:O}, but said {next:O}");
                if (next is { } change)
                {
                    Assert.NotEqual(Told(book, change.AddTicks(-1)), Told(book, change));
                }
            }
        },
        iter: 400);

    /// <summary>What is forgotten lights nothing and ends nothing any more, even when some of it is taken in once more.</summary>
    [Fact]
    public void Forget_WhenAtAnyInstant_ChangesNoLightFromThenOn() => Gen.Select(Arrivals, Gen.Int[-30, 0]).Sample(
        (arrivals, ago) =>
        {
            // Sent about thirty days ago, ending about now.
            (AlertMessage Message, int Taken)[] old = [.. arrivals.Select(arrival => (arrival.Message with
            {
                Infos = [.. arrival.Message.Infos.Select(info => info with { Expires = Book.Hour(24 * 40) })],
            }, arrival.Taken))];
            var (book, now) = (Fold(old), Book.Hour((24 * 30) + 2 + (ago / 10.0)));
            var kept = book.Forget(now);
            var again = old.Take(old.Length / 2).Aggregate(kept, (held, arrival) => held.Take(arrival.Message, Book.Hour(arrival.Taken)));
            for (var hour = 0.0; hour < 6; hour += 0.5)
            {
                Assert.Equal(Told(book, now.AddHours(hour)), Told(kept, now.AddHours(hour)));
                Assert.Equal(Told(book, now.AddHours(hour)), Told(again, now.AddHours(hour)));
            }
        },
        iter: 1000);

    private static AlertBook Fold((AlertMessage Message, int Taken)[] arrivals) =>
        arrivals.Aggregate(AlertBook.Empty, (book, arrival) => book.Take(arrival.Message, Book.Hour(arrival.Taken)));

    private static string Told(AlertBook book) => string.Join('\n', book.Entries.Select(entry => $"{entry.Message.Original} {entry.Taken:O}")
        .Concat(Enumerable.Range(-1, Hours).Select(hour => Told(book, Book.Hour(hour))))
        .Concat(book.Judge(Book.Hour(2), Book.Site).Select(judged => $"{judged.State} {judged.By}")));

    private static string Told(AlertBook book, DateTimeOffset instant) => string.Join('|', book.ActiveAt(instant, Book.Site).Select(alert => $"{alert.Key} {alert.Phase} {alert.Words} {alert.Until:O}"));
}
