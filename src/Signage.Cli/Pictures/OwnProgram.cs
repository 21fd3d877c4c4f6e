using Signage.Renderer.Pictures;

namespace Signage.Cli.Pictures;

/// <summary>This very program, started again as the process that decodes pictures.</summary>
internal static class OwnProgram
{
    private const string Host = "dotnet";
    private const string Library = "signage.dll";

    /// <summary>How it is started: by itself when it was installed, by the runtime's host when it is run from its library, as while it is developed.</summary>
    public static PictureWorkerProgram AsPictureWorker()
    {
        var program = Environment.ProcessPath ?? Host;
        return Path.GetFileNameWithoutExtension(program) == Host
            ? new PictureWorkerProgram(program, ["exec", Path.Combine(AppContext.BaseDirectory, Library), PictureWorkerProgram.Verb])
            : new PictureWorkerProgram(program, [PictureWorkerProgram.Verb]);
    }
}
