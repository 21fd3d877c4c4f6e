using System.Text.Json.Nodes;
using Signage.Controller.Control;

namespace Signage.Controller.Tests.Control;

/// <summary>What is written is done as it is written or refused: nobody may darken every panel by a slip of the keyboard.</summary>
public sealed class ControlVerbsTests
{
    [Theory]
    [InlineData("""{"verb":"blank","panel":["hall"]}""", "'panel'", "verb, panels")]
    [InlineData("""{"verb":"blank","panels":null}""", "'panels'", "null")]
    [InlineData("""{"verb":"blank","panels":["hall",null]}""", "'panels[1]'", "null")]
    [InlineData("""{"verb":null}""", "'verb'", "null")]
    [InlineData("""{"verb":"blank","panels":["hall"],"panels":[]}""", "'panels'", "twice")]
    [InlineData("""{"verb":"blank","panels":["\ud800"]}""", "panels[0]", "half of a character")]
    [InlineData("""{"verb":"blank","\udc00":1}""", "$", "half of a character")]
    [InlineData("""{"verb":"\ud800"}""", "verb", "half of a character")]
    public async Task Request_WhenItSaysMoreOrLessThanAVerbReads_IsRefusedAndDoesNothing(string line, string place, string reason)
    {
        var blank = new Counting();

        var answer = await new ControlVerbs([blank]).AnswerAsync(line, new ControlCaller("0", null), TestContext.Current.CancellationToken);

        Assert.Equal((false, 0), ((bool)answer["ok"]!, blank.Asked));
        Assert.Contains(place, (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Contains(reason, (string)answer["error"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", (string)answer["error"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("the site failed", (string)answer["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"verb":"blank"}""")]
    [InlineData("""{"verb":"blank","panels":["hall"]}""")]
    public async Task Request_WhenItHasNoOtherMembers_IsAnswered(string line)
    {
        var blank = new Counting();
        Assert.True((bool)(await new ControlVerbs([blank]).AnswerAsync(line, new ControlCaller("0", null), TestContext.Current.CancellationToken))["ok"]!);
        Assert.Equal(1, blank.Asked);
    }

    private sealed class Counting : IControlVerb
    {
        public int Asked { get; private set; }

        public string Name => "blank";

        public IReadOnlyList<string> Members => ["panels"];

        public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new JsonObject { ["ok"] = true });
        }
    }
}
