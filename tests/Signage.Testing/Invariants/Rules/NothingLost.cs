namespace Signage.Testing.Invariants.Rules;

/// <summary>I2: what the site said is stored stands in the database every time that it is read afterwards, with the same content.</summary>
internal sealed class NothingLost : IInvariant
{
    public string Name => "I2";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        var acknowledged = history.Events.OfType<EditAnswered>().Where(edit => edit.Ok).ToArray();
        var readings = history.Events.OfType<RowsRead>().ToArray();
        if (acknowledged.Length > 0 && (readings.Length == 0 || readings[^1].At.Order < acknowledged[^1].At.Order))
        {
            yield return (acknowledged[^1].At, $"{acknowledged[^1].Row}: acknowledged, and the database was never read afterwards");
        }

        foreach (var reading in readings)
        {
            foreach (var edit in acknowledged.Where(edit => edit.At.Order < reading.At.Order))
            {
                if (!reading.Rows.TryGetValue(edit.Row, out var content))
                {
                    yield return (reading.At, $"{edit.Row}: acknowledged at {edit.At}, and is not in the database");
                }
                else if (content != edit.Content)
                {
                    yield return (reading.At, $"{edit.Row}: acknowledged as '{edit.Content}', stored as '{content}'");
                }
            }
        }
    }
}
