using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Panels;

/// <summary>
/// A file of slogans: JSON, <c>{"slogans":[{"id":…,"text":…}]}</c>; or a plain text in UTF-8 with one slogan a line, where empty lines and lines that begin
/// with <c>#</c> are passed over.
/// </summary>
internal static class SloganFile
{
    private const int Largest = 1 << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file.</summary>
    /// <exception cref="UserError">It is not readable, not UTF-8, or has no slogan.</exception>
    public static JsonArray Read(string path)
    {
        var text = path.Length == 0 ? throw new UserError(Words.SloganFileEmpty.With("''"))
            : Directory.Exists(path) ? throw new UserError(Words.FolderNotFile.With(path))
            : Text(path);
        var slogans = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? FromJson(path, text) : FromLines(text);
        return slogans.Count > 0 ? slogans : throw new UserError(Words.SloganFileEmpty.With(path));
    }

    /// <summary>One slogan as the control socket takes it.</summary>
    public static JsonObject Entry(string text, string? id) => id is null ? new JsonObject { ["text"] = text } : new JsonObject { ["text"] = text, ["id"] = id };

    private static string Text(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > Largest }
                ? throw new UserError(Words.SloganFileTooBig.With(path, Largest))
                : Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException broken)
        {
            throw new UserError(Words.SloganFileNotUtf8.With(path, broken.Index), broken);
        }
    }

    private static JsonArray FromLines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => Entry(line, null))];

    private static JsonArray FromJson(string path, string text)
    {
        try
        {
            return (JsonNode.Parse(text) as JsonObject)?["slogans"] is JsonArray slogans ? (JsonArray)slogans.DeepClone() : throw new UserError(Words.SloganFileShape.With(path));
        }
        catch (JsonException broken)
        {
            throw new UserError($"{path}: {JsonFaults.Of(broken)}", broken);
        }
    }
}
