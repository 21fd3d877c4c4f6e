using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Ebm;

/// <summary><c>MsgType</c>: what a message is and whether it is meant.</summary>
/// <param name="Status">Whether it is meant; what is not <see cref="AlertStatus.Actual"/> is never lit.</param>
/// <param name="Type">What it is.</param>
internal sealed record EbmKind(AlertStatus Status, AlertMessageType Type)
{
    private static readonly EbmKind Exercise = new(AlertStatus.Exercise, AlertMessageType.Alert);

    /// <summary>The kind of a message; null when it is not told, or is none of those that are known.</summary>
    public static EbmKind? Of(AlertElement basics, AlertRemarks remarks)
    {
        switch (basics.Required("MsgType"))
        {
            // 实际播发
            case "1":
                return new EbmKind(AlertStatus.Actual, AlertMessageType.Alert);

            // 取消播发
            case "2":
                return new EbmKind(AlertStatus.Actual, AlertMessageType.Cancel);

            // 平台演练, 前端演练, 终端演练: how far an exercise goes. To a sign goes none.
            case "3" or "4" or "5":
                return Exercise;

            case "":
                return null;

            case var written:
                remarks.Refuse(basics.One("MsgType"), Words.EbmKind.With(AlertRemarks.Shown(written)));
                return null;
        }
    }
}
