using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Core.Text;

namespace Signage.Controller.Control;

/// <summary>
/// A request as it comes over the control socket, held to what was written: a member that nobody reads, one that is written twice, a null and half a
/// character are refused, because passing them over would do something else than was asked for.
/// </summary>
internal static class ControlRequest
{
    private const string Verb = "verb";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads one line.</summary>
    /// <returns>The request and the name of its verb.</returns>
    /// <exception cref="JsonException">It is no JSON, or a member is written twice.</exception>
    /// <exception cref="FormatException">It is no request, or has a null or half a character in it; the message says where.</exception>
    public static (JsonObject Request, string Verb) Read(string line)
    {
        var request = Whole(() => JsonNode.Parse(line, documentOptions: Strict), "") as JsonObject ?? throw new FormatException(Words.NotARequest);
        Look(request, "");
        return (request, request.Text(Verb) ?? throw new FormatException(Words.NotARequest));
    }

    /// <summary>Refuses a request with a member that its verb does not read.</summary>
    /// <exception cref="FormatException">There is one; the message names it and those that exist.</exception>
    public static void Check(JsonObject request, IControlVerb verb)
    {
        string[] known = [Verb, .. verb.Members];
        if (request.Select(member => member.Key).Except(known).FirstOrDefault() is { } unknown)
        {
            throw new FormatException(Words.UnknownMember.With(verb.Name, unknown, string.Join(", ", known)));
        }
    }

    private static void Look(JsonNode? node, string place)
    {
        switch (node)
        {
            case null:
                throw new FormatException(Words.MemberNull.With(place));
            case JsonObject members:
                foreach (var (name, value) in Whole(() => members.ToArray(), place))
                {
                    Look(value, place.Length == 0 ? name : $"{place}.{name}");
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Look(list[i], $"{place}[{i}]");
                }

                break;
            case var value when value.GetValueKind() == JsonValueKind.String:
                Whole(value.GetValue<string>, place);
                break;
            default:
                break;
        }
    }

    // The reader takes half of a character (a lone surrogate) for JSON, and throws when somebody wants the text.
    private static T Whole<T>(Func<T> read, string place)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException half)
        {
            throw new FormatException(Words.RequestHalfCharacter.With(place.Length == 0 ? "$" : place), half);
        }
    }
}
