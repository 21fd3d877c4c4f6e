namespace Signage.Transports.Tests.Broker.Access;

/// <summary>
/// That the matrix is whole, and that the rule by which it is judged allows just what the document lists: rule and broker could be wrong alike, a list written by
/// hand is a third word.
/// </summary>
public sealed class AccessMatrixTests
{
    private const string OfClock = "signage/clock/up, signage/clock/down, signage/clock, signage/clock/custom/app, signage/clock/, signage/clock/../lamp/up";
    private const string OfTower = "signage/tower/up, signage/tower/down";

    [Fact]
    public void S09_Matrix_WhenCounted_HasEachCellOnceAndFarMoreThan300()
    {
        var speaking = SpeakingMatrixTests.Cells.Select(cell => cell.Data).ToHashSet();
        var listening = ListeningMatrixTests.Cells.Select(cell => cell.Data).ToHashSet();
        Assert.Equal(AccessRoles.All.Count * (Enum.GetValues<AccessUse>().Length - 1) * AccessTopics.Topics.Count, speaking.Count);
        Assert.Equal(AccessRoles.All.Count * AccessTopics.Filters.Count, listening.Count);
        Assert.InRange(speaking.Count + listening.Count, 2000, 5000);
    }

    [Theory]
    [InlineData("lamp", "signage/lamp/up")]
    [InlineData("gate", "signage/gate/up")]
    [InlineData("clock", OfClock)]
    [InlineData("tower", OfTower)]
    [InlineData("signage", $"signage/lamp/down, signage/gate/down, {OfClock}, {OfTower}")]
    [InlineData("keeper", "signage/kept")]
    [InlineData("idle", "")]
    public void S09_Rule_WhenAskedWhereARoleSpeaks_NamesWhatTheDocumentLists(string role, string topics) =>
        Assert.Equal(Sorted(topics), AccessTopics.Topics.Where(topic => AccessRule.Speaking(role, AccessUse.Publish, topic) is null).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("keeper", "signage/kept")]
    [InlineData("lamp", "")]
    [InlineData("gate", "")]
    [InlineData("clock", "")]
    [InlineData("tower", "")]
    [InlineData("signage", "")]
    [InlineData("idle", "")]
    public void S09_Rule_WhenAskedWhatARoleHasKept_NamesWhatTheDocumentLists(string role, string topics) =>
        Assert.Equal(Sorted(topics), AccessTopics.Topics.Where(topic => AccessRule.Speaking(role, AccessUse.Retain, topic) is null));

    [Theory]
    [InlineData("lamp", "signage/lamp/down")]
    [InlineData("gate", "signage/gate/down")]
    [InlineData("clock", $"{OfClock}, signage/clock/#, signage/clock/+, signage/clock/+/app, signage/clock/custom/#")]
    [InlineData("tower", $"{OfTower}, signage/tower/#")]
    [InlineData("signage",
        $"signage/lamp/up, signage/gate/up, {OfClock}, signage/clock/#, signage/clock/+, signage/clock/+/app, signage/clock/custom/#, {OfTower}, signage/tower/#")]
    [InlineData("keeper",
        "signage/+/up, signage/lamp/up, signage/gate/up, signage/clock/up, signage/tower/up, signage/other/up, signage/lam/up, signage/lamps/up, "
        + "signage/clocks/up, signage/LAMP/up, signage/l\u0430mp/up, signage/lamp\u200B/up, signage/lamp /up, signage//up")]
    [InlineData("idle", "")]
    public void S09_Rule_WhenAskedWhereARoleListens_NamesWhatTheDocumentLists(string role, string filters) =>
        Assert.Equal(Sorted(filters), AccessTopics.Filters.Where(filter => AccessRule.Listening(role, filter)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Sorted(string texts) => texts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
