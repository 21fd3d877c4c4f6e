using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Hostile;

/// <summary>A socket of a process, as the kernel knows it.</summary>
/// <param name="Kind">tcp, tcp6, udp, udp6, raw or raw6.</param>
/// <param name="Local">Its own end.</param>
/// <param name="Remote">The other end.</param>
/// <param name="IsListening">True for a door.</param>
internal sealed record ProcessSocket(string Kind, IPEndPoint Local, IPEndPoint Remote, bool IsListening);

/// <summary>The sockets of a process, from <c>/proc</c> (proc_pid_net(5)): no program is asked that could leave one out.</summary>
internal static partial class ProcessSockets
{
    private const string Listening = "0A";
    private static readonly string[] Kinds = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];

    public static IReadOnlyList<ProcessSocket> Of(int process)
    {
        var inodes = Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Select(Inode).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from kind in Kinds
               from line in File.ReadLines($"/proc/{process}/net/{kind}").Skip(1)
               let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
               where inodes.Contains(fields[9])
               select new ProcessSocket(kind, End(fields[1]), End(fields[2]), fields[3] == Listening),
        ];
    }

    private static string? Inode(string handle)
    {
        try
        {
            return Socket().Match(new FileInfo(handle).LinkTarget ?? "") is { Success: true } socket ? socket.Groups[1].Value : null;
        }
        catch (IOException)
        {
            // It was closed while we looked.
            return null;
        }
    }

    // Addresses are words in the order of the machine, ports in that of the network.
    private static IPEndPoint End(string text)
    {
        var (address, port) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[^4..]);
        var bytes = Enumerable.Range(0, address.Length / 8).SelectMany(word => BitConverter.GetBytes(uint.Parse(address.AsSpan(word * 8, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        return new IPEndPoint(new IPAddress([.. bytes]), int.Parse(port, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^socket:\[(\d+)\]$")]
    private static partial Regex Socket();
}
