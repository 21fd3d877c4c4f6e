using System.Globalization;

namespace Signage.Protocols.Profiles.Json;

/// <summary>Names a place in a JSON text, as in <c>$.links[0].baud</c>.</summary>
internal static class JsonPath
{
    public const string Root = "$";

    public static string Member(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $"{path}.{name}" : $"{path}['{name}']";

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
