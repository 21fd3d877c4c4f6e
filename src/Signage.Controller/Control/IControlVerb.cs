using System.Text.Json.Nodes;

namespace Signage.Controller.Control;

/// <summary>One thing that can be asked of a running site.</summary>
public interface IControlVerb
{
    /// <summary>Its name in a request, such as <c>panel.add</c>.</summary>
    string Name { get; }

    /// <summary>The members of a request that it reads beside <c>verb</c>; one with any other is refused before the verb sees it.</summary>
    IReadOnlyList<string> Members => [];

    /// <summary>Answers: an object with <c>ok</c>, and <c>error</c> in one clear line when it is false. Success only after an edit is durable.</summary>
    /// <exception cref="FormatException">A member of the request is wrong; the message says which.</exception>
    Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken);
}
