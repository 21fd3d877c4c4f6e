using System.Text.Json.Nodes;
using Signage.Controller.Planning;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>slot.remove</c>: takes a slot away. What it put on the panels gives way at once.</summary>
/// <param name="book">What is enrolled and planned.</param>
internal sealed class SlotRemoveVerb(SiteBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "slot.remove";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["slot"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) =>
        ControlAnswers.Of(await book.As(caller.Actor).RemoveSlotsAsync([request.Text("slot") ?? throw new FormatException(Words.MemberMissing.With("slot"))], cancellationToken).ConfigureAwait(false));
}
