using System.CommandLine;
using System.CommandLine.Parsing;
using Signage.Core.Panels;
using Signage.Core.Programmes;

namespace Signage.Cli.Words;

/// <summary>Options that several verbs share, each checked while the command line is read, so that a malformed value is bad usage.</summary>
internal static class WordOptions
{
    /// <summary>A face.</summary>
    public static Option<PanelFace> Face(bool required) => new("--face")
    {
        Description = "屏面，宽x高x颜色 (face: WIDTHxHEIGHTxCOLOUR with colour 1, 2, 3 or rgb)",
        HelpName = "160x16x1",
        Required = required,
        CustomParser = result => Read(result, word => PanelFace.TryParse(word, out var face) ? face : null, word =>
            $"屏面格式不对 '{word}' is not a face; write WIDTHxHEIGHTxCOLOUR with colour 1 (single), 2 (dual), 3 (seven colours) or rgb, such as 160x16x1."),
    };

    /// <summary>The id of a card model.</summary>
    public static Option<string> Profile(bool required) => new("--profile", "-p")
    {
        Description = "卡型号 (card model; see: signage profile list)",
        HelpName = "onbon/bx-6e2",
        Required = required,
    };

    /// <summary>An effect.</summary>
    public static Option<Effect?> Effect() => new("--effect")
    {
        Description = $"特技 (effect: {EffectWords.All})",
        HelpName = "left",
        CustomParser = result => Read<Effect?>(result, word => EffectWords.TryParse(word, out var effect) ? effect : null, word =>
            $"没有这个特技 '{word}' is not an effect; use one of {EffectWords.All}."),
    };

    /// <summary>An endpoint.</summary>
    public static Option<Uri> Endpoint(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = example,
        Required = true,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (!Endpoints.TryParse(word, out var endpoint, out var complaint))
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
