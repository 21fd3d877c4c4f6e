using System.Text.Json.Nodes;
using Signage.Cli.Composition;
using Signage.Cli.Tests.Doubles;
using Signage.Core.Truth;

namespace Signage.Cli.Tests.Verbs;

public sealed class SiteVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-verbs-").FullName;

    [Theory]
    [InlineData(
        "plan --at 2026-11-23T08:00:00+08:00 --panel gate --days 2 --data /srv/s",
        """/srv/s|{"verb":"plan","at":"2026-11-23T08:00:00.0000000+08:00","panel":"gate","days":2}""")]
    [InlineData("plan", """|{"verb":"plan","at":"2026-11-23T00:00:00.0000000+00:00"}""")]
    [InlineData(
        "panel add gate -p bench/one --face 160x16x1 --panel tcp://192.0.2.7",
        """|{"verb":"panel.add","panel":{"id":"gate","name":"gate","profile":"bench/one","face":"160x16x1","endpoint":"tcp://192.0.2.7:5005/"}}""")]
    [InlineData(
        "panel add gate -p bench/one --face 160x16x1 --panel tcp://192.0.2.7:5005 --unchecked",
        """|{"verb":"panel.add","unchecked":true,"panel":{"id":"gate","name":"gate","profile":"bench/one","face":"160x16x1","endpoint":"tcp://192.0.2.7:5005"}}""")]
    [InlineData(
        "panel add gate -p bench/one --face 160x16x1 --panel tcp://192.0.2.7:5005 --base-page charity-06 --remove-stored",
        """|{"verb":"panel.add","base":"charity-06","remove":true,"panel":{"id":"gate","name":"gate","profile":"bench/one","face":"160x16x1","endpoint":"tcp://192.0.2.7:5005"}}""")]
    [InlineData("panel base gate", """|{"verb":"panel.base","panel":"gate"}""")]
    [InlineData("panel base gate charity-06", """|{"verb":"panel.base","panel":"gate","base":"charity-06"}""")]
    [InlineData("panel base gate none --remove-stored", """|{"verb":"panel.base","panel":"gate","base":"none","remove":true}""")]
    [InlineData("panel clock", """|{"verb":"panel.clock"}""")]
    [InlineData("panel clock gate --set", """|{"verb":"panel.clock","panel":"gate","set":true}""")]
    [InlineData("panel test gate", """|{"verb":"panel.test","panel":"gate"}""")]
    [InlineData(
        "slot add s1 --programme charity-01 --panels a b --from 22:00 --until 06:00 --first-day 2026-12-01 --priority urgent",
        """|{"verb":"slot.add","slot":{"id":"s1","programme":"charity-01","panels":["a","b"],"from":"22:00","until":"06:00","firstDay":"2026-12-01","priority":"urgent"}}""")]
    [InlineData(
        "slot add night --from 22:00 --until 06:00 --priority blank",
        """|{"verb":"slot.add","slot":{"id":"night","panels":[],"from":"22:00","until":"06:00","priority":"blank"}}""")]
    [InlineData(
        "slot add dusk --programme charity-01 --times 06:30-09:00,sunset-15m-",
        """|{"verb":"slot.add","slot":{"id":"dusk","programme":"charity-01","panels":[],"times":"06:30-09:00,sunset-15m-24:00"}}""")]
    [InlineData(
        "slot add early --programme charity-01 --times -08:00 --days work",
        """|{"verb":"slot.add","slot":{"id":"early","programme":"charity-01","panels":[],"times":"00:00-08:00","days":"work"}}""")]
    [InlineData("slot add all --programme p", """|{"verb":"slot.add","slot":{"id":"all","programme":"p","panels":[],"times":"00:00-24:00"}}""")]
    [InlineData(
        "slot add late --programme p --from 9:00 --until 24:00",
        """|{"verb":"slot.add","slot":{"id":"late","programme":"p","panels":[],"from":"09:00","until":"00:00"}}""")]
    [InlineData(
        "slot add wide --programme p --from 8：30 --until 21：00 --days 周六、周日",
        """|{"verb":"slot.add","slot":{"id":"wide","programme":"p","panels":[],"from":"08:30","until":"21:00","days":"sat | sun"}}""")]
    [InlineData("slot add office --programme p --days 工作日", """|{"verb":"slot.add","slot":{"id":"office","programme":"p","panels":[],"times":"00:00-24:00","days":"work"}}""")]
    [InlineData("slot add every --programme p --days 每天", """|{"verb":"slot.add","slot":{"id":"every","programme":"p","panels":[],"times":"00:00-24:00","days":"always"}}""")]
    [InlineData("slot add fine --programme p --begins 2026-09-05T08:00:00.5+08:00", """|{"verb":"slot.add","slot":{"id":"fine","programme":"p","panels":[],"times":"00:00-24:00","begins":"2026-09-05T08:00:00.5000000+08:00"}}""")]
    [InlineData("status --data /srv/s", """/srv/s|{"verb":"status"}""")]
    [InlineData("panel list", """|{"verb":"panel.list"}""")]
    [InlineData("slogan add 邻里守望 --id warm-1 --approve", """|{"verb":"slogan.add","slogans":[{"text":"邻里守望","id":"warm-1"}],"approve":true}""")]
    [InlineData("slogan add 邻里守望", """|{"verb":"slogan.add","slogans":[{"text":"邻里守望"}],"approve":false}""")]
    [InlineData("slogan list", """|{"verb":"slogan.list"}""")]
    [InlineData("panel pattern gate grid --minutes 10", """|{"verb":"panel.pattern","panel":"gate","pattern":"grid","minutes":10}""")]
    [InlineData("panel pattern gate none", """|{"verb":"panel.pattern","panel":"gate","pattern":"none"}""")]
    [InlineData("slogan add 团圆过年 --tone joyful", """|{"verb":"slogan.add","slogans":[{"text":"团圆过年","tone":"joyful"}],"approve":false}""")]
    [InlineData("slogan tone charity-09 solemn", """|{"verb":"slogan.tone","programme":"charity-09","tone":"solemn"}""")]
    [InlineData("backup --to /srv/b.db", """|{"verb":"backup","path":"/srv/b.db"}""")]
    [InlineData("backup", """|{"verb":"backup"}""")]
    [InlineData(
        "slot add notice --programme charity-01 --tags 户外 临街,学校 --share 3 --joins --priority urgent --begins 2026-09-05T08:00+08:00 --ends 2026-09-05T11:30Z",
        """|{"verb":"slot.add","slot":{"id":"notice","programme":"charity-01","panels":[],"times":"00:00-24:00","priority":"urgent","tags":["临街","学校","户外"],"share":3,"joins":true,"begins":"2026-09-05T08:00:00+08:00","ends":"2026-09-05T11:30:00+00:00"}}""")]
    [InlineData(
        "event add 重阳 --begins 2026-10-18T08:00+08:00 --ends 2026-10-18T18:00+08:00 --before p1 --before-days 7 --during p2 --after p3 --after-days 3 --times 08:00-20:00 --tags 户外 --priority urgent",
        """|{"verb":"event.add","event":{"id":"重阳","begins":"2026-10-18T08:00:00+08:00","ends":"2026-10-18T18:00:00+08:00","before":"p1","beforeDays":7,"during":"p2","after":"p3","afterDays":3,"panels":[],"tags":["户外"],"times":"08:00-20:00","priority":"urgent"}}""")]
    [InlineData(
        "event add e --begins 2026-10-18T08:00+08:00 --ends 2026-10-18T18:00+08:00 --after p3 --after-days 3",
        """|{"verb":"event.add","event":{"id":"e","begins":"2026-10-18T08:00:00+08:00","ends":"2026-10-18T18:00:00+08:00","after":"p3","afterDays":3,"panels":[]}}""")]
    [InlineData("event list", """|{"verb":"event.list"}""")]
    [InlineData("event remove 重阳", """|{"verb":"event.remove","event":"重阳"}""")]
    [InlineData("slot remove notice", """|{"verb":"slot.remove","slot":"notice"}""")]
    [InlineData(
        "policy add exam --kind quiet --days day:高考 --times 07:00-18:00 --tags 考点 --panels gate --strict",
        """|{"verb":"policy.add","policy":{"id":"exam","kind":"quiet","times":"07:00-18:00","days":"day:高考","panels":["gate"],"tags":["考点"],"strict":true}}""")]
    [InlineData("policy add dim --kind brightness --percent 40", """|{"verb":"policy.add","policy":{"id":"dim","kind":"brightness","panels":[],"percent":40}}""")]
    [InlineData(
        "policy add road --kind road --stay 15 --step 30 --still",
        """|{"verb":"policy.add","policy":{"id":"road","kind":"road","panels":[],"stay":15,"step":30,"still":true}}""")]
    [InlineData("policy list", """|{"verb":"policy.list"}""")]
    [InlineData("policy remove night", """|{"verb":"policy.remove","policy":"night"}""")]
    [InlineData("slot list", """|{"verb":"slot.list"}""")]
    [InlineData("blank", """|{"verb":"blank","panels":[]}""")]
    [InlineData("blank --panel gate --panel hall", """|{"verb":"blank","panels":["gate","hall"]}""")]
    [InlineData("resume --number 3 --code 004911", """|{"verb":"resume","number":3,"code":"004911"}""")]
    public async Task Verb_WhenTyped_AsksTheSite(string words, string asked)
    {
        var ran = await _program.RunAsync(words.Split(' '));

        Assert.Equal((0, asked), (ran.Code, Assert.Single(_program.Site.Asked)));
    }

    [Fact]
    public async Task SlotAdd_WhenItLightsAndNamesNoProgramme_IsBadUsage()
    {
        var ran = await _program.RunAsync("slot", "add", "s", "--from", "08:00", "--until", "09:00");

        Assert.Equal((2, true), (ran.Code, ran.Error.Contains("--programme ID", StringComparison.Ordinal)));
        Assert.Empty(_program.Site.Asked);
    }

    /// <summary>A test is no plan: its word is not offered, and whoever writes it is told the verb for it.</summary>
    [Theory]
    [InlineData("slot add s --programme p --priority technician", "signage panel pattern")]
    [InlineData("slot add s --programme p --priority highest", "use one of base, community, centre, urgent, emergency, blank")]
    [InlineData("event add e --begins 2026-10-18T08:00+08:00 --ends 2026-10-18T18:00+08:00 --during p --priority technician", "signage panel pattern")]
    public async Task Priority_OfATestOrNone_IsBadUsage(string words, string complaint)
    {
        var ran = await _program.RunAsync(words.Split(' '));

        Assert.Equal((2, true), (ran.Code, ran.Error.Contains(complaint, StringComparison.Ordinal)));
        Assert.Empty(_program.Site.Asked);
    }

    [Theory]
    [InlineData("slot add s --programme p --from 08:00", "--from 08:00 --until 20:00 / --times")]
    [InlineData("slot add s --programme p --until 08:00", "--from 08:00 --until 20:00 / --times")]
    [InlineData("slot add s --programme p --until 08:00 --times 20:00-", "只能写一种")]
    [InlineData("slot add s --programme p --times 20:00", "第 6 个字符")]
    [InlineData("slot add s --programme p --times", "--times TIMES")]
    [InlineData("slot add s --programme p --from 24:00 --until 8:00", "'24:00' is not a time of day")]
    [InlineData("slot add s --programme p --from 8:00 --until 24:30", "'24:30' is not a time of day")]
    public async Task SlotAdd_WhenItsTimesAreMissingOrWrong_IsBadUsage(string words, string complaint)
    {
        var ran = await _program.RunAsync(words.Split(' '));

        Assert.Equal((2, true, 1), (ran.Code, ran.Error.Contains(complaint, StringComparison.Ordinal), ran.Error.TrimEnd().Split('\n').Length));
        Assert.Empty(_program.Site.Asked);
    }

    [Theory]
    [InlineData("""{"stored":true,"written":true,"removed":["P003"],"flash":{"writes":1,"today":1,"mostADay":3,"holds":"charity-06"}}""", 0, "P003")]
    [InlineData("""{"stored":true,"written":true,"removed":[],"flash":{"writes":1,"today":1,"mostADay":3,"holds":"charity-06"}}""", 0, "held no programmes")]
    [InlineData("""{"stored":true,"written":true,"removed":null,"flash":{"writes":1,"today":1,"mostADay":3,"holds":"charity-06"}}""", 0, "there may be more")]
    [InlineData("""{"stored":true,"written":false,"flash":{"writes":1,"today":1,"mostADay":3,"holds":"charity-06"}}""", 0, "nothing was written")]
    [InlineData("""{"stored":false,"written":null,"detail":"flash error","flash":{"writes":1,"today":1,"mostADay":3,"holds":null}}""", 1, "flash error")]
    public async Task PanelAdd_WhenABasePageWasWished_TellsWhatCameOfIt(string told, int code, string words)
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse($$"""{"ok":true,"base":{{told}}}""")!;

        var ran = await _program.RunAsync("panel add gate -p bench/one --face 160x16x1 --panel tcp://192.0.2.7:5005 --base-page charity-06".Split(' '));

        Assert.Equal(code, ran.Code);
        Assert.Contains(words, ran.Out + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WhenAnswered_DrawsARowForEachDecision()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """{"ok":true,"decisions":[{"panel":"gate","at":"t1","until":null,"items":["携手做慈善"],"why":["s1"],"lost":["s2"]}]}""")!;

        var ran = await _program.RunAsync("plan");

        Assert.Contains("携手做慈善", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WhenWordsMayNotBeLit_MarksThemAndNoOthers()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """{"ok":true,"decisions":[{"panel":"gate","at":"t1","until":null,"items":["a 好","b 坏"],"unlit":["b 坏"],"why":["s1"],"lost":[],"notLit":["b: nobody approved"]}]}""")!;

        var ran = await _program.RunAsync("plan");

        Assert.Matches("│ a 好 +│", ran.Out);
        Assert.Contains("b 坏（未审核，不上屏 not lit）", ran.Out, StringComparison.Ordinal);
        Assert.Equal("b: nobody approved\n", ran.Error);
    }

    [Fact]
    public async Task Status_WhenAnswered_KeepsTheThreeFactsApart()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """
            {"ok":true,"blank":4,"panels":[
              {"panel":"gate","light":"differs","desired":"0123456789abcdef","sent":"fedcba9876543210","seen":"acknowledged","outcome":"Accepted","reached":true,"detail":null},
              {"panel":"hall","desired":"0123456789abcdef","sent":null,"seen":"none","outcome":"NoAnswer","reached":false,"detail":"refused [by the device]"},
              {"panel":"east","desired":null,"sent":null,"seen":"none","light":"lost","heardAt":"2026-11-23T08:00:00+08:00","refusal":"not approved","trouble":"no answer"},
              {"panel":"old","desired":null,"sent":null,"seen":"none","outcome":"Accepted"}]}
            """)!;

        var ran = await _program.RunAsync("status");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("应显 desired │ 已发 sent    │ 实显 seen", ran.Out, StringComparison.Ordinal);
        Assert.Matches("gate +│ 不一致 .differs. +│ 0123456789ab +│ fedcba987654 +│ 仅有应答 .acknowledged. +│ 有应答", ran.Out);
        Assert.Matches("hall +│ +│ 0123456789ab +│ — +│ 未知 .nothing. +│ 无应答 .silent. +│ refused .by the device.", ran.Out);
        Assert.Matches("east +│ 离线 .no answer. +│ — +│ — +│ 未知 .nothing. +│ 无应答 .silent. 2026-11-23T08:00:00.08:00 +│ not approved", ran.Out);
        Assert.Contains("signage resume --number 4", ran.Out, StringComparison.Ordinal);
        Assert.Matches("old +│ +│ — +│ — +│ 未知 .nothing. +│ Accepted", ran.Out);
    }

    [Theory]
    [InlineData(PanelLight.Waiting, "待发 (waiting)")]
    [InlineData(PanelLight.Sent, "已发 (sent)")]
    [InlineData(PanelLight.SentUnverified, "已发，无法核实 (sent, unverified)")]
    [InlineData(PanelLight.Seen, "实显一致 (seen)")]
    [InlineData(PanelLight.Differs, "不一致 (differs)")]
    [InlineData(PanelLight.Lost, "离线 (no answer)")]
    [InlineData(PanelLight.Blanked, "黑屏 (blanked)")]
    [InlineData(PanelLight.BlankedUnverified, "已发黑屏，无法核实 (dark, unverified)")]
    public async Task Status_WhenAnyPanelIsTold_HasOneWordForItsState(PanelLight light, string word)
    {
        _program.Site.Answer = new JsonObject
        {
            ["ok"] = true,
            ["panels"] = new JsonArray(new JsonObject { ["panel"] = "gate", ["light"] = light.ToString().ToLowerInvariant(), ["seen"] = "none" }),
        };

        Assert.Contains($"│ gate       │ {word}", (await _program.RunAsync("status")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PanelList_WhenAnswered_TellsWhereEachPanelIs()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """{"ok":true,"panels":[{"id":"gate","name":"东门","profile":"bench/one","face":"160x16x1","endpoint":"tcp://192.0.2.7:5005"}]}""")!;

        var ran = await _program.RunAsync("panel", "list");

        Assert.Matches("gate +│ 东门 +│ bench/one +│ 160x16x1 +│ tcp://192.0.2.7:5005", ran.Out);
    }

    [Theory]
    [InlineData(20, "20 s ago")]
    [InlineData(185, "3 min ago")]
    [InlineData(7300, "2 h ago")]
    public async Task StatusAndPanelList_WhenAPanelWasSeen_TellHowLongAgo(int seconds, string words)
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            $$$"""{"ok":true,"panels":[{"id":"gate","panel":"gate","seen":"acknowledged","sighted":{"secondsAgo":{{{seconds}}},"at":"2026-09-05T08:00:00+08:00"}}]}""")!;

        // A narrow table breaks a cell over lines.
        foreach (var table in new[] { (await _program.RunAsync("status")).Out, (await _program.RunAsync("panel", "list")).Out })
        {
            Assert.Contains(words.Replace(" ", "", StringComparison.Ordinal), string.Concat(table.Where(letter => char.IsAsciiLetterOrDigit(letter))), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"panel":"gate","hasClock":true,"clock":{"offSeconds":-90,"readAt":"t1"},"trouble":null}""", "panel clock", 0, "-90s")]
    [InlineData("""{"panel":"gate","hasClock":true,"clock":{"offSeconds":null},"trouble":"refused"}""", "panel clock --set", 1, "refused")]
    [InlineData("""{"panel":"gate","hasClock":false,"clock":null,"trouble":"noclock"}""", "panel clock", 0, "noclock")]
    [InlineData("""{"panel":"gate","hasClock":false,"clock":null,"trouble":"noclock"}""", "panel clock gate", 1, "noclock")]
    public async Task PanelClock_WhenAnswered_TellsHowFarOff_AndFailsWhereItCouldNotBe(string row, string words, int code, string told)
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse($$"""{"ok":true,"panels":[{{row}}]}""")!;

        var ran = await _program.RunAsync(words.Split(' '));

        Assert.Equal(code, ran.Code);
        Assert.Contains(told, string.Concat(ran.Out.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PanelTestAndAdd_WhenTheCardCannotBeAsked_NeverSayThatItFits()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"fits":null,"unverifiable":"it never answers","complaints":[],"card":{}}""")!;

        var tested = await _program.RunAsync("panel", "test", "gate");
        var added = await _program.RunAsync("panel", "add", "gate", "--profile", "bench/one", "--face", "160x16x1", "--panel", "tcp://192.0.2.7:5005");

        Assert.Equal((0, 0), (tested.Code, added.Code));
        Assert.All([tested.Out, added.Out], said =>
        {
            Assert.Contains("无法核实", said, StringComparison.Ordinal);
            Assert.Contains("it never answers", said, StringComparison.Ordinal);
            Assert.DoesNotContain("相符", said, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task SlotList_WhenAnswered_HasARowForEachSlot()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"slots":["morning","night"]}""")!;
        var ran = await _program.RunAsync("slot", "list");
        Assert.Matches("│ morning +│", ran.Out);
        Assert.Matches("│ night +│", ran.Out);

        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """
            {"ok":true,"slots":["s"],"details":[
              {"id":"s","programme":"charity-01","panels":[],"from":"08:00:00","until":"20:00:00","firstDay":"2026-12-01","lastDay":null,"days":"work","priority":"urgent"}]}
            """)!;
        Assert.Matches("│ s +│ charity-01 +│ 全部 .all. +│ 08:00:00 – 20:00:00 +│ 2026-12-01 – +│ work +│ urgent", (await _program.RunAsync("slot", "list")).Out);

        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """{"ok":true,"slots":["s"],"details":[{"id":"s","programme":"p","panels":[],"times":"-08:00,sunset-22:00","from":null,"until":null}]}""")!;
        Assert.Matches("│ s +│ p +│ 全部 .all. +│ -08:00,sunset-22:00 +│", (await _program.RunAsync("slot", "list")).Out);
    }

    [Fact]
    public async Task PanelTest_WhenTheCardIsAnother_TellsWhatItIsAndFails()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"fits":false,"complaints":["the card is a 6Q2"],"card":{"type":"6602"}}""")!;

        var ran = await _program.RunAsync("panel", "test", "gate");

        Assert.Equal((1, "type: 6602\n", "gate: the card is a 6Q2\n"), (ran.Code, ran.Out, ran.Error));
    }

    [Theory]
    [InlineData("""{"ok":true,"number":7,"written":true}""", "")]
    [InlineData("""{"ok":true,"number":7,"written":false,"detail":"the disk is full"}""", "the disk is full")]
    public async Task Blank_WhenAnswered_TellsItsNumberAndWhatTheDiskSaid(string answer, string note)
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(answer)!;

        var ran = await _program.RunAsync("blank");

        Assert.Equal(0, ran.Code);
        Assert.Contains("signage resume --number 7 --code CODE", ran.Out, StringComparison.Ordinal);
        Assert.Contains(note, ran.Error, StringComparison.Ordinal);
        Assert.Equal(note.Length == 0, ran.Error.Length == 0);
    }

    [Fact]
    public async Task Resume_WhenTheCodeIsWrong_SaysWhatTheSiteSays()
    {
        _program.Site.Refusal = "解除码不对 (wrong release code)";

        Assert.Equal((1, "解除码不对 (wrong release code)\n"), await CodeAndErrorAsync("resume", "--number", "1", "--code", "000000"));
    }

    [Fact]
    public async Task Plan_WhenAskedForJson_HandsOnTheAnswer()
    {
        var ran = await _program.RunAsync("plan", "--json");

        Assert.Equal("""{"ok":true}""" + "\n", ran.Out);
    }

    /// <summary>An empty variable of a script must not mean every panel.</summary>
    [Theory]
    [InlineData("slot", "add", "s", "--programme", "charity-01", "--times", "08:00-20:00", "--tags", "")]
    [InlineData("policy", "add", "p", "--kind", "quiet", "--tags", "")]
    public async Task Tags_WhenNoneIsNamed_AreRefused(params string[] words)
    {
        var ran = await _program.RunAsync(words);
        Assert.Equal(2, ran.Code);
        Assert.Contains("--tags", ran.Error, StringComparison.Ordinal);
        Assert.Empty(_program.Site.Asked);
    }

    [Fact]
    public async Task Verb_WhenTheSiteRefuses_PrintsItsReason()
    {
        _program.Site.Refusal = "站点没有运行 (no site is running)";

        var ran = await _program.RunAsync("plan");

        Assert.Equal((1, "站点没有运行 (no site is running)\n"), (ran.Code, ran.Error));
    }

    [Fact]
    public async Task Run_WhenTyped_StartsTheSiteWithWhatWasNamed()
    {
        await _program.RunAsync("run", "--data", "/srv/s", "--profiles", "/srv/p", "--import", "signage.json", "--port", "8080");

        Assert.Equal(new SiteStart("/srv/s", "/srv/p", "signage.json", 8080), _program.Site.Started);
    }

    [Fact]
    public async Task Run_WhenAskedForJson_SaysOnlyThatTheSiteRuns()
    {
        var ran = await _program.RunAsync("run", "--data", "/srv/s", "--json");

        Assert.Equal((0, """{"running":{"data":"/srv/s","page":"http://127.0.0.1:5080/"}}""" + "\n", ""), (ran.Code, ran.Out, ran.Error));
    }

    [Fact]
    public async Task Restore_WhenDone_SaysWhatIsGone()
    {
        var ran = await _program.RunAsync("restore", "--data", "/srv/s", "--from", "/srv/b.db");
        Assert.Equal(0, ran.Code);
        Assert.Contains("4 edits after the backup are gone", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SiteInit_WhenTyped_MakesWhatWasNamed()
    {
        var ran = await _program.RunAsync("site", "init", "--data", "/srv/s", "--import", "signage.json", "--json");
        Assert.Equal((0, """{"data":"/srv/s","panels":2,"programmes":18,"slots":3}""" + "\n"), (ran.Code, ran.Out));
        Assert.Equal(new SiteStart("/srv/s", null, "signage.json"), _program.Site.Started);
    }

    public void Dispose()
    {
        _program.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int Code, string Error)> CodeAndErrorAsync(params string[] words)
    {
        var ran = await _program.RunAsync(words);
        return (ran.Code, ran.Error);
    }
}
