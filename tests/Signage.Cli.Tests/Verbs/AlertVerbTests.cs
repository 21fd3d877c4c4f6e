using System.Text.Json.Nodes;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

public sealed class AlertVerbTests : IDisposable
{
    private const string Here = "adcode=510903001";

    private static readonly string Good = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a1</identifier><sender>office</sender><sent>2026-11-23T07:00:00+08:00</sent>
        <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
        <info><language>zh-CN</language><category>Met</category><event>暴雨预警</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
        <expires>2026-11-23T18:00:00+08:00</expires><area><areaDesc>遂宁市</areaDesc><geocode><valueName>adcode</valueName><value>510900</value></geocode></area></info></alert>
        """;

    private readonly BenchProgram _program = new();

    [Fact]
    public async Task Check_WhenItConcernsTheSite_TellsTheWords()
    {
        var ran = await _program.RunAsync("alert", "check", _program.Write("a.xml", Good), "--geocode", "SAME=1", "--geocode", Here);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("【暴雨预警】 [Severe] 2026-11-23T07:00:00+08:00", ran.Out, StringComparison.Ordinal);
        Assert.Contains("lit): ", ran.Out, StringComparison.Ordinal);
    }

    /// <summary>The root says which form it is; that this one is unproven is told, and refuses nothing.</summary>
    [Fact]
    public async Task Check_WhenItIsAnEbm_TellsItsWordsAndThatTheFormIsUnproven()
    {
        const string Ebm = """
            <EBD><EBDType>EBM</EBDType><EBM><EBMID>45109030000000103010101202611230001</EBMID><MsgBasicInfo><MsgType>1</MsgType><SenderCode>0001</SenderCode><SendTime>2026-11-23 07:00:00</SendTime>
            <Severity>2</Severity><StartTime>2026-11-23 07:30:00</StartTime><EndTime>2026-11-23 18:00:00</EndTime></MsgBasicInfo><MsgContent><MsgTitle>暴雨橙色预警</MsgTitle>
            <AreaCode>510900000000</AreaCode></MsgContent></EBM></EBD>
            """;
        var ran = await _program.RunAsync("alert", "check", _program.Write("ebd.xml", Ebm), "--geocode", Here);

        Assert.Equal(0, ran.Code);
        Assert.Contains("【暴雨橙色预警】 [Severe] 2026-11-23T07:30:00+08:00", ran.Out, StringComparison.Ordinal);
        Assert.Contains("never compared with a platform in service", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenAskedForJson_HasTheContractedShape()
    {
        var ran = await _program.RunAsync("alert", "check", _program.Write("a.xml", Good), "--geocode", Here, "--json");

        Assert.Equal(0, ran.Code);
        var answer = JsonNode.Parse(ran.Out)!;
        var message = Assert.Single(answer["messages"]!.AsArray())!;
        Assert.Equal(["document", "messages", "links", "remarks"], answer.AsObject().Select(member => member.Key));
        Assert.Equal(["identifier", "sender", "sent", "status", "msgType", "event", "state", "why", "lit"], message.AsObject().Select(member => member.Key));
        Assert.Equal(["words", "severity", "phase", "from", "until"], Assert.Single(message["lit"]!.AsArray())!.AsObject().Select(member => member.Key));
        Assert.Equal(("messages", "lit"), ((string)answer["document"]!, (string)message["state"]!));
    }

    [Theory]
    [InlineData("Actual", "Exercise", Here, "2026-11-23T08:00:00+08:00", "notActual")]
    [InlineData("Public</scope>", "Private</scope><addresses>a</addresses>", Here, "2026-11-23T08:00:00+08:00", "notPublic")]
    [InlineData(">Alert<", ">Ack<", Here, "2026-11-23T08:00:00+08:00", "noWarning")]
    [InlineData("510900", "110000", Here, "2026-11-23T08:00:00+08:00", "elsewhere")]
    [InlineData("a1", "a2", Here, "2026-11-23T18:00:00+08:00", "expired")]
    [InlineData("a1", "a2", Here, "2026-11-23T06:59:00+08:00", "waiting")]
    public async Task Check_WhenItWouldNotBeLit_SaysWhy(string part, string other, string here, string at, string state)
    {
        var file = _program.Write("a.xml", Good.Replace(part, other, StringComparison.Ordinal));

        var ran = await _program.RunAsync("alert", "check", file, "--geocode", here, "--at", at, "--json");

        var message = Assert.Single(JsonNode.Parse(ran.Out)!["messages"]!.AsArray())!;
        Assert.Equal((0, state), (ran.Code, (string)message["state"]!));
        Assert.Empty(message["lit"]!.AsArray());
    }

    [Fact]
    public async Task Check_WhenTheDocumentIsRefused_FailsWithALineForEachFault()
    {
        var ran = await _program.RunAsync("alert", "check", _program.Write("a.xml", Good.Replace("Severe", "Red", StringComparison.Ordinal)), "--geocode", Here);

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("line 3", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenNobodySaysWhereTheSiteIs_SaysThatNothingConcernsIt()
    {
        var ran = await _program.RunAsync("alert", "check", _program.Write("a.xml", Good));

        Assert.Equal(0, ran.Code);
        Assert.Contains("--geocode", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--geocode", "510903")]
    [InlineData("--geocode", "=510903")]
    [InlineData("--latitude", "30.5")]
    [InlineData("--longitude", "105.5")]
    [InlineData("--latitude", "91", "--longitude", "105.5")]
    [InlineData("--at", "yesterday")]
    public async Task Check_WhenAskedBadly_IsBadUsage(params string[] words)
    {
        var ran = await _program.RunAsync(["alert", "check", _program.Write("a.xml", Good), .. words]);

        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Single(ran.ErrorLines);
    }

    [Fact]
    public async Task Check_WhenThereIsNoFile_SaysSo()
    {
        var ran = await _program.RunAsync("alert", "check", _program.PathOf("none.xml"));

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("none.xml", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("take")]
    public async Task Verb_WhenTheDocumentIsEmpty_SpeaksOfADocumentOfWarnings(string verb)
    {
        var ran = await _program.RunAsync("alert", verb, _program.Write("empty.xml", ""));

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("the document of warnings is empty", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>A script that approved must learn that the panels do not say it.</summary>
    [Theory]
    [InlineData("take a.xml --approve", false)]
    [InlineData("take a.xml --approve --json", true)]
    [InlineData("approve a1", false)]
    [InlineData("approve a1 --json", true)]
    public async Task Deed_WhenWhatWasApprovedIsNotLit_FailsWithTheReason(string words, bool isJson)
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"approved":true,"messages":[{"identifier":"a1","state":"ended","told":"解除"}],"lights":[],"notLit":["a1: 解除"],"notes":[]}""")!;
        var ran = await _program.RunAsync(["alert", .. words.Replace("a.xml", _program.Write("a.xml", Good), StringComparison.Ordinal).Split(' ')]);

        Assert.Equal(1, ran.Code);
        Assert.DoesNotContain("已批准", ran.Out, StringComparison.Ordinal);
        Assert.Equal(isJson, ran.Out.Contains("notLit", StringComparison.Ordinal));
        Assert.Equal(!isJson, ran.Error.Contains("没有上屏 (NOT lit): a1: 解除", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Take_WhenAnotherOfThatNameCameFirst_DoesNotSayThatItWasTakenIn()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"approved":false,"messages":[{"identifier":"a1","state":"unused","told":"先收下的保留"}],"lights":[],"notLit":[],"notes":[]}""")!;
        var ran = await _program.RunAsync("alert", "take", _program.Write("a.xml", Good));

        Assert.Equal(0, ran.Code);
        Assert.Contains("a1  先收下的保留", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("已收下", ran.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
