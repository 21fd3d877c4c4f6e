using System.Globalization;
using Signage.Cli.Arguments;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Panels;

/// <summary>Reads a panel command from words.</summary>
/// <param name="drawing">Typesets texts and reads pictures.</param>
/// <param name="profile">The card model.</param>
/// <param name="face">The face.</param>
/// <param name="effect">The effect of a text; null lets the layout decide.</param>
/// <param name="keep">Whether a text or picture is to survive a power cut.</param>
internal sealed class CommandWords(IDrawingRoom drawing, DeviceProfile profile, PanelFace face, Effect? effect, bool keep)
{
    /// <summary>What can be said.</summary>
    public const string Forms = "show TEXT | picture FILE.png | brightness 0-100 | power on|off | clock INSTANT | timer 22:00-06:00|off | blank | ping | status | pixels | delete AREA|all";

    /// <summary>Reads the command. The words of a text are joined as they were typed.</summary>
    /// <exception cref="UsageError">The words are no command, or an option does not belong to it.</exception>
    /// <exception cref="UserError">The text or picture cannot be shown.</exception>
    public PanelCommand Read(IReadOnlyList<string> words)
    {
        Refuse("--effect", effect is not null && words is not ["show", ..], words);
        Refuse("--keep", keep && words is not ["show" or "picture", ..], words);
        return words switch
        {
            ["show", _, ..] => Content(Set(string.Join(' ', words.Skip(1)))),
            ["picture", var file] => Content(drawing.ReadPicture(file, face, profile.ToAbilities())),
            ["brightness", var percent] => new PanelCommand.SetBrightness(Percent(percent)),
            ["power", "on"] => new PanelCommand.SetPower(true),
            ["power", "off"] => new PanelCommand.SetPower(false),
            ["clock", var instant] => new PanelCommand.SetClock(
                Instants.TryParse(instant, out var at) ? at : throw new UsageError(Instants.Complaint(instant))),
            ["timer", var ranges] => new PanelCommand.SetTimer(CardTimer.Read(ranges) ?? throw new UsageError(Words.NotATimer.With(ranges))),
            ["blank"] => new PanelCommand.Blank(),
            ["ping"] => new PanelCommand.Ping(),
            ["status"] => new PanelCommand.ReadStatus(),
            ["pixels"] => new PanelCommand.ReadPixels(),
            ["delete", "all"] => new PanelCommand.DeleteAreas(null),
            ["delete", var area] => new PanelCommand.DeleteAreas(Area(area)),
            _ => throw new UsageError(Words.NotACommand.With(string.Join(' ', words), Forms)),
        };
    }

    private static void Refuse(string option, bool isMisplaced, IReadOnlyList<string> words)
    {
        if (isMisplaced)
        {
            throw new UsageError(Words.OptionNotOfCommand.With(option, words.Count > 0 ? words[0] : ""));
        }
    }

    // A card that is streamed to gets one picture: the first page as it stands when it can be seen whole. It keeps none, and says so itself.
    private PanelCommand Content(Core.Shows.Show show) => profile.Delivery[0] == DeliveryKind.Frames && !keep
        ? new PanelCommand.ShowFrame(Core.Shows.Effects.FrameAt(show.Loop, face.Size, FirstSight.Of(show.Loop[0])), default)
        : new PanelCommand.LoadPages(show, keep);

    private Core.Shows.Show Set(string text) => Typesetting.Set(drawing, text, new ShowStyle(effect), face, profile.ToAbilities()).Show;

    private static int Area(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var area) && area <= 255
            ? area
            : throw new UsageError(Words.NotAnArea.With(word));

    private static int Percent(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? percent
            : throw new UsageError(Words.NotABrightness.With(word));
}
