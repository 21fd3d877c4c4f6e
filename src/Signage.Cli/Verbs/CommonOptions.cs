using System.CommandLine;

namespace Signage.Cli.Verbs;

/// <summary>The options that every verb understands.</summary>
internal sealed class CommonOptions
{
    /// <summary>Where the card models are.</summary>
    public Option<string?> Profiles { get; } = new("--profiles")
    {
        Description = Words.OptionProfiles,
        HelpName = "DIR",
        Recursive = true,
    };

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
        root.Add(Profiles);
        root.Add(Json);
        root.Add(Verbose);
    }
}
