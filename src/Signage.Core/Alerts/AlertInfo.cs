namespace Signage.Core.Alerts;

/// <summary>What a message tells, in one language: the element <c>info</c> of CAP 1.2.</summary>
public sealed record AlertInfo
{
    /// <summary>What <c>language</c> is when nobody says.</summary>
    public const string UsualLanguage = "en-US";

    /// <summary><c>language</c>, such as <c>zh-CN</c>.</summary>
    public string Language { get; init; } = UsualLanguage;

    /// <summary><c>category</c>; at least one.</summary>
    public required IReadOnlyList<AlertCategory> Categories { get; init; }

    /// <summary><c>event</c>: what happens, such as 暴雨橙色预警.</summary>
    public required string Event { get; init; }

    /// <summary><c>responseType</c>.</summary>
    public IReadOnlyList<AlertResponse> Responses { get; init; } = [];

    /// <summary><c>urgency</c>.</summary>
    public required AlertUrgency Urgency { get; init; }

    /// <summary><c>severity</c>.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary><c>certainty</c>.</summary>
    public required AlertCertainty Certainty { get; init; }

    /// <summary><c>audience</c>: whom it is for; null when it is not told.</summary>
    public string? Audience { get; init; }

    /// <summary><c>eventCode</c>.</summary>
    public IReadOnlyList<AlertValue> EventCodes { get; init; } = [];

    /// <summary><c>effective</c>: from when the words hold; null means from <c>sent</c> on.</summary>
    public DateTimeOffset? Effective { get; init; }

    /// <summary><c>onset</c>: when the event itself is expected to begin; null when it is not told.</summary>
    public DateTimeOffset? Onset { get; init; }

    /// <summary><c>expires</c>: until when the words hold; null when it is not told.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary><c>senderName</c>: the sender as people call it; null when it is not told.</summary>
    public string? SenderName { get; init; }

    /// <summary><c>headline</c>; null when there is none.</summary>
    public string? Headline { get; init; }

    /// <summary><c>description</c>; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary><c>instruction</c>: what to do; null when there is none.</summary>
    public string? Instruction { get; init; }

    /// <summary><c>area</c>: where it holds, in document order.</summary>
    public IReadOnlyList<AlertArea> Areas { get; init; } = [];
}

/// <summary>A name with a value, as in <c>eventCode</c> and <c>geocode</c> of CAP 1.2.</summary>
/// <param name="Name"><c>valueName</c>: who makes such codes.</param>
/// <param name="Value"><c>value</c>.</param>
public sealed record AlertValue(string Name, string Value)
{
    /// <summary>Reads a code as people set it: <c>NAME=VALUE</c>, both with something in them; null when it is none.</summary>
    public static AlertValue? Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Split('=', 2) is [var name, var value] && name.Trim() is { Length: > 0 } maker && value.Trim() is { Length: > 0 } code ? new AlertValue(maker, code) : null;
    }

    /// <summary><c>NAME=VALUE</c>.</summary>
    public override string ToString() => $"{Name}={Value}";
}
