using System.Text;
using static EndToEnd.Tests.Hostile.HostileRequest;

namespace EndToEnd.Tests.Hostile;

/// <summary>What is tried at every route (OWASP's guide to testing, chapters on input and configuration; RFC 9110 and 9112 for what a message may look like).</summary>
internal static class HostileRequests
{
    private const string Chunked = "Transfer-Encoding: chunked";
    private const string Secret = "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    private const string JunkFrame = "\u0082\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ffjunk";
    private static readonly byte[] Mebibyte = [.. Enumerable.Repeat((byte)'a', 1 << 20)];

    public static IReadOnlyList<HostileRequest> All { get; } = [.. Verbs, .. Versions, .. Hosts, .. Targets, .. Heads, .. Bodies, .. Frames, .. Circuits];

    private static IEnumerable<HostileRequest> Verbs =>
    [
        .. ((string[])["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get", "BREW"]).Select(Verb),
        Verb("CONNECT"),
        Verb("G\0T") with { MayHangUp = true },
        Verb(new string('G', 20_000)) with { MayHangUp = true },
        Headed("a method in a header", "X-HTTP-Method-Override: DELETE", "X-Method-Override: PUT", "X-HTTP-Method: PATCH"),
        At("a method in the query", path => $"{path}?_method=DELETE&_handler=delete"),
    ];

