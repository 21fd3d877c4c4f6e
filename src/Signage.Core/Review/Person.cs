namespace Signage.Core.Review;

/// <summary>A person of a site. Immutable.</summary>
/// <param name="Id">Names the person for good, even after another name was taken; 1 to 64 characters.</param>
/// <param name="Name">What others call the person.</param>
/// <param name="Duties">What the person may do.</param>
/// <param name="Standing">Whether the person still may.</param>
public sealed record Person(string Id, string Name, Duty Duties, PersonStanding Standing = PersonStanding.Active)
{
    /// <summary>True when the person may do something of a duty now.</summary>
    public bool Has(Duty duty) => Standing is PersonStanding.Active && (Duties & duty) != 0;
}

/// <summary>Whether a person may still act, and what becomes of what the person did. The numbers stand in databases and never change.</summary>
public enum PersonStanding
{
    /// <summary>在岗: may act.</summary>
    Active = 1,

    /// <summary>离岗: may not act any more. What was approved stays so; what is under review goes back to the stage of this person.</summary>
    Left = 2,

    /// <summary>吊销: nobody knows who acted under this name. Nothing that it approved is lit any more.</summary>
    Revoked = 3,
}
