namespace Signage.Cli.Terminal;

/// <summary>How a command ends; scripts rely on these three.</summary>
internal static class ExitCode
{
    /// <summary>It did what was asked.</summary>
    public const int Done = 0;

    /// <summary>It failed and said why in one clear line.</summary>
    public const int Failed = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int BadUsage = 2;
}
