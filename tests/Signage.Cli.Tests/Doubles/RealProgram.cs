using System.Globalization;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;

namespace Signage.Cli.Tests.Doubles;

/// <summary>The whole command, in this process, with the rooms, links and card models of the real program.</summary>
internal static class RealProgram
{
    public static Task<Ran> RunAsync(params string[] words) => RunAsync(ProgramRooms.Create, TestContext.Current.CancellationToken, words);

    /// <summary>Runs it with other rooms, until it ends or is stopped.</summary>
    public static async Task<Ran> RunAsync(Func<Rooms> rooms, CancellationToken cancellationToken, params string[] words)
    {
        using var answers = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var complaints = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var output = new Output(answers, complaints, () => Stream.Null);
        var code = await CommandLine.RunAsync(words, rooms, output, cancellationToken).ConfigureAwait(true);
        return new Ran(code, answers.ToString(), complaints.ToString());
    }
}