    private static IEnumerable<HostileRequest> Versions =>
    [
        // The server says 505 and hangs up with our end of the line unread, so that the answer is mostly lost on its way and seldom read.
        Of("HTTP/0.9", target => $"GET {target.Path}\r\n\r\n") with { IsAnotherVersion = true, MayHangUp = true, IsHalf = true },
        Of("HTTP/2.0", target => Lines($"GET {target.Path} HTTP/2.0", $"Host: {target.Host}", "Connection: close")) with { IsAnotherVersion = true },
        Of("HTTP/1.9", target => Lines($"GET {target.Path} HTTP/1.9", $"Host: {target.Host}", "Connection: close")) with { IsAnotherVersion = true },
        Of("HTTP/2 without being asked", _ => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + new string('\0', 64)) with { IsAnotherVersion = true, MayHangUp = true, IsHalf = true },
        Of("TLS where there is none", _ => "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + new string('x', 300)) with { MayHangUp = true, IsHalf = true },
        Headed("an upgrade to HTTP/2", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"),
    ];

    private static IEnumerable<HostileRequest> Hosts =>
    [
        Of("no host", target => Lines($"GET {target.Path} HTTP/1.1", "Connection: close")),
        Headed("a second host", "Host: evil.example"),
        Hosted("a foreign host", _ => "evil.example"),
        Hosted("a host that begins like ours", host => $"{host}.evil.example"),
        Hosted("a host in Chinese", _ => Latin("社区.example")),
        Hosted("a host in Punycode", _ => "xn--fiq228c.example"),
        Hosted("a host with a name before it", host => $"evil@{host}"),
        Hosted("a host with a path", host => $"{host}/evil"),
        Hosted("a host of 8,000 letters", _ => new string('h', 8_000)),
        Hosted("a link-local host with a zone", _ => "[fe80::1%25lo]"),
        Headed("a host by proxy", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Forwarded-For: ::1, 10.0.0.1", "Forwarded: for=\"[::1]\";host=evil.example", "X-Original-URL: /admin", "X-Rewrite-URL: /admin"),
    ];

    private static IEnumerable<HostileRequest> Targets =>
    [
        .. ((string[])["../../../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "%252e%252e%252f%252e%252e%252fetc%252fpasswd", @"..\..\..\..\etc\passwd",
            "..%5c..%5c..%5cetc%5cpasswd", "..%c0%af..%c0%afetc%c0%afpasswd", "%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "..%ef%bc%8f..%ef%bc%8fetc", "....//....//etc/passwd", "..;/..;/etc/passwd", "%00", "%00.css",
            "appsettings.json", "site.db", ".git/config", "%", "%zz", "%u002e%u002e/", "%ff%fe", "~", "*", "::$DATA", "CON"])
            .Select(further => At($"path …/{further}", path => $"{path.TrimEnd('/')}/{further}")),
        At("two slashes", path => $"//evil.example{path}"),
        At("a backslash first", path => $@"\{path}"),
        At("bytes that are no letters", path => $"{path}\u00ff\u00fe"),
        At("raw Chinese", path => path + Latin("慈善")),
        At("a space in it", path => $"{path} x"),
        At("a tab in it", path => $"{path}\tx"),
        At("a fragment", path => $"{path}#x"),
        At("a path of 8,000 letters", path => $"{path.TrimEnd('/')}/{new string('x', 7_900)}"),
        At("1,000 folders deep", path => $"{path.TrimEnd('/')}{string.Concat(Enumerable.Repeat("/x", 1_000))}"),
        At("line ends in the query", path => $"{path}?x=%0d%0aSet-Cookie:%20evil=1%0d%0a%0d%0a<script>"),
        At("markup in the query", path => $"{path}?x=<script>alert(1)</script>&id=%27%20OR%201=1--&{{{{7*7}}}}=${{jndi:ldap://127.0.0.1:1/x}}"),
        At("a query of 30,000 letters", path => $"{path}?{new string('q', 30_000)}") with { MayHangUp = true },
        At("2,000 parameters", path => $"{path}?{string.Concat(Enumerable.Range(0, 1_000).Select(at => $"{at}&"))}"),
        Of("absolute, elsewhere", target => Lines($"GET http://evil.example{target.Path} HTTP/1.1", "Host: evil.example", "Connection: close")),
        Of("absolute, and another host", target => Lines($"GET http://{target.Host}{target.Path} HTTP/1.1", "Host: evil.example", "Connection: close")),
        Of("absolute, a file", target => Lines("GET file:///etc/passwd HTTP/1.1", $"Host: {target.Host}", "Connection: close")),
        Of("authority alone", target => Lines("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443", "Connection: close")),
        Of("an asterisk", target => Lines("OPTIONS * HTTP/1.1", $"Host: {target.Host}", "Connection: close")),
    ];

    private static IEnumerable<HostileRequest> Heads =>
    [
        new("a header of 10 MiB", target => [Encoding.Latin1.GetBytes($"GET {target.Path} HTTP/1.1\r\nHost: {target.Host}\r\nX-Long: "), .. Enumerable.Repeat(Mebibyte, 10), "\r\n\r\n"u8.ToArray()]) { MayHangUp = true },
        new("a cookie of 1 MiB", target => [Encoding.Latin1.GetBytes($"GET {target.Path} HTTP/1.1\r\nHost: {target.Host}\r\nCookie: a="), Mebibyte, "\r\n\r\n"u8.ToArray()]) { MayHangUp = true },
        Headed("1,000 headers", [.. Enumerable.Range(0, 1_000).Select(at => $"X-{at}: y")]) with { MayHangUp = true },
        Headed("a name with a space", "X Long: y"),
        Headed("a space before the colon", "Content-Length : 0"),
        Headed("a line without a colon", "nonsense"),
        Headed("a line that goes on in the next", "X-Fold: a", " b"),
        Headed("a name that is empty", ": y"),
        Headed("NUL in a value", "X-Nul: a\0b"),
        Headed("bytes that are no letters in a value", "X-High: \u00ff\u00fe\u0080"),
        Of("line feeds alone", target => $"GET {target.Path} HTTP/1.1\nHost: {target.Host}\nConnection: close\n\n"),
        Of("a carriage return alone", target => Lines($"GET {target.Path} HTTP/1.1", $"Host: {target.Host}", "X-Cr: a\rX-Evil: b", "Connection: close")),
        Headed("parts of nothing", "Range: bytes=9999999999-"),
        Headed("parts backwards", "Range: bytes=9-1,-0"),
        Headed("1,000 parts", $"Range: bytes={string.Join(',', Enumerable.Repeat("0-", 1_000))}"),
        Headed("conditions that are none", "If-Modified-Since: yesterday", "If-None-Match: *, \"", "If-Match: \"x\"", "If-Range: never", "If-Unmodified-Since: Thu, 99 Jan 0000 99:99:99 GMT"),
        Headed("encodings that are none", "Accept-Encoding: gzip;q=nan, br;q=-1, *;q=0", "Accept-Language: ../../etc/passwd", "Accept: */*;q=x"),
        Headed("a login that nobody asked for", "Authorization: Basic Og==", "Proxy-Authorization: Negotiate YIIxx"),
        Headed("cookies of ours that are not", "Cookie: .AspNetCore.Antiforgery.x=CfDJ8; .AspNetCore.Session=../../x; =; a=\u0001"),
        Headed("an expectation that is none", "Expect: 200-ok"),
        Headed("closing what must stay", "Connection: close, host, content-length"),
    ];

    private static IEnumerable<HostileRequest> Bodies =>
    [
        Posted("JSON, a list for an object", "application/json", """[{"id":["gate"]}]"""),
        Posted("JSON, an object for a text", "application/json", """{"id":{"$type":"System.Object","__proto__":{"admin":true}},"panels":1e999}"""),
        Posted("JSON, nothing", "application/json", "null"),
        Posted("JSON, 10,000 deep", "application/json", new string('[', 10_000)),
        Posted("a form of the pages", "application/x-www-form-urlencoded", "_handler=blank&__RequestVerificationToken=CfDJ8&id=gate&approved=true"),
        Posted("a form with parts and no boundary", "multipart/form-data", "x"),
        Posted("a form with a circuit", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"circuitId\"\r\n\r\nCfDJ8guess\r\n--b--\r\n"),
        Posted("XML with an entity", "text/xml", """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>"""),
        Posted("a type that is none", "a/b/c;;=", "x"),
        Posted("a packed body that is none", "application/json\r\nContent-Encoding: gzip, br", "not packed"),
    ];

    private static IEnumerable<HostileRequest> Frames =>
    [
        Framed("two lengths", "hello", "Content-Length: 5", "Content-Length: 6"),
        Framed("a length below nothing", "", "Content-Length: -1"),
        Framed("a length with a sign", "hello", "Content-Length: +5"),
        Framed("a length in hex", "hello", "Content-Length: 0x5"),
        Framed("a length of 2^64", "hello", "Content-Length: 18446744073709551616"),
        Framed("a length of 8 EiB", "hello", "Content-Length: 9223372036854775807"),
        Framed("more than it says", $"hello{Secret}", "Content-Length: 5"),
        Framed("less than it says", "hello", "Content-Length: 5000") with { MayHangUp = true, IsHalf = true },
        Framed("a length and chunks", $"0\r\n\r\n{Secret}", "Content-Length: 5", Chunked),
        Framed("chunks by another name", "0\r\n\r\n", "Transfer-Encoding: xchunked"),
        Framed("chunks that are not last", "0\r\n\r\n", "Transfer-Encoding: chunked, gzip"),
        Framed("a chunk below nothing", "-1\r\nx\r\n0\r\n\r\n", Chunked) with { MayHangUp = true },
        Framed("a chunk of 2^63", "FFFFFFFFFFFFFFFF\r\nx", Chunked) with { MayHangUp = true, IsHalf = true },
        Framed("a chunk with no end", "5\r\nhelloGARBAGE", Chunked) with { MayHangUp = true },
        Framed("a chunk with an extension of 100 KB", $"1;{new string('e', 100_000)}\r\nx\r\n0\r\n\r\n", Chunked) with { MayHangUp = true },
        Framed("1,000 trailers", $"0\r\n{string.Concat(Enumerable.Range(0, 1_000).Select(at => $"X-{at}: y\r\n"))}\r\n", Chunked) with { MayHangUp = true },
        Framed("chunks that stop", "5\r\nhel", Chunked) with { MayHangUp = true, IsHalf = true },
        Framed("waiting to be told to go on", "hello", "Content-Length: 5", "Expect: 100-continue"),
        Of("twenty at once, and then nonsense", target => string.Concat(Enumerable.Repeat(Lines($"GET {target.Path} HTTP/1.1", $"Host: {target.Host}", "Range: bytes=0-0"), 20)) + "\u0001\u0002\r\n\r\n"),
    ];

    private static IEnumerable<HostileRequest> Circuits =>
    [
        At("a circuit that was guessed", path => $"{path}?id=CfDJ8AAAAAAAAAAAAAAAAAAAAA&circuitId=1"),
        Posted("a message for a circuit that was guessed", "application/octet-stream", "\u0005\u00ff\u00ff\u00ff\u00ff"),
        At("a negotiation in a version of tomorrow", path => $"{path}?negotiateVersion=99999999999"),
        Socket("a socket with junk", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="),
        Socket("a socket with a key that is none", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: x"),
        Socket("a socket of version 99", "Sec-WebSocket-Version: 99", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="),
        Socket("a socket from elsewhere", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Origin: http://evil.example"),
    ];

    private static HostileRequest Socket(string name, params string[] headers) =>
        Of(name, target => Lines($"GET {target.Path}?id=guess HTTP/1.1", [$"Host: {target.Host}", "Connection: Upgrade", "Upgrade: websocket", .. headers]) + JunkFrame) with { MayHangUp = true, IsHalf = true };

    private static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
