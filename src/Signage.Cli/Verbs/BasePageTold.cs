using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary>What a site says of the flash of a panel's card, and the options that ask for it.</summary>
internal static class BasePageTold
{
    /// <summary>The slogan that the flash should hold.</summary>
    public static Option<string?> Option() => new("--base-page") { Description = Words.OptionBasePage, HelpName = "SLOGAN|none" };

    /// <summary>Whether programmes of others may go.</summary>
    public static Option<bool> RemoveOption() => new("--remove-stored") { Description = Words.OptionRemoveStored };

    /// <summary>True when the panel was enrolled and its flash could not be seen to.</summary>
    public static bool Failed(JsonObject answer) => (bool?)answer["base"]?["stored"] == false;

    /// <summary>Tells what came of a wish; nothing when there was none.</summary>
    public static void Tell(Output output, PanelId panel, JsonObject? told)
    {
        if (told is null)
        {
            return;
        }

        if ((bool?)told["stored"] != true)
        {
            output.Note(Words.BasePageNotStored.With(told["detail"]));
            return;
        }

        if ((bool?)told["written"] != true)
        {
            output.Line(Words.BasePageThere.With(panel));
        }
        else
        {
            output.Line(told["removed"] switch
            {
                JsonArray { Count: > 0 } removed => Words.StoredRemoved.With(string.Join(", ", removed)),
                JsonArray => Words.StoredNone,
                _ => Words.StoredUnknown,
            });
            output.Line(Words.BasePageStored.With(panel));
        }

        Flash(output, told["flash"]);
    }

    /// <summary>Tells how often the flash was written.</summary>
    public static void Flash(Output output, JsonNode? flash)
    {
        if (flash is not null)
        {
            output.Line(Words.FlashCount.With(flash["writes"], flash["today"], flash["mostADay"], flash["holds"]?.ToString() ?? "—"));
        }
    }
}
