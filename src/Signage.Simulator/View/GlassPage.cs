using System.Text;
using Microsoft.AspNetCore.Http;

namespace Signage.Simulator.View;

/// <summary>The page that draws the glass: one file, built into the program, that asks nothing of any other address.</summary>
internal static class GlassPage
{
    // The page may run its own script and ask this very server, and nothing else.
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'";

    /// <summary>Writes the page as an answer.</summary>
    public static Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        return response.WriteAsync(Text(), Encoding.UTF8, cancellationToken);
    }

    private static string Text()
    {
        using var stream = typeof(GlassPage).Assembly.GetManifestResourceStream("glass.html")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd()
            .Replace("@title@", Words.GlassTitle, StringComparison.Ordinal)
            .Replace("@dark@", Words.GlassOff, StringComparison.Ordinal)
            .Replace("@gone@", Words.GlassGone, StringComparison.Ordinal);
    }
}
