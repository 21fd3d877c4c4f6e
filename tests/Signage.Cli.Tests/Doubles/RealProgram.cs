using System.Globalization;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;

namespace Signage.Cli.Tests.Doubles;

/// <summary>The whole command, in this process, with the rooms, links and card models of the real program.</summary>
internal static class RealProgram
{
    public static async Task<Ran> RunAsync(params string[] words)
    {
        using var answers = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var complaints = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var output = new Output(answers, complaints, () => Stream.Null);
        var code = await CommandLine.RunAsync(words, ProgramRooms.Create, output, TestContext.Current.CancellationToken).ConfigureAwait(true);
        return new Ran(code, answers.ToString(), complaints.ToString());
    }
}
