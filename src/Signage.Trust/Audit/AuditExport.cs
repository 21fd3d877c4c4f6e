using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Signage.Trust.Audit;

/// <summary>
/// The audit as text: one entry a line, each a JSON object with its members in one order and no spaces. Line breaks, control characters and invisible signs
/// in any text are escaped, so nobody can add a line by a name (S34). Each entry has one line only: reading takes no other.
/// </summary>
public static class AuditExport
{
    /// <summary>The most characters of a line.</summary>
    public const int MostLine = 2_000_000;

    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The line of an entry, without a line break.</summary>
    public static string Write(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{{\"n\":{entry.Number},\"at\":\"{entry.Facts.At.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture)}\"");
        line.Append(",\"actor\":").Quoted(entry.Facts.Actor).Append(",\"action\":").Quoted(entry.Facts.Action).Append(",\"subject\":").Quoted(entry.Facts.Subject);
        line.Append(",\"details\":{");
        foreach (var (name, value) in entry.Facts.Details)
        {
            line.Append(line[^1] == '{' ? "" : ",").Quoted(name).Append(':').Quoted(value);
        }

        return line.Append(CultureInfo.InvariantCulture, $"}},\"previous\":\"{entry.Previous}\",\"hash\":\"{entry.Hash}\"}}").ToString();
    }

    /// <summary>Reads a line. It never throws, whatever stands there.</summary>
    /// <param name="line">The line, without its line break.</param>
    /// <returns>
    /// The entry, and whether the line is exactly the one that the entry has: where it is not, the hash in it belongs to other facts or somebody wrote the line
    /// another way. Null when no entry can be read from it at all.
    /// </returns>
    public static (AuditEntry Entry, bool IsExact)? Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length > MostLine)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 2, AllowDuplicateProperties = false });
            return Entry(json.RootElement) is { } entry ? (entry, Write(entry) == line) : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            // No JSON, facts beyond their bounds, a member of another kind or with half a character, a member that is missing.
            return null;
        }
    }

    private static AuditEntry? Entry(JsonElement root)
    {
        var number = root.GetProperty("n");
        var previous = root.GetProperty("previous").GetString();
        if (!number.TryGetInt64(out var n) || n < 1 || !AuditHash.IsHash(previous)
            || !DateTimeOffset.TryParseExact(root.GetProperty("at").GetString(), InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        var details = root.GetProperty("details").EnumerateObject().Select(detail => KeyValuePair.Create(detail.Name, detail.Value.GetString()!)).ToArray();
        return details.Any(detail => detail.Value is null) || Text(root, "actor") is not { } actor || Text(root, "action") is not { } action || Text(root, "subject") is not { } subject
            ? null
            : new AuditEntry(n, new AuditFacts(at, actor, action, subject, details), new AuditHash(previous!));
    }

    private static string? Text(JsonElement root, string name) => root.GetProperty(name).GetString();
}
