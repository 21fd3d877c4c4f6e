namespace Signage.Transports.Links;

/// <summary>Endpoints as people and logs may see them.</summary>
internal static class LinkName
{
    /// <summary>The endpoint without user name and password.</summary>
    public static string Of(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri)
        {
            return endpoint.OriginalString;
        }

        return endpoint.UserInfo.Length == 0
            ? endpoint.OriginalString
            : endpoint.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped);
    }
}
