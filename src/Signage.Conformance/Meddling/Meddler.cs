using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Meddling;

/// <summary>Stands between a line and its links and does the mischief of the moment. Counts what would have left, so that "nothing was sent" can be said.</summary>
/// <param name="time">The clock of the links.</param>
internal sealed class Meddler(TimeProvider time)
{
    private Mischief _mischief = Mischief.None;
    private int _sent;
    private int _longest;

    /// <summary>The clock of the links.</summary>
    public TimeProvider Time => time;

    /// <summary>What is done now.</summary>
    public Mischief Mischief
    {
        get => Volatile.Read(ref _mischief);
        set => Volatile.Write(ref _mischief, value);
    }

    /// <summary>How many packets or messages were given to a link so far.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Bytes of the longest of them since <see cref="Forget"/>.</summary>
    public int Longest => Volatile.Read(ref _longest);

    /// <summary>Measures anew.</summary>
    public void Forget() => Volatile.Write(ref _longest, 0);

    /// <summary>Something is given to a link.</summary>
    public void Count(WireMessage message)
    {
        Interlocked.Increment(ref _sent);
        var length = message is WireMessage.Datagrams datagrams ? datagrams.Packets.Max(packet => packet.Length) : message.Length;
        Volatile.Write(ref _longest, Math.Max(Longest, length));
    }
}
