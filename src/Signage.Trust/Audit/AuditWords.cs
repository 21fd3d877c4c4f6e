using Signage.Core.Text;

namespace Signage.Trust.Audit;

/// <summary>What people read about a broken audit.</summary>
internal static class AuditWords
{
    public static string Of(AuditFault fault, long number) => fault switch
    {
        AuditFault.Unreadable => Words.AuditUnreadable.With(number),
        AuditFault.Changed => Words.AuditChanged.With(number),
        AuditFault.Missing => Words.AuditMissing.With(number),
        AuditFault.OutOfPlace => Words.AuditOutOfPlace.With(number),
        AuditFault.BrokenLink => Words.AuditBrokenLink.With(number),
        AuditFault.Truncated => Words.AuditTruncated.With(number),
        AuditFault.OtherThanHead => Words.AuditOtherThanHead.With(number),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
