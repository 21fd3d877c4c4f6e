using System.CommandLine;

namespace Signage.Cli.Verbs;

/// <summary>The options that every verb understands.</summary>
internal sealed class CommonOptions
{
    /// <summary>Where the card models are.</summary>
    public Option<string?> Profiles { get; } = new("--profiles")
    {
        Description = "卡型号文件夹 (folder of card models; default: setting Signage__Profiles, then firmware-profiles beside the program)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Answers for machines.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "输出 JSON (answer in JSON, nothing else on standard output)",
        Recursive = true,
    };

    /// <summary>Everything that is known of a failure.</summary>
    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "出错时显示全部信息 (tell everything about a failure)",
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
