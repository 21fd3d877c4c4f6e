using System.Text.Json;
using System.Text.RegularExpressions;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles.Json;
using Signage.Protocols.Profiles.Rules;

namespace Signage.Protocols.Profiles;

/// <summary>Reads profiles and reports every mistake at once: structure, ranges, and what the adapter of the protocol says. Thread-safe.</summary>
/// <param name="adapters">The protocols that can be spoken.</param>
public sealed partial class ProfileReader(PanelAdapters adapters)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads all files. One mistake in one file is enough for no catalog at all; the mistakes come in the order of the files.</summary>
    /// <param name="files">The files, each id expected once.</param>
    public ProfileReading Read(IEnumerable<ProfileFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var profiles = new List<DeviceProfile>();
        var errors = new List<ProfileError>();
        var firstFile = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var faults = new ProfileFaults(file.Path);
            var draft = ReadOne(file, faults);
            if (draft?.Part<string>("id") is { } id && !firstFile.TryAdd(id, file.Path))
            {
                faults.Add("$.id", Words.IdTaken.With(id, firstFile[id]));
            }

            errors.AddRange(faults.Errors);
            if (draft?.Whole is { } profile)
            {
                profiles.Add(profile);
            }
        }

        return errors.Count == 0 ? new ProfileReading(new ProfileCatalog(profiles), []) : new ProfileReading(null, errors);
    }

    private ProfileDraft? ReadOne(ProfileFile file, ProfileFaults faults)
    {
        if (SurrogateEscape().IsMatch(file.Text))
        {
            // Half a pair would be found only when somebody reads the text, and then as an exception.
            faults.Add(JsonPath.Root, Words.HalfPair);
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(file.Text, Strict);
            var draft = ProfileDraft.Read(document.RootElement, faults);
            ProfileRules.Check(draft, file.ExpectedId, faults);
            AskAdapter(draft, faults);
            return draft;
        }
        catch (JsonException broken)
        {
            faults.Add(JsonPath.Root, Words.NotReadable.With(JsonFaults.Of(broken)));
            return null;
        }
    }

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\u[dD][89a-fA-F]")]
    private static partial Regex SurrogateEscape();

    private void AskAdapter(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<string>("protocol") is not { } protocol)
        {
            return;
        }

        if (adapters.Find(protocol) is not { } adapter)
        {
            faults.Add("$.protocol", Words.ProtocolUnknown.With(protocol, string.Join(", ", adapters.Protocols)));
        }
        else if (draft.Whole is { } profile)
        {
            faults.AddAll(JsonPath.Root, adapter.Validate(profile));
        }
    }
}
