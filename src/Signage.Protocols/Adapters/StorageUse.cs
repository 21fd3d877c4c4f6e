namespace Signage.Protocols.Adapters;

/// <summary>Whether a card that keeps every show in its storage may write it. Cards that keep nothing look away.</summary>
public enum StorageUse
{
    /// <summary>It is written, whatever the card holds.</summary>
    Write,

    /// <summary>It is written unless the card holds this very content already; then it is only played.</summary>
    WriteMissing,

    /// <summary>It is played if the card holds it, and not written.</summary>
    Spare,
}
