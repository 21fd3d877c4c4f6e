namespace Signage.Sheets.Writing;

/// <summary>
/// Keeps a text from being a formula when a <c>.csv</c> file is opened: an apostrophe before it, which is taken off again when the file is read. What already
/// looks like a protected text gets one more, so that every text comes back as it was.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>The text as it is written.</summary>
    public static string Protected(string text) => IsLive(text) ? Guard + text : text;

    /// <summary>The text as it was before it was written.</summary>
    public static string Unprotected(string text) => text.Length > 1 && text[0] == Guard && IsLive(text) ? text[1..] : text;

    private static bool IsLive(string text) => text.TrimStart(Guard) is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
