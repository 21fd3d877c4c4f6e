using System.Globalization;
using System.Text;
using System.Text.Json;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Captures;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>Tells a JSON body value by value, each with its place. Values that look like Wi-Fi passwords are never told: a capture travels in mails.</summary>
internal static class JsonFields
{
    private const int MostFields = 2_000;
    private const int LongestValue = 200;

    private static readonly string[] Secret = ["pass", "pwd", "psk", "secret", "wep", "wpa", "key"];

    /// <summary>The values of a body.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="at">Where it starts in the capture.</param>
    /// <param name="fields">What they are added to.</param>
    /// <returns>What is wrong with it; null when it reads.</returns>
    public static string? Tell(ReadOnlySpan<byte> body, int at, List<WireField> fields)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        var path = new List<Step>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        path.Add(new Step(reader.GetString()!, null));
                        break;
                    case JsonTokenType.StartObject:
                        Count(path);
                        path.Add(new Step("", null));
                        break;
                    case JsonTokenType.StartArray:
                        Count(path);
                        path.Add(new Step("", 0));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        Drop(path);
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

    private static WireField Field(ref Utf8JsonReader reader, int at, List<Step> path)
    {
        var name = Name(path);
        var last = path.Count == 0 ? "" : path[^1].Name;
        var value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        var (start, length) = ((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
        return new WireField(at + start, length, name, IsSecret(last) ? "***" : Short(value)) { IsContent = true };
    }

    /// <summary>A text cut to a length that fits a line, its line breaks gone.</summary>
    public static string Short(string text)
    {
        var cut = new ShortText(stackalloc char[LongestValue]);
        cut.Add(text);
        return cut.ToString();
    }

    private static bool IsSecret(string name)
    {
        foreach (var word in Secret)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void Drop(List<Step> path) => path.RemoveAt(path.Count - 1);

    private static void Count(List<Step> path)
    {
        if (path is [.., { Index: { } index } step])
        {
            path[^1] = step with { Index = index + 1 };
        }
    }

    // A property ends with its value.
    private static void Leave(List<Step> path)
    {
        if (path is [.., { Name.Length: > 0, Index: null }])
        {
            Drop(path);
        }
    }

    private static string Name(List<Step> path)
    {
        var text = new ShortText(stackalloc char[LongestValue]);
        Span<char> number = stackalloc char[16];
        foreach (var step in path)
        {
            if (step.Index is { } index)
            {
                number.TryWrite(CultureInfo.InvariantCulture, $"[{index - 1}]", out var length);
                text.Add(number[..length]);
            }
            else if (step.Name.Length > 0)
            {
                text.Add(text.IsEmpty ? "" : ".");
                text.Add(step.Name);
            }
        }

        return text.ToString();
    }

    private readonly record struct Step(string Name, int? Index);
}
