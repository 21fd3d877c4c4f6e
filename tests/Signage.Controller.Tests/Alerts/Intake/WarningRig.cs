using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Alerts;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Alerts;
using Signage.Core.Planning;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Storage;
using Signage.Transports.Links;

namespace Signage.Controller.Tests.Alerts.Intake;

/// <summary>A desk that warnings come to, with a real store behind it, on a clock that the test turns.</summary>
internal sealed class WarningRig : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ShowRenderer _renderer;
    private readonly PanelRules _rules;
    private SiteStore _store;

    private WarningRig(SiteStore store, SiteBook book, ShowRenderer renderer, FakeTimeProvider line, string folder)
    {
        (_store, Book, _renderer, Line, _folder) = (store, book, renderer, line, folder);
        var profiles = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;
        _rules = new PanelRules(new FleetWires(profiles, SiteHost.Adapters(), new PanelTransports([]), "", NullLogger.Instance));
        Desk = NewDesk();
    }

    /// <summary>Where the site is.</summary>
    public static SitePlaceArea Area { get; } = new([new AlertValue("adcode", "510903001")], null);

    /// <summary>What the site holds.</summary>
    public SiteBook Book { get; private set; }

    /// <summary>The desk.</summary>
    public AlertDesk Desk { get; private set; }

    /// <summary>What it has to say of warnings that are in force and not lit.</summary>
    public IReadOnlyList<string> Notes => new AlertNotes(Book, _renderer, Line).Now;

    /// <summary>Line time and site time.</summary>
    public FakeTimeProvider Line { get; }

    /// <summary>The file of its database.</summary>
    public string Database => Path.Combine(_folder, "site.db");

    /// <summary>Opens one at eight in the morning of 5 September 2026.</summary>
    public static async Task<WarningRig> OpenAsync(CancellationToken cancellationToken)
    {
        var line = new FakeTimeProvider(new DateTimeOffset(2026, 9, 5, 8, 0, 0, TimeSpan.FromHours(8)));
        var folder = Directory.CreateTempSubdirectory("signage-feed-").FullName;
        var store = await SiteStore.OpenAsync(Path.Combine(folder, "site.db"), line, cancellationToken);
        var renderer = new ShowRenderer();
        return new WarningRig(store, await OpenAsync(store, renderer, cancellationToken), renderer, line, folder);
    }

    /// <summary>Ends the site and opens it anew from what is on the disk.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await Book.DisposeAsync();
        await _store.DisposeAsync();
        _store = await SiteStore.OpenAsync(Database, Line, cancellationToken);
        Book = await OpenAsync(_store, _renderer, cancellationToken);
        Desk = NewDesk();
    }

    /// <summary>The same warning as a platform of the emergency broadcasting service sends it.</summary>
    /// <param name="id">Its EBMID.</param>
    /// <param name="kind">Its MsgType.</param>
    /// <param name="level">Its Severity.</param>
    /// <param name="related">The EBMID that it is related to; null for none.</param>
    public static string Ebm(string id, string kind = "1", string level = "1", string? related = null) =>
        $"""
        <EBD xmlns:xs="http://www.w3.org/2001/XMLSchema"><EBDVersion>1</EBDVersion><EBDType>EBM</EBDType><SRC><EBRID>45109030000000103010101</EBRID></SRC><EBM><EBMVersion>1</EBMVersion>
        <EBMID>{id}</EBMID>{(related is null ? "" : $"<RelatedInfo><EBMID>{related}</EBMID></RelatedInfo>")}<MsgBasicInfo><MsgType>{kind}</MsgType><SenderName>船山区</SenderName>
        <SenderCode>office@example.cn</SenderCode><SendTime>2026-09-05 07:55:00</SendTime><EventType>11B03</EventType><Severity>{level}</Severity>
        <StartTime>2026-09-05 07:55:00</StartTime><EndTime>2026-09-05 12:00:00</EndTime></MsgBasicInfo><MsgContent><LanguageCode>zho</LanguageCode><MsgTitle>暴雨红色预警</MsgTitle>
        <MsgDesc>请远离河道。</MsgDesc><AreaCode>510903000000</AreaCode></MsgContent></EBM></EBD>
        """;

    /// <summary>A warning as an office sends it.</summary>
    public static string Alert(string id, string status = "Actual", string sender = "office@example.cn", string severity = "Severe") =>
        $"""
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{id}</identifier><sender>{sender}</sender><sent>2026-09-05T07:55:00+08:00</sent><status>{status}</status>
        <msgType>Alert</msgType><scope>Public</scope><info><language>zh-CN</language><category>Met</category><event>暴雨</event><urgency>Immediate</urgency>
        <severity>{severity}</severity><certainty>Likely</certainty><expires>2026-09-05T12:00:00+08:00</expires><headline>请远离河道。</headline>
        <area><areaDesc>船山区</areaDesc><geocode><valueName>adcode</valueName><value>510903</value></geocode></area></info></alert>
        """;

    private static Task<SiteBook> OpenAsync(SiteStore store, ShowRenderer renderer, CancellationToken cancellationToken) =>
        SiteBook.OpenAsync(store, new Bell(), Plan.Empty(TimeZoneInfo.Utc), Area, DrawnTemplate.Of(renderer), cancellationToken);

    private AlertDesk NewDesk() => new(Book, Area, _renderer, new SloganDesk(Book, _renderer, _rules, Line, new SloganScreen([], [])), Line);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Book.DisposeAsync();
        await _store.DisposeAsync();
        _renderer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
