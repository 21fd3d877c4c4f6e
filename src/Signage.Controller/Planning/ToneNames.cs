using Signage.Core.Programmes;
using Signage.Core.Text;

namespace Signage.Controller.Planning;

/// <summary>The moods of programmes as they are written on the control socket and in files.</summary>
internal static class ToneNames
{
    /// <summary>A mood by its name.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Tone Read(string name) => Enum.GetValues<Tone>().Cast<Tone?>().FirstOrDefault(tone => Of(tone!.Value) == name) ?? throw new FormatException(Words.NotATone.With(name));

    /// <summary>The name of a mood.</summary>
    public static string Of(Tone tone) => tone.ToString().ToLowerInvariant();
}
