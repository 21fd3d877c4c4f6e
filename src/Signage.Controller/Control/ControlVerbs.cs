using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control;

/// <summary>Finds the verb of a request and turns whatever goes wrong with it into one line.</summary>
public sealed class ControlVerbs
{
    private readonly FrozenDictionary<string, IControlVerb> _verbs;

    /// <summary>Takes the verbs of a site.</summary>
    public ControlVerbs(IEnumerable<IControlVerb> verbs) => _verbs = verbs.ToFrozenDictionary(verb => verb.Name, StringComparer.Ordinal);

    /// <summary>Answers one line: an object with <c>ok</c>, and <c>error</c> in one clear line when it is false.</summary>
    public async Task<JsonObject> AnswerAsync(string line, ControlCaller caller, CancellationToken cancellationToken)
    {
        try
        {
            var (request, name) = ControlRequest.Read(line);
            if (!_verbs.TryGetValue(name, out var verb))
            {
                return ControlAnswers.Refuse(Words.NoSuchVerb.With(name, string.Join(", ", _verbs.Keys.Order(StringComparer.Ordinal))));
            }

            ControlRequest.Check(request, verb);
            return await verb.AnswerAsync(request, caller, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException wrong)
        {
            return ControlAnswers.Refuse(Words.NotReadable.With(wrong.Path ?? "$", JsonFaults.What(wrong)));
        }
        catch (Exception wrong) when (wrong is FormatException or StorageException or NotSupportedException)
        {
            // These carry one clear line by contract.
            return ControlAnswers.Refuse(wrong.Message);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            return ControlAnswers.Refuse(Words.RequestFailed.With(wrong.GetType().Name, wrong.Message));
        }
    }
}
