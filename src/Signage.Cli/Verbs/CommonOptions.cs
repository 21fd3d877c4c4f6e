using System.CommandLine;
using Signage.Cli.Arguments;

namespace Signage.Cli.Verbs;

/// <summary>The options that every verb understands.</summary>
internal sealed class CommonOptions
{
    /// <summary>Where the card models are.</summary>
    public Option<string?> Profiles { get; } = WordOptions.Path("--profiles", Words.OptionProfiles, "DIR");

    /// <summary>Answers for machines.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = Words.OptionJson,
        Recursive = true,
    };

    /// <summary>Everything that is known of a failure.</summary>
    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = Words.OptionVerbose,
        Recursive = true,
    };

    /// <summary>Puts them on the root.</summary>
    public void AddTo(Command root)
    {
        Profiles.Recursive = true;
        root.Add(Profiles);
        root.Add(Json);
        root.Add(Verbose);
    }
}
