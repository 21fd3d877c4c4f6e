using System.Collections;
using MQTTnet.Protocol;
using MQTTnet.Server;
using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Broker;

/// <summary>
/// Holds every message, will and subscription to the rights of its account. Denies first and then looks for a right; always says so twice, because
/// the library delivers what was only answered with "not authorized".
/// </summary>
internal sealed class TopicWarden(BrokerLimits limits, RefusalTally tally)
{
    private const string Key = "filters";

    public Task OnPublishAsync(InterceptingPublishEventArgs wish)
    {
        (wish.ProcessPublish, wish.Response.ReasonCode) = (false, MqttPubAckReasonCode.NotAuthorized);
        var message = wish.ApplicationMessage;
        if (!TopicText.IsTopic(message.Topic))
        {
            (wish.CloseConnection, wish.Response.ReasonCode) = (true, MqttPubAckReasonCode.TopicNameInvalid);
            tally.Add(BrokerRefusal.WrongTopic);
        }
        else if (Judge(BrokerDoorkeeper.AccountOf(wish.SessionItems), message.Topic, message.Retain) is { } refusal)
        {
            tally.Add(refusal);
        }
        else
        {
            if (message.QualityOfServiceLevel == MqttQualityOfServiceLevel.ExactlyOnce)
            {
                // Only a will gets here with it.
                message.QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce;
            }

            (wish.ProcessPublish, wish.Response.ReasonCode) = (true, MqttPubAckReasonCode.Success);
        }

        return Task.CompletedTask;
    }

    public Task OnSubscribeAsync(InterceptingSubscriptionEventArgs wish)
    {
        (wish.ProcessSubscription, wish.Response.ReasonCode) = (false, MqttSubscribeReasonCode.NotAuthorized);
        var filter = wish.TopicFilter.Topic;
        if (!TopicText.IsFilter(filter))
        {
            (wish.CloseConnection, wish.Response.ReasonCode) = (true, MqttSubscribeReasonCode.TopicFilterInvalid);
            tally.Add(BrokerRefusal.WrongTopic);
        }
        else if (filter[0] == '$' || BrokerDoorkeeper.AccountOf(wish.SessionItems)?.MaySubscribe(filter) != true)
        {
            tally.Add(BrokerRefusal.MayNotSubscribe);
        }
        else if (!TryNote(wish.SessionItems, filter))
        {
            wish.Response.ReasonCode = MqttSubscribeReasonCode.QuotaExceeded;
            tally.Add(BrokerRefusal.TooManySubscriptions);
        }
        else
        {
            var granted = wish.TopicFilter.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce
                ? MqttSubscribeReasonCode.GrantedQoS0
                : MqttSubscribeReasonCode.GrantedQoS1;
            (wish.ProcessSubscription, wish.Response.ReasonCode) = (true, granted);
        }

        return Task.CompletedTask;
    }

    public static Task OnUnsubscribeAsync(InterceptingUnsubscriptionEventArgs wish)
    {
        var filters = Filters(wish.SessionItems);
        lock (filters)
        {
            filters.Remove(wish.Topic);
        }

        return Task.CompletedTask;
    }

    private static BrokerRefusal? Judge(BrokerAccount? account, string topic, bool retain) =>
        topic[0] == '$' || account?.MayPublish(topic) != true ? BrokerRefusal.MayNotPublish
        : retain && !account.MayRetain(topic) ? BrokerRefusal.MayNotRetain
        : null;

    // Kept with the session, as the library keeps the subscriptions.
    private static HashSet<string> Filters(IDictionary session)
    {
        lock (session)
        {
            if (session[Key] is not HashSet<string> filters)
            {
                session[Key] = filters = new HashSet<string>(StringComparer.Ordinal);
            }

            return filters;
        }
    }

    private bool TryNote(IDictionary session, string filter)
    {
        var filters = Filters(session);
        lock (filters)
        {
            return filters.Contains(filter) || (filters.Count < limits.Subscriptions && filters.Add(filter));
        }
    }
}
