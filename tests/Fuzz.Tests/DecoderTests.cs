using System.Diagnostics;
using System.Globalization;
using Fuzz.Tests.Inputs;
using Fuzz.Tests.Targets;

namespace Fuzz.Tests;

/// <summary>
/// Random and spoiled inputs for everything that reads a wire: a few thousand each, a million with <c>SIGNAGE_FUZZ=1000000</c>. <c>SIGNAGE_SEED</c> and
/// <c>SIGNAGE_FUZZ_FIRST</c> take up a run where it failed; <c>SIGNAGE_FUZZ_TARGET</c> runs one decoder alone.
/// </summary>
public sealed class DecoderTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => Environment.GetEnvironmentVariable("SIGNAGE_FUZZ_TARGET") is { Length: > 0 } one
        ? [DecoderTargets.Named(one).Name]
        : [.. DecoderTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decoder_WhenFedWithRubbish_GivesOneOfItsAnswersWithinItsMemoryAndIsBackInStep(string name)
    {
        var (target, seed) = (DecoderTargets.Named(name), Setting("SIGNAGE_SEED", 1));
        var (first, count) = (Setting("SIGNAGE_FUZZ_FIRST", 0), Setting("SIGNAGE_FUZZ", 2000));

        // Without a good input only noise is fed, and noise is turned away at the door.
        Assert.NotEmpty(target.Corpus);
        foreach (var good in target.Corpus)
        {
            Feed(target, good, "a good input");
        }

        var watch = Stopwatch.StartNew();
        for (var number = first; number < first + count; number++)
        {
            Feed(target, Mutation.Input(target.Corpus, seed, number), $"SIGNAGE_SEED={seed} SIGNAGE_FUZZ_FIRST={number} SIGNAGE_FUZZ=1");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} inputs, seed {seed}, {watch.Elapsed.TotalSeconds:0.0} s, {target.Corpus.Count} good inputs, no finding"));
    }

    private static void Feed(IDecoderTarget target, byte[] input, string which)
    {
        try
        {
            target.Run(input);
        }
        catch (Exception thrown)
        {
            throw new InvalidOperationException($"{target.Name}, {which}: {thrown.Message}\n{Convert.ToHexString(input)}", thrown);
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
