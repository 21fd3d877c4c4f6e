using System.Globalization;
using System.Text;
using System.Text.Json;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>Tells a JSON body value by value, each with its place. Values that look like Wi-Fi passwords are never told: a capture travels in mails.</summary>
internal static class JsonFields
{
    private const int MostFields = 2_000;
    private const int LongestValue = 200;
    private const int LongestPath = 300;

    private static readonly string[] Secret = ["pass", "pwd", "psk", "secret", "wep", "wpa", "key"];

    /// <summary>The values of a body.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="at">Where it starts in the capture.</param>
    /// <param name="fields">What they are added to.</param>
    /// <returns>What is wrong with it; null when it reads.</returns>
    public static string? Tell(ReadOnlySpan<byte> body, int at, List<WireField> fields)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        var path = new Stack<Step>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        path.Push(new Step(reader.GetString()!, null));
                        break;
                    case JsonTokenType.StartObject:
                        Count(path);
                        path.Push(new Step("", null));
                        break;
                    case JsonTokenType.StartArray:
                        Count(path);
                        path.Push(new Step("", 0));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        path.Pop();
                        Leave(path);
                        break;
                    default:
                        Count(path);
                        if (fields.Count < MostFields)
                        {
                            fields.Add(Field(ref reader, at, path));
                        }

                        Leave(path);
                        break;
                }
            }

            return null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return "the body is not JSON";
        }
    }

    private static WireField Field(ref Utf8JsonReader reader, int at, Stack<Step> path)
    {
        var name = Name(path);
        var last = path.Count == 0 ? "" : path.Peek().Name;
        var value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        var isSecret = Secret.Any(word => last.Contains(word, StringComparison.OrdinalIgnoreCase));
        var (start, length) = ((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
        return new WireField(at + start, length, name, isSecret ? "***" : Short(value)) { IsContent = true };
    }

    /// <summary>A text cut to a length that fits a line, its line breaks gone.</summary>
    public static string Short(string text) =>
        new([.. text.Take(LongestValue).Select(letter => char.IsControl(letter) ? ' ' : letter), .. text.Length > LongestValue ? "…" : ""]);

    private static void Count(Stack<Step> path)
    {
        if (path.TryPeek(out var step) && step.Index is { } index)
        {
            path.Pop();
            path.Push(step with { Index = index + 1 });
        }
    }

    // A property ends with its value.
    private static void Leave(Stack<Step> path)
    {
        if (path.TryPeek(out var step) && step is { Name.Length: > 0, Index: null })
        {
            path.Pop();
        }
    }

    private static string Name(Stack<Step> path)
    {
        var text = new StringBuilder();
        foreach (var step in path.Reverse())
        {
            if (step.Index is { } index)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index - 1}]");
            }
            else if (step.Name.Length > 0)
            {
                text.Append(text.Length > 0 ? "." : "").Append(step.Name);
            }
        }

        return Short(text.ToString(0, Math.Min(text.Length, LongestPath)));
    }

    private readonly record struct Step(string Name, int? Index);
}
