using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Trust.Screening;
using Signage.Trust.Screening.Lists;

namespace Signage.Controller.Planning;

/// <summary>Screens the words of slogans before anybody can approve them. The lists are put together when the first words come, because a site that lights its panels first needs none.</summary>
/// <param name="lists">The lists of this site.</param>
/// <param name="ownPlaces">The places that are the site's own; none, and places are not looked at.</param>
public sealed class SloganScreen(IReadOnlyList<WordList> lists, IReadOnlyCollection<string> ownPlaces)
{
    private readonly Lazy<Screen> _screen = new(() => new Screen(lists, CharityPack.Instance.Slogans.Select(slogan => slogan.Text)));
    private readonly ScreenContext _context = new() { OwnPlaces = ownPlaces };

    /// <summary>What is to be said of a slogan, a line each; empty when there is nothing.</summary>
    public IReadOnlyList<ScreenLine> Look(Slogan slogan)
    {
        ArgumentNullException.ThrowIfNull(slogan);
        return [.. _screen.Value.Look(slogan.Text, _context).Findings.Select(finding => new ScreenLine(finding.Severity, $"{slogan.Id}: {Told(finding)}"))];
    }

    /// <summary>A finding in a line: its place, why, what to write instead, and who says so.</summary>
    public static string Told(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var fix = finding.Fix is null ? "" : finding.Fix.Length == 0 ? Words.ScreenLeaveOut : Words.ScreenWrite.With(finding.Fix);
        return Words.ScreenFinding.With((long)finding.Place.Element + 1, finding.Why, fix, $"{finding.ListId} {finding.ListVersion}");
    }
}

/// <summary>A finding as a person reads it.</summary>
/// <param name="Severity">What must become of it.</param>
/// <param name="Text">The line, beginning with the slogan.</param>
public sealed record ScreenLine(FindingSeverity Severity, string Text);
