using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Sheets;
using Signage.Sheets.Slogans;

namespace Signage.Cli.Panels;

/// <summary>
/// A file of slogans: JSON, <c>{"slogans":[{"id":…,"text":…}]}</c>; or a plain text in UTF-8 with one slogan a line, where empty lines and lines that begin
/// with <c>#</c> are passed over; or a table, <c>.csv</c> or <c>.xlsx</c>.
/// </summary>
internal static class SloganFile
{
    private const int Largest = 1 << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file.</summary>
    /// <exception cref="UserError">It is not readable, not UTF-8, or has no slogan.</exception>
    public static SloganList Read(string path)
    {
        if (Sheet.IsOne(path))
        {
            return FromTable(path);
        }

        var text = path.Length == 0 ? throw new UserError(Words.SloganFileEmpty.With("''"))
            : Directory.Exists(path) ? throw new UserError(Words.FolderNotFile.With(path))
            : Text(path);
        var slogans = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? FromJson(path, text) : FromLines(text);
        return slogans.Slogans.Count > 0 ? slogans : throw new UserError(Words.SloganFileEmpty.With(path));
    }

    /// <summary>One slogan as the control socket takes it.</summary>
    public static JsonObject Entry(string text, string? id, string? tone)
    {
        var entry = new JsonObject { ["text"] = text };
        if (id is not null)
        {
            entry["id"] = id;
        }

        if (tone is not null)
        {
            entry["tone"] = tone;
        }

        return entry;
    }

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

    private static SloganList FromTable(string path)
    {
        var table = SheetFiles.Take(() => SloganTable.Read(path));
        return new SloganList([.. table.Slogans.Select(slogan => Entry(slogan.Text, slogan.Id, slogan.Tone))], [.. table.Slogans.Select(slogan => slogan.Row)]) { Notes = table.Notes };
    }

    private static SloganList FromLines(string text)
    {
        (string Text, int Line)[] slogans =
        [
            .. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries).Select((line, at) => (Text: line, Line: at + 1))
                .Where(line => line.Text.Length > 0 && line.Text[0] != '#'),
        ];
        return new SloganList([.. slogans.Select(slogan => Entry(slogan.Text, null, null))], [.. slogans.Select(slogan => slogan.Line)]);
    }

    private static SloganList FromJson(string path, string text)
    {
        try
        {
            return (JsonNode.Parse(text) as JsonObject)?["slogans"] is JsonArray slogans ? new SloganList((JsonArray)slogans.DeepClone(), []) : throw new UserError(Words.SloganFileShape.With(path));
        }
        catch (JsonException broken)
        {
            throw new UserError($"{path}: {JsonFaults.Of(broken)}", broken);
        }
    }
}
