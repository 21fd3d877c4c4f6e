using System.Text.Json.Serialization;
using Signage.Core.Text;

namespace Signage.Cli.Terminal;

/// <summary>Tells where the page of a site is: the one line that <c>run</c> and <c>demo</c> print once it is served.</summary>
/// <param name="Page">The address.</param>
internal sealed record PageAddress(string Page)
{
    /// <summary>Prints it, for people or for machines.</summary>
    public static void Tell(Output output, Uri address, bool machines)
    {
        if (machines)
        {
            output.Json(new PageAddress(address.ToString()), PageJson.Default.PageAddress);
            return;
        }

        output.Line(Words.PageAt.With(address));
        output.Answers.Flush();
    }
}

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageAddress))]
internal sealed partial class PageJson : JsonSerializerContext;
