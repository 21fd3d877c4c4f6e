using Faults.Tests.Rig;
using Microsoft.Data.Sqlite;
using Signage.Core.Planning;
using Signage.Testing.Invariants;

namespace Faults.Tests.Crashes;

/// <summary>F02: the site ends at a named point between sending a show and writing down that it was sent, and starts again on the same data.</summary>
public sealed class KilledBetweenTests
{
    // Each over the one before.
    private static readonly Priority[] Ladder = [Priority.Community, Priority.Centre, Priority.Urgent];

    /// <summary>Where the site ends.</summary>
    public enum Point
    {
        /// <summary>The frame is handed to the line; the card has heard nothing.</summary>
        BeforeTheCard,

        /// <summary>The card has obeyed; its answer is under way.</summary>
        BeforeTheAnswer,

        /// <summary>The answer is there; nothing was written down.</summary>
        BeforeItIsRecorded,
    }

    public static TheoryData<int, Point> Points => [.. Seeds.Of(3).SelectMany(seed => Enum.GetValues<Point>().Select(point => (seed, point)))];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task F02_KilledBetweenSentAndRecorded_TheSamePictureIsShownAndRecordedOnce(int seed, Point point)
    {
        var random = new Random(seed);
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")] };
        var gate = rig.AddPanel("gate", "160x16x1", factoryWords: true);
        rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        for (var kill = 0; kill < Ladder.Length; kill++)
        {
            var there = Arm(gate, point);
            var slot = SlotText.Hours($"s{kill}", $"charity-{1 + random.Next(18):00}", 8, 20) with { Priority = Ladder[kill] };
            Assert.True(await rig.AddSlotAsync(slot), $"seed {seed}");
            await rig.UntilAsync(() => there.IsCompleted, $"the frame is at {point}");
            if (random.Next(3) == 0)
            {
                gate.Card.PowerCycle();
            }

            await rig.StopAsync();
            (gate.Wire.Sending, gate.Wire.Answering) = (null, null);
            await rig.StartAsync();
            await rig.ConvergedAsync();
            await rig.UntilAsync(() => Recorded(rig).SequenceEqual([("gate", rig.Expected(gate).Digest.Hex), ("hall", rig.Expected(rig.Panels[1]).Digest.Hex)]),
                "one record of each panel names the show");
        }

        await rig.CheckAsync();
    }

    /// <summary>The next frame with a show goes no further than the point; nobody waits there longer than until the site ends.</summary>
    private static Task Arm(RigPanel gate, Point point)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = 0;
        async Task HoldAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
        {
            if (gate.Reader.Read(packet)?.Digest is not null && Interlocked.Exchange(ref held, 1) == 0)
            {
                there.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }
        }

        switch (point)
        {
            case Point.BeforeTheCard:
                gate.Wire.Sending = HoldAsync;
                break;
            case Point.BeforeTheAnswer:
                gate.Wire.Answering = async (packet, answer, token) =>
                {
                    await HoldAsync(packet, token);
                    return answer;
                };
                break;
            default:
                // The answer is handed over; whoever records it meets the end of the site.
                gate.Wire.Answering = (packet, answer, _) =>
                {
                    if (gate.Reader.Read(packet)?.Digest is not null)
                    {
                        there.TrySetResult();
                    }

                    return Task.FromResult(answer);
                };
                break;
        }

        return there.Task;
    }

    private static List<(string Panel, string Sent)> Recorded(SiteRig rig)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(rig.Folder, "site.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT PanelId, Sent FROM truths ORDER BY PanelId";
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.IsDBNull(1) ? "" : reader.GetString(1)));
        }

        return rows;
    }
}
