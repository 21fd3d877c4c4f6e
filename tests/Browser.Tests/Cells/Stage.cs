namespace Browser.Tests.Cells;

/// <summary>What a site may have come to. Every stage is one of accounts or of 一键黑屏: nothing else of a site changes who may do what.</summary>
public enum Stage
{
    /// <summary>Nobody has an account yet.</summary>
    New,

    /// <summary>Somebody had, and the database is lost.</summary>
    Lost,

    /// <summary>Somebody has.</summary>
    Claimed,

    /// <summary>The same, and all panels are blanked.</summary>
    Blanked,

    /// <summary>The same, and one of two people has asked for the release.</summary>
    HalfReleased,
}
