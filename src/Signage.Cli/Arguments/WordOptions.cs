using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Text;

namespace Signage.Cli.Arguments;

/// <summary>Options that several verbs share, each checked while the command line is read, so that a malformed value is bad usage.</summary>
internal static class WordOptions
{
    /// <summary>A face.</summary>
    public static Option<PanelFace> Face(bool required) => new("--face")
    {
        Description = Words.OptionFace,
        HelpName = "160x16x1",
        Required = required,
        CustomParser = result => Read(result, word => PanelFace.TryParse(word, out var face) ? face : null, word =>
            Words.NotAFace.With(word)),
    };

    /// <summary>The id of a card model.</summary>
    public static Option<string> Profile(bool required) => new("--profile", "-p")
    {
        Description = Words.OptionProfile,
        HelpName = "onbon/bx-6e2",
        Required = required,
    };

    /// <summary>An effect.</summary>
    public static Option<Effect?> Effect() => new("--effect")
    {
        Description = Words.OptionEffect.With(EffectWords.All),
        HelpName = "left",
        CustomParser = result => Read<Effect?>(result, word => EffectWords.TryParse(word, out var effect) ? effect : null, word =>
            Words.NotAnEffect.With(word, EffectWords.All)),
    };

    /// <summary>An endpoint.</summary>
    public static Option<Uri> Endpoint(string name, string description, EndpointForms forms) => new(name)
    {
        Description = description,
        HelpName = "ENDPOINT",
        Required = true,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (!Endpoints.TryParse(word, forms, out var endpoint, out var complaint))
            {
                result.AddError(complaint);
            }

            return endpoint;
        },
    };

    /// <summary>A moment.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "2026-11-23T16:42:13+08:00",
        CustomParser = result => Read<DateTimeOffset?>(result, word => Instants.TryParse(word, out var instant) ? instant : null, Instants.Complaint),
    };

    /// <summary>A whole number.</summary>
    public static Option<int?> Whole(string name, string description, string helpName, int least, int most) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Read<int?>(
            result,
            word => int.TryParse(word, least < 0 ? NumberStyles.AllowLeadingSign : NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
            word => Words.NotAWholeNumber.With(name, word, least, most)),
    };

    /// <summary>Seconds that a page stands.</summary>
    public static Option<double?> Stay() => new("--stay")
    {
        Description = Words.OptionStay,
        HelpName = "S",
        CustomParser = result => Read<double?>(
            result,
            word => double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400 ? seconds : null,
            word => Words.NotAStay.With(word)),
    };

    /// <summary>A file or folder; an empty name, as an unset variable of a script leaves it, is none.</summary>
    public static Option<string?> Path(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Read(result, word => word.Length > 0 && !word.Contains('\0') ? word : null, _ => Words.NotAPath.With(name, helpName)),
    };

    private static T? Read<T>(ArgumentResult result, Func<string, T?> read, Func<string, string> complaint)
    {
        var word = result.Tokens[0].Value;
        var value = read(word);
        if (value is null)
        {
            result.AddError(complaint(word));
        }

        return value;
    }
}
