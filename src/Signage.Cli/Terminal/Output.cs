using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Signage.Cli.Terminal;

/// <summary>
/// Where a command writes: answers to one writer, complaints and progress to the other, so that a script reads only answers. Used by one
/// command at a time.
/// </summary>
/// <param name="answers">Standard output, or a writer of a test.</param>
/// <param name="complaints">Standard error, or a writer of a test.</param>
/// <param name="questions">Opens standard input; asked only by a verb that reads it.</param>
public sealed class Output(TextWriter answers, TextWriter complaints, Func<Stream> questions)
{
    // Wide enough for every table that is printed into a pipe; a terminal tells its own width.
    private const int PipeWidth = 160;

    /// <summary>For answers.</summary>
    public TextWriter Answers => answers;

    /// <summary>For complaints and progress.</summary>
    public TextWriter Complaints => complaints;

    /// <summary>The terminal of the person who waits for answers; null when answers go to a file or a program.</summary>
    internal IAnsiConsole? Screen => OnTerminal(answers) ? Console(answers) : null;

    /// <summary>Standard input, opened anew; whoever asks disposes it.</summary>
    public Stream OpenInput() => questions();

    /// <summary>Writes one line of the answer.</summary>
    public void Line(string text) => answers.WriteLine(text);

    /// <summary>Writes one line that is no part of the answer.</summary>
    public void Note(string text) => complaints.WriteLine(text);

    /// <summary>Writes each line of a list that a site sent and that is no part of the answer; nothing when there is none.</summary>
    public void Notes(JsonNode? lines)
    {
        foreach (var line in lines as JsonArray ?? [])
        {
            Note($"{line}");
        }
    }

    /// <summary>Writes a value as one line of JSON and hands it on at once: whoever waits for it may be waiting before acting.</summary>
    public void Json<T>(T value, JsonTypeInfo<T> shape)
    {
        answers.WriteLine(JsonSerializer.Serialize(value, shape));
        answers.Flush();
    }

    /// <summary>Draws a table or another rendered thing.</summary>
    internal void Draw(IRenderable drawing) => Console(answers).Write(drawing);

    /// <summary>Waits for work and, on a terminal, shows that something is going on.</summary>
    /// <param name="what">What is being waited for.</param>
    /// <param name="work">The work.</param>
    internal async Task<T> WaitAsync<T>(string what, Func<Task<T>> work)
    {
        if (!OnTerminal(complaints))
        {
            return await work().ConfigureAwait(false);
        }

        return await Console(complaints).Status().StartAsync(Markup.Escape(what), _ => work()).ConfigureAwait(false);
    }

    private static IAnsiConsole Console(TextWriter writer)
    {
        var terminal = OnTerminal(writer);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }

    private static bool OnTerminal(TextWriter writer) =>
        (ReferenceEquals(writer, System.Console.Out) && !System.Console.IsOutputRedirected)
        || (ReferenceEquals(writer, System.Console.Error) && !System.Console.IsErrorRedirected);
}
