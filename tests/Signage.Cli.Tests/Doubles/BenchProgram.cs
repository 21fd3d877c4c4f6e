using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Serial;
using Signage.Transports.Tcp;

namespace Signage.Cli.Tests.Doubles;

/// <summary>What a command line left behind.</summary>
internal sealed record Ran(int Code, string Out, string Error)
{
    public string[] OutLines => Lines(Out);

    public string[] ErrorLines => Lines(Error);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The whole command, in this process, with two card models in a folder of its own.</summary>
internal sealed class BenchProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-cli-");

    public BenchProgram()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        Simulation = new BenchSimulation(Time);
        Write("profiles/bench/one.json", "{}");
    }

    public FakeTimeProvider Time { get; }

    public BenchSimulation Simulation { get; }

    public RefusingDrawing Drawing { get; } = new();

    public RecordingSite Site { get; } = new();

    public List<ProfileError> Faults { get; } = [];

    public List<ProfileFile> FilesRead { get; } = [];

    public byte[] Input { get; set; } = [];

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public Task<Ran> RunAsync(params string[] words) => RunAsync(TestContext.Current.CancellationToken, words);

    public Task<int> RunAsync(TextWriter complaints, params string[] words) =>
        RunAsync(TextWriter.Null, complaints, words, TestContext.Current.CancellationToken);

    public async Task<Ran> RunAsync(CancellationToken cancellationToken, params string[] words)
    {
        var answers = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var complaints = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var code = await RunAsync(answers, complaints, words, cancellationToken).ConfigureAwait(true);
        return new Ran(code, answers.ToString(), complaints.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<int> RunAsync(TextWriter answers, TextWriter complaints, string[] words, CancellationToken cancellationToken)
    {
        var output = new Output(answers, complaints, () => new MemoryStream(Input));
        var wire = new WireRoom(
            new PanelAdapters([new BenchAdapter()]), new PanelTransports([new TcpTransport(Time), new SerialTransport(Time)]), Read, PathOf("profiles"), (_, _, _) => throw new UserError("held by a site"));
        var rooms = new Rooms(wire, Drawing, Simulation, Site, Time);
        return CommandLine.RunAsync(words, rooms, output, cancellationToken);
    }

    private ProfileReading Read(IEnumerable<ProfileFile> files)
    {
        FilesRead.AddRange(files);
        return Faults.Count > 0
            ? new ProfileReading(null, Faults)
            : new ProfileReading(new ProfileCatalog([TestProfiles.Bench(), TestProfiles.Bench("bench/two")]), []);
    }
}
