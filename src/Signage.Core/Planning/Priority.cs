namespace Signage.Core.Planning;

/// <summary>优先级: who wins when slots overlap, lowest first. The higher one replaces the lower; equals share the loop.</summary>
public enum Priority
{
    /// <summary>Plays when nobody asks for anything else.</summary>
    Base = 0,

    /// <summary>社区: the community's own slots.</summary>
    Community = 10,

    /// <summary>上级: ordered by the centre.</summary>
    Centre = 20,

    /// <summary>技术: a technician's test, built-in patterns only.</summary>
    Technician = 30,

    /// <summary>紧急通知.</summary>
    Urgent = 40,

    /// <summary>应急.</summary>
    Emergency = 50,

    /// <summary>黑屏: nothing is lit.</summary>
    Blank = 60,
}
