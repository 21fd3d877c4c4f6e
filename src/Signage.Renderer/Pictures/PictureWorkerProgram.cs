namespace Signage.Renderer.Pictures;

/// <summary>How the process that decodes is started: the program itself, by a word that no person types.</summary>
/// <param name="Program">The file of the program.</param>
/// <param name="Words">Its words, before those that tell its limits.</param>
public sealed record PictureWorkerProgram(string Program, IReadOnlyList<string> Words)
{
    /// <summary>The word by which a program becomes the process that decodes.</summary>
    public const string Verb = "picture-worker";
}
