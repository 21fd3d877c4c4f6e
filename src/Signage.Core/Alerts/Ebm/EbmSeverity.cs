using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Ebm;

/// <summary><c>Severity</c>: the four levels of warnings in China with their colours, 1 the gravest, and 0 for none known. Which word of CAP stands for which level is our own choice.</summary>
internal static class EbmSeverity
{
    /// <summary>The severity of a message; unknown when it is refused.</summary>
    public static AlertSeverity Of(AlertElement basics, AlertRemarks remarks)
    {
        switch (basics.Required("Severity"))
        {
            case "0" or "":
                return AlertSeverity.Unknown;

            // 特别重大, 红色
            case "1":
                return AlertSeverity.Extreme;

            // 重大, 橙色
            case "2":
                return AlertSeverity.Severe;

            // 较大, 黄色
            case "3":
                return AlertSeverity.Moderate;

            // 一般, 蓝色
            case "4":
                return AlertSeverity.Minor;

            // One program has more of them (10 everyday, 15 and 21 to 23 tests and exercises): unattested, and not to be lit.
            case var written:
                remarks.Refuse(basics.One("Severity"), Words.EbmSeverity.With(AlertRemarks.Shown(written)));
                return AlertSeverity.Unknown;
        }
    }
}
