using System.Text;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Renderer.Pictures;
using Signage.Renderer.Pictures.Worker;

// No verb for people: the door for pictures starts this program again, and nothing of it but the decoder is wanted there.
if (args is [PictureWorkerProgram.Verb, .. var limits])
{
    return PictureWorker.Run(limits, Console.OpenStandardInput(), Console.OpenStandardOutput());
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interruption = new Interruption();
var output = new Output(Console.Out, Console.Error, Console.OpenStandardInput);
return await CommandLine.RunAsync(args, ProgramRooms.Create, output, interruption.Token).ConfigureAwait(false);
