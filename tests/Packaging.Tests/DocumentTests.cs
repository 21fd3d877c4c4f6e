using System.Text.RegularExpressions;
using Signage.Packing;

namespace Packaging.Tests;

/// <summary>What lies beside the program for whoever runs it or has to answer for it.</summary>
/// <param name="package">The package.</param>
public sealed partial class DocumentTests(PackedSignage package)
{
    private const int Checks = 42;

    // The list of checks never had one of this number.
    private const int NoCheck = 39;

    private string Security => File.ReadAllText(package.PathOf("security.md"));

    [Fact]
    public void Documents_WhenPacked_AreThoseOfTheTreeAndBroughtByBothInstallers()
    {
        Assert.Equal(["operations.md", "accounts.md", "security.md"], Pack.Documents);
        var (linux, windows) = (File.ReadAllText(package.PathOf("install.sh")), File.ReadAllText(package.Tree.PathOf("packaging", "windows", "install.ps1")));
        Assert.All(Pack.Documents, page =>
        {
            Assert.Equal(File.ReadAllText(package.Tree.PathOf("docs", page)), File.ReadAllText(package.PathOf(page)));
            Assert.Contains($"\"$here/{page}\"", linux, StringComparison.Ordinal);
            Assert.Contains($"'{page}'", windows, StringComparison.Ordinal);
        });
    }

    /// <summary>A site is open to looks until somebody takes it, and whoever installs one reads no manual first.</summary>
    [Fact]
    public void Installers_WhenRead_SayHowTheSiteIsTaken()
    {
        string[] told = [package.PathOf("signage.env"), package.PathOf("install.sh"), package.Tree.PathOf("packaging", "windows", "install.ps1")];
        Assert.All(told, file => Assert.Single(File.ReadLines(file), line => line.Contains("signage site claim", StringComparison.Ordinal)));
    }

    /// <summary>Whoever answers for a screen relies on this table: each check stands in it once, with a state that means something.</summary>
    [Fact]
    public void Security_WhenRead_HasEveryCheckOnce()
    {
        var rows = Rows();
        Assert.Equal(Enumerable.Range(1, Checks).Where(number => number != NoCheck).Select(number => $"S{number:00}"), rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Matches("^(shown|in parts: .+|not yet: .+|not applicable: .+)", row.State));
    }

    /// <summary>Nothing is called shown that no test carries the number of; whether that test asserts it, a person has to read.</summary>
    [Fact]
    public void Security_WhenItCallsACheckShown_NamesTestsOfThatNumber()
    {
        var shown = Rows().Where(row => row.State.StartsWith("shown", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(shown);
        Assert.All(shown, row =>
        {
            Assert.NotEmpty(row.Tests);
            Assert.All(row.Tests, path => Assert.Matches($@"\b(S\d\d_)*{row.Id}_", File.ReadAllText(package.Tree.PathOf(path))));
        });
    }

    private (string Id, string[] Tests, string State)[] Rows() =>
        [.. Security.Split('\n').Select(line => line.Split(" | ")).Where(cells => Row().IsMatch(cells[0]))
            .Select(cells => (cells[0][2..], Test().Matches(cells[2]).Select(path => path.Groups[1].Value).ToArray(), cells[3].TrimEnd(' ', '|')))];

    [GeneratedRegex(@"^\| S\d\d$")]
    private static partial Regex Row();

    [GeneratedRegex("`(tests/[^`]+\\.cs)`")]
    private static partial Regex Test();
}
