using System.CommandLine;
using System.CommandLine.Parsing;
using Signage.Core.Alerts;
using Signage.Core.Calendars;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary>Where a site is, as far as warnings are concerned, on the command line.</summary>
internal sealed class AlertPlaceOptions
{
    private readonly Option<AlertValue[]> _codes = new("--geocode")
    {
        Description = Words.OptionGeocode,
        HelpName = "NAME=VALUE",
        CustomParser = Codes,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _latitude = new("--latitude") { Description = Words.OptionLatitude, HelpName = "DEGREES" };
    private readonly Option<string?> _longitude = new("--longitude") { Description = Words.OptionLongitude, HelpName = "DEGREES" };

    /// <summary>Puts them on a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_codes);
        verb.Add(_latitude);
        verb.Add(_longitude);
        verb.Validators.Add(Judge);
    }

    /// <summary>The place; nowhere when nothing was said.</summary>
    public SitePlaceArea Read(ParseResult parsed) => new(
        parsed.GetValue(_codes) ?? [],
        parsed.GetValue(_latitude) is { } latitude ? SitePlace.Parse(latitude, parsed.GetValue(_longitude)) : null);

    private static AlertValue[] Codes(ArgumentResult result)
    {
        var codes = new List<AlertValue>();
        foreach (var token in result.Tokens)
        {
            if (AlertValue.Read(token.Value) is { } code)
            {
                codes.Add(code);
            }
            else
            {
                result.AddError(Words.NotAGeocode.With(token.Value));
            }
        }

        return [.. codes];
    }

    private void Judge(CommandResult result)
    {
        var (latitude, longitude) = (result.GetValue(_latitude), result.GetValue(_longitude));
        if (latitude is null && longitude is null)
        {
            return;
        }

        try
        {
            SitePlace.Parse(latitude, longitude);
        }
        catch (FormatException failure)
        {
            result.AddError(failure.Message);
        }
    }
}
