using Signage.Core.Frames;
using Signage.Core.Shows;

namespace Signage.Conformance.Panels;

/// <summary>A panel that stands on the same table: somebody looks at its glass and pulls its plug. Simulated panels of tests are; a panel behind a link is not.</summary>
public interface IPanelAtHand
{
    /// <summary>What is lit now.</summary>
    PixelFrame Glass { get; }

    /// <summary>The show that it holds; null when it holds none, as a panel that pictures are streamed to.</summary>
    ShowDigest? Held { get; }

    /// <summary>Whether its LEDs are on.</summary>
    bool PoweredOn { get; }

    /// <summary>Pulls the plug.</summary>
    void CutPower();

    /// <summary>Puts it back.</summary>
    void RestorePower();
}
