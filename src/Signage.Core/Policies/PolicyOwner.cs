namespace Signage.Core.Policies;

/// <summary>Whose a policy is. The numbers stand in databases and never change.</summary>
public enum PolicyOwner
{
    /// <summary>The site's own; people of the site may take it away.</summary>
    Site = 1,

    /// <summary>上级: the centre's. The site may add to it and take nothing from it.</summary>
    Centre = 2,
}
