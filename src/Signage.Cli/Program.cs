using System.Text;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interruption = new Interruption();
var output = new Output(Console.Out, Console.Error, Console.OpenStandardInput);
return await CommandLine.RunAsync(args, ProgramRooms.Create, output, interruption.Token).ConfigureAwait(false);
