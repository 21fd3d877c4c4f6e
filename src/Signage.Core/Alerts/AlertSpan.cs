namespace Signage.Core.Alerts;

/// <summary>The time in which an info may be lit at a site.</summary>
/// <param name="Index">Its place among the infos of the message, from 0.</param>
/// <param name="Info">The info.</param>
/// <param name="Match">Why it concerns the site.</param>
/// <param name="Words">Its words on the sign; null when there are none.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after.</param>
internal sealed record AlertSpan(int Index, AlertInfo Info, AreaMatch Match, string? Words, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>True when it is lit at an instant.</summary>
    public bool Holds(DateTimeOffset instant) => Words is not null && From <= instant && instant < Until;

    /// <summary>The instants at which something changes.</summary>
    public IEnumerable<DateTimeOffset> Edges => Words is null || From >= Until ? []
        : Info.Onset is { } onset && onset > From && onset < Until ? [From, onset, Until]
        : [From, Until];

    /// <summary>The infos of a message that concern a site, in the language of signs where they do, else in the next one that does.</summary>
    public static IReadOnlyList<AlertSpan> Of(AlertMessage message, SitePlaceArea site, AlertTemplate template)
    {
        AlertSpan[] here = [.. message.Infos.Select((info, index) => Span(message, info, index, site, template)).Where(span => span.Match.Concerns)];
        AlertSpan[] told = here.Any(span => span.Words is not null) ? [.. here.Where(span => span.Words is not null)] : here;
        var spoken = AlertWords.InSignLanguage([.. told.Select(span => span.Info)]);
        return [.. told.Where(span => spoken.Any(info => ReferenceEquals(info, span.Info)))];
    }

    private static AlertSpan Span(AlertMessage message, AlertInfo info, int index, SitePlaceArea site, AlertTemplate template)
    {
        var (sent, longest) = (message.Id.Sent, message.Id.Sent + AlertBook.Longest);
        var until = info.Expires ?? sent + AlertBook.WithoutEnd;
        return new AlertSpan(index, info, AreaMatch.Of(info, site), AlertWords.Of(info, template), info.Effective ?? sent, until < longest ? until : longest);
    }
}
