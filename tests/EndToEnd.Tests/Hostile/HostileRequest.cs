using System.Text;

namespace EndToEnd.Tests.Hostile;

/// <summary>Where a hostile request goes.</summary>
/// <param name="Host">The name and port of the server.</param>
/// <param name="Path">The path of the route.</param>
internal sealed record HostileTarget(string Host, string Path);

/// <summary>A request that no client would send.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Make">Its bytes, in the parts in which they are sent.</param>
internal sealed record HostileRequest(string Name, Func<HostileTarget, IEnumerable<byte[]>> Make)
{
    /// <summary>True when the server may hang up without a word.</summary>
    public bool MayHangUp { get; init; }

    /// <summary>True when the server has to be told that no more will come: it would wait for the rest, or for the next request.</summary>
    public bool IsHalf { get; init; }

    /// <summary>True when it asks for another version of HTTP, for which 505 is the right answer.</summary>
    public bool IsAnotherVersion { get; init; }

    /// <summary>A request of one part, letter by letter; letters are bytes.</summary>
    public static HostileRequest Of(string name, Func<HostileTarget, string> text) => new(name, target => [Encoding.Latin1.GetBytes(text(target))]);

    /// <summary>A GET whose line is right, with further headers.</summary>
    public static HostileRequest Headed(string name, params string[] headers) => Of(name, target => Lines($"GET {target.Path} HTTP/1.1", [$"Host: {target.Host}", "Connection: close", .. headers]));

    /// <summary>A request with another method.</summary>
    public static HostileRequest Verb(string verb) => Of($"verb {verb}", target => Lines($"{verb} {target.Path} HTTP/1.1", $"Host: {target.Host}", "Connection: close", "Content-Length: 0"));

    /// <summary>A GET of another path, made of that of the route.</summary>
    public static HostileRequest At(string name, Func<string, string> path) => Of(name, target => Lines($"GET {path(target.Path)} HTTP/1.1", $"Host: {target.Host}", "Connection: close"));

    /// <summary>A GET to somebody else.</summary>
    public static HostileRequest Hosted(string name, Func<string, string> host) => Of(name, target => Lines($"GET {target.Path} HTTP/1.1", $"Host: {host(target.Host)}", "Connection: close"));

    /// <summary>A POST with a body of some type.</summary>
    public static HostileRequest Posted(string name, string type, string body) => Of(name, target =>
        Lines($"POST {target.Path} HTTP/1.1", $"Host: {target.Host}", "Connection: close", $"Content-Type: {type}", $"Content-Length: {body.Length}") + body);

    /// <summary>A POST whose length is told in some way, with a body behind it.</summary>
    public static HostileRequest Framed(string name, string body, params string[] headers) => Of(name, target => Lines($"POST {target.Path} HTTP/1.1", [$"Host: {target.Host}", "Connection: close", .. headers]) + body);

    /// <summary>The lines of a head, and the empty one behind it.</summary>
    public static string Lines(string first, params string[] further) => string.Join("\r\n", [first, .. further, "", ""]);
}
