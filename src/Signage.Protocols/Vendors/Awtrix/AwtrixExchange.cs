using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>What ends the waiting for a message.</summary>
internal enum AwtrixWish
{
    /// <summary>Nothing comes; the next one goes out at once.</summary>
    Nothing,

    /// <summary>The yes of the web server.</summary>
    Yes,

    /// <summary>The loop.</summary>
    Loop,

    /// <summary>The pixels.</summary>
    Screen,

    /// <summary>The pixels, after the loop: the clock answers in order, so the loop before them is the newest.</summary>
    ScreenAfterLoop,

    /// <summary>What it keeps in its flash.</summary>
    Settings,

    /// <summary>What it says of itself.</summary>
    Stats,
}

/// <summary>One message and what is waited for after it.</summary>
/// <param name="Message">What goes out.</param>
/// <param name="Wish">What is waited for.</param>
internal sealed record AwtrixExchange(WireMessage Message, AwtrixWish Wish);
