namespace Browser.Tests.Cells;

/// <summary>
/// Who is answered what, by every door of a site: written by hand from docs/accounts.md (duties, sessions, what a manager can do), docs/operations.md (who may look; health; on the pages) and nowhere taken from the
/// program. A door that is not here fails the test: whoever makes one says here who may pass it.
/// </summary>
internal static class CellTable
{
    // What an answer is.
    //   P  it is shown (200; of a file one byte, 206)
    //   T  the form is taken: without its token 400, with it what TakenForms says of it
    //   D  to the door where people come in (303 to /login)
    //   C  to where a site is claimed (303 to /claim)
    //   A  to the own account, where something is left to do first (303 to /account)
    //   G  to where password and code are shown again (303 to /login/again)
    //   X  not your duty (403)
    //   U  not told, and led nowhere (401): a script asks there
    //   N  let in, and there is nothing (404)
    //   Q  let in, and asked in a way that it does not understand (400)
    //
    // Whose answer it is.
    //   new       whoever comes to a site without any account, be there a cookie or not
    //   lost      the same, where there were accounts before
    //   out       of a claimed site: nobody, or somebody whose session does not hold
    //   fresh     people who have shown everything within five minutes, one letter for each kind in the order of Kind.All:
    //             nothing write first second final watch technician manage manage+final manage! final! watch+final!   (!: no code set up yet)
    //   stale     the same people after five minutes
    //
    // The method with a star takes whichever.
    private const string Written = """
        method pattern                    asked                      new lost out fresh        stale

        # The panels: before there is an account for everybody, afterwards for whoever has come in.
        GET    /                          /                          P   C    D   PPPPPPPPPPPP PPPPPPPPPPPP
        POST   /                          /                          Q   C    D   QQQQQQQQQQQQ QQQQQQQQQQQQ
        GET    /panel/{Id}                /panel/gate                P   C    D   PPPPPPPPPPPP PPPPPPPPPPPP
        POST   /panel/{Id}                /panel/gate                Q   C    D   QQQQQQQQQQQQ QQQQQQQQQQQQ
        GET    /not-found                 /not-found                 P   C    D   PPPPPPPPPPPP PPPPPPPPPPPP
        POST   /not-found                 /not-found                 Q   C    D   QQQQQQQQQQQQ QQQQQQQQQQQQ
        *GET   /{*path}                   /nothing/at/all            N   C    D   NNNNNNNNNNNN NNNNNNNNNNNN

        # A name like that of a file, which is none, is nothing like others. Only a site that was built where it runs has this route.
        GET    /{**path:file}             /no-such-file.css          N   C    D   NNNNNNNNNNNN NNNNNNNNNNNN
        HEAD   /{**path:file}             /no-such-file.css          N   C    D   NNNNNNNNNNNN NNNNNNNNNNNN

        # The circuits of open pages: whoever may look, and a script that may not is told so. Here all are asked as no page asks, but the first.
        *POST  /_blazor/negotiate         /_blazor/negotiate?negotiateVersion=1 P U U PPPPPPPPPPPP PPPPPPPPPPPP
        *GET   /_blazor                   /_blazor                   Q   U    U   QQQQQQQQQQQQ QQQQQQQQQQQQ
        *POST  /_blazor/disconnect/       /_blazor/disconnect/       Q   U    U   QQQQQQQQQQQQ QQQQQQQQQQQQ
        *GET   /_blazor/initializers/     /_blazor/initializers/     P   U    U   PPPPPPPPPPPP PPPPPPPPPPPP
        GET    /_framework/opaque-redirect /_framework/opaque-redirect Q C    D   QQQQQQQQQQQQ QQQQQQQQQQQQ

        # On an address that only this machine reaches, its programs may ask how the site is.
        *GET   /health                    /health                    P   P    P   PPPPPPPPPPPP PPPPPPPPPPPP

        # Coming in. Of the code: who has not shown the password is led to where it is asked for.
        GET    /claim                     /claim                     P   P    D   DDDDDDDDDDDD DDDDDDDDDDDD
        POST   /claim                     /claim                     T   T    T   TTTTTTTTTTTT TTTTTTTTTTTT
        GET    /login                     /login                     C   C    P   PPPPPPPPPPPP PPPPPPPPPPPP
        POST   /login                     /login                     T   T    T   TTTTTTTTTTTT TTTTTTTTTTTT
        GET    /login/code                /login/code                C   C    D   DDDDDDDDDDDD DDDDDDDDDDDD
        POST   /login/code                /login/code                T   T    T   TTTTTTTTTTTT TTTTTTTTTTTT
        GET    /login/again               /login/again               C   C    D   PPPPPPPPPPPP PPPPPPPPPPPP
        POST   /login/again               /login/again               C   C    D   TTTTTTTTTTTT TTTTTTTTTTTT
        GET    /welcome                   /welcome                   C   C    P   PPPPPPPPPPPP PPPPPPPPPPPP
        POST   /welcome                   /welcome                   T   T    T   TTTTTTTTTTTT TTTTTTTTTTTT
        POST   /logout                    /logout                    C   C    D   TTTTTTTTTTTT TTTTTTTTTTTT

        # The own account. Whatever has to do with secrets asks for a fresh proof; going out of everywhere does not.
        GET    /account                   /account                   C   C    D   PPPPPPPPPPPP PPPPPPPPPPPP
        GET    /account/code              /account/code              C   C    D   PPPPPPPPPPPP GGGGGGGGGGGG
        POST   /account/code              /account/code              C   C    D   TTTTTTTTTTTT GGGGGGGGGGGG
        POST   /account/password          /account/password          C   C    D   TTTTTTTTTTTT GGGGGGGGGGGG
        POST   /account/recovery          /account/recovery          C   C    D   TTTTTTTTTTTT GGGGGGGGGGGG
        POST   /account/everywhere        /account/everywhere        C   C    D   TTTTTTTTTTTT TTTTTTTTTTTT

        # Who has which duty, for whoever manages. Changing asks for a fresh proof.
        GET    /people                    /people                    C   C    D   XXXXXXXPPAXX XXXXXXXPPAXX
        POST   /people                    /people                    C   C    D   XXXXXXXTTAXX XXXXXXXGGAXX
        POST   /people/{id}/invitation    /people/{id}/invitation    C   C    D   XXXXXXXTTAXX XXXXXXXGGAXX
        POST   /people/{id}/duties        /people/{id}/duties        C   C    D   XXXXXXXTTAXX XXXXXXXGGAXX
        POST   /people/{id}/standing      /people/{id}/standing      C   C    D   XXXXXXXTTAXX XXXXXXXGGAXX

        # The blank. Whoever has come in sees what holds. 值班 or 管理 press, whatever else is left to do; 值班 or 终审 release, with a fresh proof.
        GET    /blank                     /blank                     C   C    D   PPPPPPPPPPPP PPPPPPPPPPPP
        POST   /blank                     /blank                     C   C    D   XXXXXTXTTTXT XXXXXTXTTTXT
        GET    /resume                    /resume                    C   C    D   XXXXPPXXXXAA XXXXGGXXXXAA
        POST   /resume                    /resume                    C   C    D   XXXXTTXXXXAA XXXXGGXXXXAA
        """;

    // What holds nothing of the site is open to everybody at all times: styles, scripts, pictures, one file each.
    private static readonly string[] Files = ["/_content/MudBlazor/", "/_content/Signage.Web/", "/_framework/blazor."];

    /// <summary>The doors that are written out.</summary>
    public static IReadOnlyList<Door> Doors { get; } =
    [
        .. Written.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Where(line => line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new Door(words[0], words[1], words[2], words[3][0], words[4][0], words[5][0], words[6], words[7])),
    ];

    /// <summary>The doors of one route; none where nobody has said who may pass.</summary>
    /// <param name="method">The method; * where it takes whichever.</param>
    /// <param name="pattern">The pattern.</param>
    public static Door? Find(string method, string pattern) =>
        Doors.FirstOrDefault(door => door.Pattern == pattern && (door.Method == method || (method == "*" && door.Method[0] == '*')))
        ?? (Files.Any(folder => pattern.StartsWith(folder, StringComparison.Ordinal)) && method is "GET" or "HEAD" ? Door.OfFile(method, pattern) : null);
}
