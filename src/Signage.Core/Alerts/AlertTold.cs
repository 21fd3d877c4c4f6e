using Signage.Core.Text;

namespace Signage.Core.Alerts;

/// <summary>What becomes of a message, in order of weight: what it is, what others did to it, where it is for, when.</summary>
internal static class AlertTold
{
    /// <summary>True when a message may light anything anywhere: a real warning for everybody.</summary>
    public static bool MayLight(AlertMessage message) =>
        message is { Status: AlertStatus.Actual, Scope: AlertScope.Public, Type: AlertMessageType.Alert or AlertMessageType.Update };

    /// <summary>An info that is lit.</summary>
    public static ActiveAlert Active(AlertBook book, AlertMessage message, AlertSpan span, DateTimeOffset instant) => new()
    {
        Words = span.Words!,
        Severity = span.Info.Severity,
        Phase = span.Info.Onset > instant ? AlertPhase.Before : AlertPhase.During,
        From = span.From,
        Until = span.Until,
        Message = message,
        Info = span.Index,
        Ids = [message.Id, .. book.ReplacedBy(message)],
        Match = span.Match,
        Why = Where(span.Match),
    };

    /// <summary>What becomes of a message.</summary>
    public static AlertJudgement Judge(AlertBook book, AlertEntry entry, DateTimeOffset instant, SitePlaceArea site, AlertTemplate template)
    {
        var message = entry.Message;
        if (message.Status != AlertStatus.Actual)
        {
            return new AlertJudgement(entry, AlertState.NotActual, Words.AlertNotActual.With(message.Status), book.Endings.GetValueOrDefault(message.Id)?.Id);
        }

        if (message.Type is not (AlertMessageType.Alert or AlertMessageType.Update))
        {
            return new AlertJudgement(entry, AlertState.NoWarning, Words.AlertNoWarning.With(message.Type));
        }

        if (book.Endings.TryGetValue(message.Id, out var by))
        {
            return by.Type == AlertMessageType.Cancel
                ? new AlertJudgement(entry, AlertState.Cancelled, Words.AlertCancelled.With(by.Id.Identifier), by.Id)
                : new AlertJudgement(entry, AlertState.Replaced, Words.AlertReplaced.With(by.Id.Identifier), by.Id);
        }

        if (message.Scope != AlertScope.Public)
        {
            return new AlertJudgement(entry, AlertState.NotPublic, Words.AlertNotPublic.With(message.Scope));
        }

        return Place(entry, instant, site, AlertSpan.Of(message, site, template));
    }

    private static AlertJudgement Place(AlertEntry entry, DateTimeOffset instant, SitePlaceArea site, IReadOnlyList<AlertSpan> spans)
    {
        var infos = entry.Message.Infos;
        if (infos.Count == 0)
        {
            return new AlertJudgement(entry, AlertState.NoWords, Words.AlertNoInfo);
        }

        if (spans.Count == 0)
        {
            return infos.All(info => AreaMatch.Of(info, site).Reason == AreaReason.OnlyWords)
                ? new AlertJudgement(entry, AlertState.OnlyWords, Words.AlertOnlyWords)
                : new AlertJudgement(entry, AlertState.Elsewhere, Words.AlertElsewhere);
        }

        if (spans.All(span => span.Words is null))
        {
            return new AlertJudgement(entry, AlertState.NoWords, Words.AlertNoWords);
        }

        return spans.FirstOrDefault(span => span.Holds(instant)) is { } lit ? new AlertJudgement(entry, AlertState.Lit, Where(lit.Match))
            : spans.Any(span => span.From > instant && span.From < span.Until)
                ? new AlertJudgement(entry, AlertState.Waiting, Words.AlertWaiting.With(When(spans.Where(span => span.From > instant).Min(span => span.From))))
                : new AlertJudgement(entry, AlertState.Expired, Words.AlertExpired.With(When(spans.Max(span => span.Until))));
    }

    private static string Where(AreaMatch match) => match.Reason switch
    {
        AreaReason.Code => Words.AlertByCode.With(match.Code, Short(match.Area!.Words)),
        AreaReason.Polygon => Words.AlertByPolygon.With(Short(match.Area!.Words)),
        _ => Words.AlertByCircle.With(Short(match.Area!.Words)),
    };

    private static string Short(string words) => PlainText.Of(words) is { Length: > 60 } plain ? plain[..60] + "…" : PlainText.Of(words);

    private static string When(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
