namespace Signage.Simulator.Cards.Colorlight;

/// <summary>The programmes on the player's storage, and which one plays. It survives a power cut. A programme of the same name takes the place of the older one.</summary>
internal sealed class PlayerStore
{
    private readonly SortedDictionary<string, HeldProgram> _held = new(StringComparer.Ordinal);

    /// <summary>By the names of their files.</summary>
    public IReadOnlyCollection<HeldProgram> All => _held.Values;

    /// <summary>The one that plays; null when none does.</summary>
    public HeldProgram? Active { get; private set; }

    /// <summary>How often the storage was written.</summary>
    public int Writes { get; private set; }

    /// <summary>Takes a programme and plays it.</summary>
    public void Put(HeldProgram program)
    {
        Writes++;
        _held[program.File] = Active = program;
    }

    /// <summary>Plays a programme; false when there is none of that name.</summary>
    public bool Activate(string file)
    {
        Active = _held.GetValueOrDefault(file) ?? Active;
        return Active?.File == file;
    }

    /// <summary>Removes a programme; false when there is none of that name. What played stops.</summary>
    public bool Delete(string file)
    {
        if (!_held.Remove(file))
        {
            return false;
        }

        Writes++;
        Active = Active?.File == file ? null : Active;
        return true;
    }

    /// <summary>Removes all programmes.</summary>
    public void Clear()
    {
        Writes++;
        _held.Clear();
        Active = null;
    }
}
