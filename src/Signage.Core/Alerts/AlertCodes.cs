namespace Signage.Core.Alerts;

/// <summary>CAP 1.2 <c>status</c>: how a message is to be handled. Only <see cref="Actual"/> is ever lit.</summary>
public enum AlertStatus
{
    /// <summary>For all who are addressed.</summary>
    Actual,

    /// <summary>演习: for those who take part in an exercise.</summary>
    Exercise,

    /// <summary>For the machines of the network.</summary>
    System,

    /// <summary>测试: to be ignored by people.</summary>
    Test,

    /// <summary>Not yet usable.</summary>
    Draft,
}

/// <summary>CAP 1.2 <c>msgType</c>: what a message is.</summary>
public enum AlertMessageType
{
    /// <summary>A warning.</summary>
    Alert,

    /// <summary>Takes the place of the messages that it references.</summary>
    Update,

    /// <summary>Takes back the messages that it references.</summary>
    Cancel,

    /// <summary>Says that messages were received.</summary>
    Ack,

    /// <summary>Says that messages were refused.</summary>
    Error,
}

/// <summary>CAP 1.2 <c>scope</c>: who may see a message. Only <see cref="Public"/> is ever lit.</summary>
public enum AlertScope
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Those whom <c>restriction</c> names.</summary>
    Restricted,

    /// <summary>Those whom <c>addresses</c> names.</summary>
    Private,
}

/// <summary>CAP 1.2 <c>category</c>.</summary>
public enum AlertCategory
{
    /// <summary>Earth and landslides.</summary>
    Geo,

    /// <summary>Weather and floods.</summary>
    Met,

    /// <summary>General emergency.</summary>
    Safety,

    /// <summary>Police, military and private security.</summary>
    Security,

    /// <summary>Rescue and recovery.</summary>
    Rescue,

    /// <summary>Fire.</summary>
    Fire,

    /// <summary>Health.</summary>
    Health,

    /// <summary>Pollution and other environmental events.</summary>
    Env,

    /// <summary>Transport.</summary>
    Transport,

    /// <summary>Utilities, telecommunication and other infrastructure.</summary>
    Infra,

    /// <summary>Chemical, biological, radiological, nuclear or explosive threats.</summary>
    CBRNE,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>CAP 1.2 <c>responseType</c>: what people should do.</summary>
public enum AlertResponse
{
    /// <summary>Take shelter in place.</summary>
    Shelter,

    /// <summary>Move away.</summary>
    Evacuate,

    /// <summary>Make preparations.</summary>
    Prepare,

    /// <summary>Do what was agreed beforehand.</summary>
    Execute,

    /// <summary>Keep away from the event.</summary>
    Avoid,

    /// <summary>Listen for more.</summary>
    Monitor,

    /// <summary>Evaluate the message; not for public warnings.</summary>
    Assess,

    /// <summary>The event is over.</summary>
    AllClear,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>CAP 1.2 <c>urgency</c>, most urgent first.</summary>
public enum AlertUrgency
{
    /// <summary>Act at once.</summary>
    Immediate,

    /// <summary>Act within the hour.</summary>
    Expected,

    /// <summary>Act in the near future.</summary>
    Future,

    /// <summary>Nothing has to be done any more.</summary>
    Past,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>CAP 1.2 <c>severity</c>, most severe first.</summary>
public enum AlertSeverity
{
    /// <summary>Extraordinary threat to life or property.</summary>
    Extreme,

    /// <summary>Significant threat.</summary>
    Severe,

    /// <summary>Possible threat.</summary>
    Moderate,

    /// <summary>Little or no threat.</summary>
    Minor,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>CAP 1.2 <c>certainty</c>, most certain first.</summary>
public enum AlertCertainty
{
    /// <summary>Has happened or goes on.</summary>
    Observed,

    /// <summary>More than one half.</summary>
    Likely,

    /// <summary>One half or less.</summary>
    Possible,

    /// <summary>Near to nothing.</summary>
    Unlikely,

    /// <summary>Not known.</summary>
    Unknown,
}
