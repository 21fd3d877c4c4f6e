using System.Text;
using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;
using Signage.Core.Tests.Alerts.Cap;
using Signage.Core.Tests.Alerts.Ebm;

namespace Signage.Core.Tests.Alerts.Forms;

/// <summary>Spoiled documents of every form: <c>SIGNAGE_SEED</c> makes other ones.</summary>
public sealed class MutatedDocumentTests
{
    private const int Documents = 100_000;

    private static readonly string[] Pieces =
    [
        "<", ">", "&", "]]>", "<![CDATA[", "<!--", "<alert>", "</alert>", "</info>", "<info/>", "Exercise", "Cancel", "Update", "2026-07-15T12:00:00Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00",
        "1e999", "-", ",", " ", "180", "-180.0000001", "\u202E", "\uD83D\uDE00", "xmlns=''", "<!DOCTYPE a>", "&#0;", "office,a0,2026-07-15T11:00:00+08:00", "zh-CN",
        "<EBD>", "<EBM>", "</EBM>", "<MsgBasicInfo/>", "3", "2026-07-15 12:00:00", "9999-12-31 23:59:59", "510903000000,",
    ];

    [Fact]
    public void Read_WhenDocumentsAreSpoiled_NeverThrowsAndGivesOneOfThreeAnswers()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SIGNAGE_SEED"), out var given) ? given : 1;
        byte[][] corpus = [.. CapVectorTests.All.Select(row => CapSample.Vector(row.Data)), Encoding.UTF8.GetBytes(CapSample.Good), .. EbmVectorTests.All.Select(row => EbmSample.Vector(row.Data))];
        var site = new SitePlaceArea([new AlertValue("adcode", "510903001")], new(30.5, 105.5));
        var seen = new int[3];
        for (var number = 0; number < Documents; number++)
        {
            var document = Spoiled(corpus, new Random(unchecked((seed * 397) ^ (number * 0x5851F42D))));
            try
            {
                var reading = AlertReader.Read(document, CapSample.Noon);
                Hold(reading);
                seen[(int)reading.Document]++;
                if (number % 10 == 0)
                {
                    var book = reading.Messages.Aggregate(AlertBook.Empty, (book, message) => book.Take(message, CapSample.Noon));
                    book.Judge(CapSample.Noon, site);
                    Assert.All(book.ActiveAt(CapSample.Noon, site), alert => Assert.Equal(AlertStatus.Actual, alert.Message.Status));
                }
            }
            catch (Exception thrown)
            {
                Assert.Fail($"seed {seed}, document {number}: {thrown}\n{Convert.ToHexString(document)}");
            }
        }

        // A run that never reached one of the answers would say nothing about it.
        Assert.All(seen, count => Assert.True(count > Documents / 100, $"answers {string.Join(' ', seen)}"));
    }

    private static void Hold(AlertReading reading)
    {
        Assert.True(Enum.IsDefined(reading.Document));
        Assert.Equal(reading.Document == AlertDocument.Messages, reading.Messages.Count > 0);
        Assert.True(reading.Document != AlertDocument.Unreadable || (reading.Remarks.Count == 1 && reading.Remarks[0].Refuses));
        Assert.True(reading.Document != AlertDocument.NoMessage || reading.Remarks.Count > 0);
        Assert.True(reading.Remarks.All(remark => remark.Line > 0 && !remark.Text.Contains('\n', StringComparison.Ordinal)));
    }

    private static byte[] Spoiled(byte[][] corpus, Random random)
    {
        var bytes = corpus[random.Next(corpus.Length)].ToList();
        for (var left = 1 + random.Next(3); left > 0; left--)
        {
            var at = random.Next(bytes.Count + 1);
            var run = Math.Min(random.Next(24), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, run);
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    Text(bytes, at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 4 when random.Next(8) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    Text(bytes, at, []);
                    break;
            }
        }

        return [.. bytes];
    }

    // The text of the next element becomes another, so that the document stays one and reaches deeper.
    private static void Text(List<byte> bytes, int at, byte[] other)
    {
        var start = bytes.IndexOf((byte)'>', at) + 1;
        var end = start > 0 ? bytes.IndexOf((byte)'<', start) : -1;
        if (end > 0)
        {
            bytes.RemoveRange(start, end - start);
            bytes.InsertRange(start, other);
        }
    }
}
