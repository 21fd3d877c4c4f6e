namespace Signage.Trust.Audit;

/// <summary>What somebody who watches the heads of a site has to tell people.</summary>
public enum HeadFault
{
    /// <summary>What was offered is no head that this site signed: another key, another site, another form, out of its time.</summary>
    NotBelieved,

    /// <summary>The site signed a history in which an entry is another one than it signed before.</summary>
    Rewritten,

    /// <summary>The site signed fewer entries than it had signed before: the newest were deleted.</summary>
    Shrunk,

    /// <summary>For the second time a head came of which no entries show that it grew out of what is kept.</summary>
    Unproven,

    /// <summary>The clock of the site ran back.</summary>
    ClockBack,

    /// <summary>For two heartbeats the site showed nothing new.</summary>
    Silent,
}
