using Fuzz.Tests.Targets;
using SharpFuzz;

// signage-fuzz list             the names of the decoders
// signage-fuzz corpus DIR       the good inputs of every decoder, one folder each
// signage-fuzz run NAME FILE    one input, as a finding is looked at
// signage-fuzz NAME             what AFL++ starts (docs/testing.md)
switch (args)
{
    case ["list"]:
        foreach (var target in DecoderTargets.All)
        {
            Console.Out.WriteLine(target.Name);
        }

        return 0;
    case ["corpus", var root]:
        foreach (var target in DecoderTargets.All)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, target.Name.Replace('/', '_'))).FullName;
            foreach (var (number, good) in target.Corpus.Index())
            {
                File.WriteAllBytes(Path.Combine(folder, $"good-{number}"), good);
            }
        }

        return 0;
    case ["run", var name, var file]:
        DecoderTargets.Named(name).Run(File.ReadAllBytes(file));
        return 0;
    case [var name]:
        // Made when the first input comes: rewritten code that runs before the fuzzer has lent its memory ends the process.
        IDecoderTarget? fuzzed = null;
        Fuzzer.OutOfProcess.Run(stream =>
        {
            fuzzed ??= DecoderTargets.Named(name);
            using var input = new MemoryStream();
            stream.CopyTo(input);
            fuzzed.Run(input.ToArray());
        });
        return 0;
    default:
        Console.Error.WriteLine("usage: signage-fuzz list | corpus DIR | run NAME FILE | NAME");
        return 2;
}
