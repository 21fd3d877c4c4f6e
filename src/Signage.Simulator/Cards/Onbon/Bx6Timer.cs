namespace Signage.Simulator.Cards.Onbon;

/// <summary>
/// The card's timer as it reads it: groups of an on and an off, hours and minutes in binary-coded decimals. What nobody attests is decided against us and said: while no group
/// has it on it is off, and a command to switch on does not change that; it outlives the power.
/// </summary>
/// <param name="most">How many groups the card knows.</param>
internal sealed class Bx6Timer(int most)
{
    private const int Group = 4;
    private (TimeSpan On, TimeSpan Off)[] _groups = [];

    /// <summary>True when a timer is set.</summary>
    public bool IsSet => _groups.Length > 0;

    /// <summary>True when it holds the card off at a moment of its clock.</summary>
    public bool IsOff(DateTime wall) => IsSet && !_groups.Any(group => Between(wall.TimeOfDay, group.On, group.Off));

    /// <summary>Takes a timer whole or not at all.</summary>
    public bool Take(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || data[0] == 0 || data[0] > most || data.Length != 1 + (data[0] * Group))
        {
            return false;
        }

        var groups = new (TimeSpan On, TimeSpan Off)[data[0]];
        for (var at = 0; at < groups.Length; at++)
        {
            var group = data.Slice(1 + (at * Group), Group);
            if (Read(group) is not { } on || Read(group[2..]) is not { } off || on == off)
            {
                return false;
            }

            groups[at] = (on, off);
        }

        _groups = groups;
        return true;
    }

    /// <summary>Forgets it.</summary>
    public void Cancel() => _groups = [];

    private static TimeSpan? Read(ReadOnlySpan<byte> bcd) =>
        Decimal(bcd[0]) is { } hour and < 24 && Decimal(bcd[1]) is { } minute and < 60 ? new TimeSpan(hour, minute, 0) : null;

    private static int? Decimal(byte bcd) => bcd >> 4 < 10 && (bcd & 15) < 10 ? ((bcd >> 4) * 10) + (bcd & 15) : null;

    private static bool Between(TimeSpan time, TimeSpan from, TimeSpan until) => from < until ? time >= from && time < until : time >= from || time < until;
}
