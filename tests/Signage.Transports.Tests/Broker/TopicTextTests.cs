using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Tests.Broker;

public sealed class TopicTextTests
{
    [Theory]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/b", "a/c", false)]
    [InlineData("a/b", "a", false)]
    [InlineData("a/b", "a/b/c", false)]
    [InlineData("a/b", "a/b/", false)]
    [InlineData("a/+", "a/b", true)]
    [InlineData("a/+", "a/", true)]
    [InlineData("a/+", "a", false)]
    [InlineData("a/+", "a/b/c", false)]
    [InlineData("a/+/c", "a/b/c", true)]
    [InlineData("a/+/c", "a/b/d", false)]
    [InlineData("a/#", "a/b/c", true)]
    [InlineData("a/#", "a", true)]
    [InlineData("a/#", "ab", false)]
    [InlineData("a/#", "b/a", false)]
    [InlineData("a/+/#", "a", false)]
    [InlineData("a/+/#", "a/b", true)]
    public void Pattern_WhenAskedForATopic_AnswersAsMqttSays(string pattern, string topic, bool matches) =>
        Assert.Equal(matches, TopicText.Matches(pattern, topic));

    [Theory]
    [InlineData("a/#", "a/#", true)]
    [InlineData("a/#", "a/+/b", true)]
    [InlineData("a/#", "#", false)]
    [InlineData("a/#", "+/#", false)]
    [InlineData("a/#", "+/b", false)]
    [InlineData("a/+", "a/+", true)]
    [InlineData("a/+", "a/#", false)]
    [InlineData("a/+/up", "a/+/up", true)]
    [InlineData("a/+/up", "a/b/up", true)]
    [InlineData("a/+/up", "a/+/+", false)]
    [InlineData("a/+/up", "a/+/#", false)]
    [InlineData("a/b/up", "a/+/up", false)]
    [InlineData("a/b/up", "a/b/#", false)]
    [InlineData("a/b", "$share/g/a/b", false)]
    public void Pattern_WhenAskedForAFilter_CoversOnlyNarrowerOnes(string pattern, string filter, bool covers) =>
        Assert.Equal(covers, TopicText.Covers(pattern, filter));

    /// <summary>Whatever a covered filter lets through, the pattern lets through: small alphabets make the property meet every branch.</summary>
    [Fact]
    public void Pattern_WhenItCoversAFilter_MatchesAllThatTheFilterMatches()
    {
        string[] levels = ["a", "b", "", "+", "#"];
        var filters = Texts(levels).Where(TopicText.IsFilter).ToArray();
        var topics = Texts(["a", "b", ""]).Where(topic => topic.Length > 0).ToArray();
        foreach (var (pattern, filter) in filters.SelectMany(pattern => filters.Select(filter => (pattern, filter))))
        {
            var wider = topics.All(topic => !TopicText.Matches(filter, topic) || TopicText.Matches(pattern, topic));
            Assert.True(!TopicText.Covers(pattern, filter) || wider, $"{pattern} {filter}");
        }
    }

    [Theory]
    [InlineData("signage/panel/up", true)]
    [InlineData("标语/一号屏/up", true)]
    [InlineData("a//b", true)]
    [InlineData("/", true)]
    [InlineData("", false)]
    [InlineData("a/+/b", false)]
    [InlineData("a/#", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\u007fb", false)]
    [InlineData("a\uFFFDb", false)]
    [InlineData("a\uFFFEb", false)]
    [InlineData("a\uD800b", false)]
    [InlineData("a\uFDD0b", false)]
    public void Topic_WhenJudged_IsOneOrNone(string topic, bool isOne) => Assert.Equal(isOne, TopicText.IsTopic(topic));

    [Theory]
    [InlineData("#", true)]
    [InlineData("+", true)]
    [InlineData("+/+/#", true)]
    [InlineData("a/+/b", true)]
    [InlineData("a#", false)]
    [InlineData("#/a", false)]
    [InlineData("a+/b", false)]
    [InlineData("a/++", false)]
    [InlineData("", false)]
    public void Filter_WhenJudged_IsOneOrNone(string filter, bool isOne) => Assert.Equal(isOne, TopicText.IsFilter(filter));

    [Theory]
    [InlineData("#")]
    [InlineData("+/up")]
    [InlineData("$SYS/#")]
    [InlineData("a/b#")]
    [InlineData("")]
    public void Right_WhenItsPatternIsTooWideOrNone_CannotBeGiven(string pattern) =>
        Assert.Throws<ArgumentException>(() => TopicRight.Subscribe(pattern));

    [Fact]
    public void Right_WhenItWouldLetKeepAnyNumberOfMessages_CannotBeGiven() =>
        Assert.Throws<ArgumentException>(() => TopicRight.Publish("a/+/up", retain: true));

    private static IEnumerable<string> Texts(string[] levels) =>
        levels.Concat(levels.SelectMany(one => levels.SelectMany(two => levels.Select(three => $"{one}/{two}/{three}").Append($"{one}/{two}")))).Distinct();
}
