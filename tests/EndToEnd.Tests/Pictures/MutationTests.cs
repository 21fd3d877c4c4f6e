using System.Globalization;
using Signage.Renderer.Pictures;
using Signage.Renderer.Pictures.Worker;
using Signage.Renderer.Tests.Pictures.Made;

namespace EndToEnd.Tests.Pictures;

/// <summary>
/// Good pictures made wrong at random, against the decoder in its limited process. <c>SIGNAGE_MUTATIONS</c> says how many (600 without it), <c>SIGNAGE_SEED</c> repeats a run.
/// What breaks the process is told and kept, and is an end with words all the same.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int GoodOneEvery = 50;

    private static readonly byte[][] Good =
    [
        MadePng.Good, MadeJpeg.Good, MadeJpeg.Progressive, MadeGif.Good, MadeGif.Moving, MadePng.Black(40, 30), MadeJpeg.And(0xE1, MadeJpeg.Exif(6)),
        MadePng.File(MadePng.Head(16, 8, interlace: 1), MadePng.Data(600), MadePng.End),
        MadePng.File(MadePng.Head(16, 8, 4, 3), MadePng.Chunk("PLTE", [.. Enumerable.Range(0, 48).Select(at => (byte)at)]), MadePng.Chunk("tRNS", 0, 128), MadePng.Data(72), MadePng.End),
        MadePng.File(MadePng.Head(16, 8, 16, 6), MadePng.Data(129 * 8), MadePng.End),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task B06_Process_WhenPicturesAreMutated_EndsEveryOneInWords()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_MUTATIONS") ?? "600", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_SEED") ?? $"{Guid.NewGuid().GetHashCode() & 0xFFFFFF}", CultureInfo.InvariantCulture);
        output.WriteLine($"SIGNAGE_SEED={seed} SIGNAGE_MUTATIONS={count}");

        // One process for many, so its own clocks have to allow for all of them; each picture has a deadline of its own.
        var limits = RealWorker.Patient with { ProcessorTime = TimeSpan.FromDays(1), Deadline = TimeSpan.FromDays(1) };
        var random = new Random(seed);
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        List<string> broken = [];
        var worker = RealWorker.Start(limits);
        try
        {
            for (var number = 0; number < count; number++)
            {
                var file = Mutate(random);
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
                deadline.CancelAfter(RealWorker.Patient.Deadline);
                var answer = await RealWorker.AskAsync(worker, file, deadline.Token);
                if (answer is null or PictureAnswer.Refused { End: not PictureEnd.Refused })
                {
                    answer ??= await worker.EndAsync(deadline.Token);
                    broken.Add($"{number}: {answer} {Convert.ToBase64String(file)}");
                    await worker.DisposeAsync();
                    worker = RealWorker.Start(limits);
                }

                AssertWords(answer);
                var end = answer is PictureAnswer.Refused refused ? $"{refused.End}: {refused.Reason.Split('(')[^1]}" : "taken";
                end = string.Concat(end.Select(letter => char.IsAsciiDigit(letter) ? '#' : letter));
                ends[end] = ends.GetValueOrDefault(end) + 1;
                if (number % GoodOneEvery == 0)
                {
                    Assert.IsType<PictureAnswer.Taken>(await RealWorker.AskAsync(worker, MadePng.Good, deadline.Token));
                }
            }
        }
        finally
        {
            await worker.DisposeAsync();
        }

        foreach (var (end, times) in ends.OrderByDescending(pair => pair.Value).Take(40))
        {
            output.WriteLine($"{times,9} {end}");
        }

        Assert.Empty(broken);
        Assert.True(count < 300 || (ends.ContainsKey("taken") && ends.Keys.Any(end => end.Contains("cannot be drawn", StringComparison.Ordinal))), "the decoder was not reached");
    }

    private static void AssertWords(PictureAnswer? answer)
    {
        Assert.NotNull(answer);
        if (answer is PictureAnswer.Refused refused)
        {
            Assert.Contains(refused.Reason, letter => letter is >= '\u4E00' and <= '\u9FFF');
            Assert.DoesNotContain('\n', refused.Reason);
        }
    }

    private static byte[] Mutate(Random random)
    {
        List<byte> bytes = [.. Good[random.Next(Good.Length)]];
        for (var times = random.Next(4); times >= 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var run = Math.Min(1 + random.Next(24), bytes.Count - at);
            switch (random.Next(12))
            {
                case < 4:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case < 7:
                    bytes[at] = (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) });
                    break;
                case 7:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 8:
                    bytes.RemoveRange(at, run);
                    break;
                case 9:
                    bytes.InsertRange(at, bytes.GetRange(at, run));
                    break;
                case 10:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var other = Good[random.Next(Good.Length)];
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(run, other.Length - from)).ToArray());
                    break;
            }
        }

        // Nearly every spoiled PNG would be turned away for a check value; three in four are put right, and get further.
        byte[] file = [.. bytes];
        if (random.Next(4) > 0)
        {
            MadePng.SetChecksRight(file);
        }

        return file;
    }
}
