using System.Text;
using Microsoft.EntityFrameworkCore;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Mapping;

namespace Signage.Storage.Writing;

/// <summary>Slogans and what people approved of them, each inside a transaction that somebody else holds.</summary>
internal static class SiteApprovals
{
    /// <summary>Adds slogans as programmes of their own, and the approvals there are. Every refusal is named.</summary>
    public static async Task<StoreAnswer> AddAllAsync(
        SiteDbContext context, IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, CancellationToken cancellationToken)
    {
        var refusals = new List<string>();
        foreach (var (slogan, approval) in slogans)
        {
            if (await AddAsync(context, slogan, approval, cancellationToken).ConfigureAwait(false) is StoreAnswer.Refused refused)
            {
                refusals.Add(refused.Reason);
                continue;
            }

            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);   // so that the next one sees it
        }

        return refusals.Count == 0 ? new StoreAnswer.Stored() : new StoreAnswer.Refused(string.Join("; ", refusals));
    }

    private static async Task<StoreAnswer> AddAsync(SiteDbContext context, Slogan slogan, SloganApproval? approval, CancellationToken cancellationToken)
    {
        // Half a character, or the mark that stands for one that was lost, is nobody's slogan; and a half has no digest.
        if (string.IsNullOrEmpty(slogan.Text) || slogan.Text.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            return new StoreAnswer.Refused(Words.SloganNeedsWords.With(slogan.Id));
        }

        var revision = slogan.ToRevision();
        if (approval is not null && (approval.ItemId != revision.ItemId || approval.RevisionDigest != revision.Digest))
        {
            return new StoreAnswer.Refused(Words.ApprovalForOthers.With(slogan.Id));
        }

        var there = await context.Programmes.AsNoTracking().Include(row => row.Items).FirstOrDefaultAsync(row => row.Id == slogan.Id, cancellationToken).ConfigureAwait(false);
        if (there is null)
        {
            if (await SiteAdditions.AddAsync(context, new Programme(slogan.Id, [revision], ShowStyle.Automatic) { Tone = slogan.Tone ?? Tone.Plain }, cancellationToken).ConfigureAwait(false) is StoreAnswer.Refused refused)
            {
                return refused;
            }

            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);   // so that the approval finds it
        }
        else if (there.Items is not [var only] || only.ItemId != slogan.Id || RevisionDigest.Of(only.Text) != revision.Digest)
        {
            return new StoreAnswer.Refused(Words.SloganTaken.With(slogan.Id));
        }
        else if (slogan.Tone is { } tone && tone != there.Tone)
        {
            return new StoreAnswer.Refused(Words.SloganToneOther.With(slogan.Id));
        }

        return approval is null ? new StoreAnswer.Stored() : await ApproveAsync(context, approval, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says in which mood a programme speaks; what is lit of it stays as it is.</summary>
    public static async Task<StoreAnswer> SetToneAsync(SiteDbContext context, string programmeId, Tone tone, CancellationToken cancellationToken)
    {
        if (await context.Programmes.FindAsync([programmeId], cancellationToken).ConfigureAwait(false) is not { } programme)
        {
            return new StoreAnswer.Refused(Words.ProgrammeUnknown.With(programmeId));
        }

        programme.Tone = tone;
        return new StoreAnswer.Stored();
    }

    /// <summary>Remembers an approval of words that the site has. The same person's approval of the same words stays the first.</summary>
    public static async Task<StoreAnswer> ApproveAsync(SiteDbContext context, SloganApproval approval, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(approval.ApprovedBy) || StoreChecks.IsLonger(approval.ApprovedBy, StoreChecks.LongestName) || approval.ApprovedBy.Contains('\0', StringComparison.Ordinal))
        {
            return new StoreAnswer.Refused(Words.ApprovalNeedsPerson.With(approval.ItemId, StoreChecks.LongestName));
        }

        var texts = await context.Set<Rows.ProgrammeItemRow>().Where(item => item.ItemId == approval.ItemId).Select(item => item.Text).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (texts.Find(text => RevisionDigest.Of(text) == approval.RevisionDigest) is not { } stored)
        {
            return new StoreAnswer.Refused(Words.ApprovalWithoutText.With(approval.ItemId));
        }

        // The digest decides; the words beside it are for people, and must not tell them something else.
        if (approval.Text is null || RevisionDigest.Of(approval.Text) != approval.RevisionDigest)
        {
            return new StoreAnswer.Refused(Words.ApprovalForOthers.With(approval.ItemId));
        }

        if (await context.Approvals.FindAsync([approval.ItemId, approval.RevisionDigest.Hex, approval.ApprovedBy], cancellationToken).ConfigureAwait(false) is null)
        {
            context.Add((approval with { Text = stored }).ToRow());
        }

        return new StoreAnswer.Stored();
    }
}
