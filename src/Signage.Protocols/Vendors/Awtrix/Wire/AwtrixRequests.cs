using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>Words as requests to the web server of a clock: docs/protocols/awtrix.md, section 2.</summary>
internal static class AwtrixRequests
{
    /// <summary>Lists the apps of the loop.</summary>
    public const string Loop = "/api/loop";

    /// <summary>The colours of all pixels.</summary>
    public const string Screen = "/api/screen";

    /// <summary>What the clock says of itself.</summary>
    public const string Stats = "/api/stats";

    /// <summary>What it keeps in its flash.</summary>
    public const string Settings = "/api/settings";

    private const string Root = "/api/";
    private const string CustomRoot = "/api/custom?name=";
    private const string Json = "application/json";

    /// <summary>The request that says a word.</summary>
    public static WireMessage.Request Of(AwtrixWord word) => new(
        "POST",
        word.Name.StartsWith(AwtrixWord.Custom, StringComparison.Ordinal)
            ? CustomRoot + Uri.EscapeDataString(word.Name[AwtrixWord.Custom.Length..])
            : Root + word.Name,
        Json,
        word.Payload);

    /// <summary>The word that a request says; null for a question, and for what is none of the API.</summary>
    public static AwtrixWord? WordOf(WireMessage.Request request) => request switch
    {
        { Method: not "POST" } => null,
        _ when request.Path.StartsWith(CustomRoot, StringComparison.Ordinal) =>
            new AwtrixWord(AwtrixWord.Custom + Uri.UnescapeDataString(request.Path[CustomRoot.Length..]), request.Body),
        _ when request.Path.StartsWith(Root, StringComparison.Ordinal) => new AwtrixWord(request.Path[Root.Length..], request.Body),
        _ => null,
    };
}
