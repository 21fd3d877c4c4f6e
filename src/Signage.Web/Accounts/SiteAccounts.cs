using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Signage.Core.Ports;
using Signage.Web.Accounts.Access;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Pages;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Accounts.Sessions;
using Signage.Web.Blanking;

namespace Signage.Web.Accounts;

/// <summary>The people of a site and how they come in, for whoever hosts its pages: three calls, in the order in which they stand here.</summary>
public static class SiteAccounts
{
    /// <summary>
    /// Adds what log-in needs, and closes every endpoint that does not say otherwise. The host registers <see cref="IAccountBook"/>, <see cref="ISessionShelf"/> and <see cref="IClaimConsole"/>, and may register
    /// <see cref="IQrDrawing"/>, and <see cref="IBlankDesk"/> for the pages of 一键黑屏. What comes by itself and holds nothing (styles, pictures) the host opens with <c>AllowAnonymous</c>.
    /// </summary>
    /// <param name="services">The services of the web server.</param>
    /// <param name="settings">What the host says of its site.</param>
    /// <param name="time">Real time: one-time codes are made elsewhere by clocks that nobody here steps.</param>
    public static IServiceCollection AddSiteAccounts(this IServiceCollection services, SiteAccountsSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton(new AccountClock(time));
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        AddSecrets(services, settings);
        AddIdentity(services);
        AddSessions(services, settings, time);
        AddAccess(services);
        services.AddSingleton(provider => new ClaimDesk(
            provider.GetRequiredService<IAccountBook>(), provider.GetRequiredService<IClaimConsole>(), provider.GetRequiredService<PasswordRules>(),
            provider.GetRequiredService<IPasswordHasher<AccountUser>>(), provider.GetRequiredService<LogInLimits>(), provider.GetRequiredService<OpenHouse>(), provider.GetRequiredService<AccountClock>()));
        services.AddHostedService(provider => provider.GetRequiredService<ClaimDesk>());
        services.AddSingleton(provider => new ConsoleDesk(provider.GetRequiredService<IAccountBook>(), provider.GetRequiredService<SessionBook>(), settings, provider.GetRequiredService<AccountClock>()));
        services.AddScoped<AccountDesk>();
        services.AddScoped<PeopleDesk>();
        services.AddSingleton<CurrentAccount>();
        return services;
    }

    /// <summary>
    /// Looks at who sits there, whether it may, and whether a form is ours. After routing, before endpoints. A host behind a proxy takes the caller's address from the proxy's header before this, and of configured
    /// proxies only; that browsers come by https it says with <see cref="SiteAccountsSettings.IsHttps"/>, and no header is believed.
    /// </summary>
    public static IApplicationBuilder UseSiteAccounts(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<SiteAccountsSettings>().IsHttps)
        {
            // TLS may end before the site. What the host says is so: else cookies for https only would be refused here, and links would lead to http.
            app.Use((context, next) =>
            {
                context.Request.Scheme = "https";
                return next(context);
            });
        }

        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<LiveConnections>();
        return app.UseAntiforgery();
    }

    /// <summary>Maps the pages.</summary>
    public static void MapSiteAccounts(this IEndpointRouteBuilder endpoints)
    {
        ClaimPages.Map(endpoints);
        LogInPages.Map(endpoints);
        AccountPages.Map(endpoints);
        PeoplePages.Map(endpoints);
        if (endpoints.ServiceProvider.GetService<IBlankDesk>() is not null)
        {
            BlankPages.Map(endpoints);
        }
    }

    private static void AddSecrets(IServiceCollection services, SiteAccountsSettings settings)
    {
        // Made now: a site that could keep no key must not start, and the framework would swallow what goes wrong.
        var ring = new KeyFolder(settings.KeyFolder);
        services.AddDataProtection().SetApplicationName("signage.site");

        // Last of all that is said about the ring, whoever has said something before.
        services.PostConfigure<KeyManagementOptions>(keys => keys.XmlRepository = ring);
        services.AddAntiforgery();
        services.Configure<AntiforgeryOptions>(forms =>
        {
            forms.FormFieldName = "token";

            // Only a form is a form: by a header the token would come without one.
            forms.HeaderName = null;
            forms.Cookie = Cookie(settings, "signage-form");
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<CodeSecretSeal>();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddSingleton(_ => CommonPasswords.Load());
        services.AddSingleton<PasswordRules>();

        // Before Identity registers it for each request: it holds nothing.
        services.TryAddSingleton<IPasswordHasher<AccountUser>, PasswordHasher<AccountUser>>();
        services.AddIdentityCore<AccountUser>(identity =>
            {
                // What a login name may be, LoginName says; what a password has to be, PasswordRules.
                identity.User.AllowedUserNameCharacters = "";
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 1,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                    RequiredUniqueChars = 0,
                };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = LogInLimits.MostWrong, DefaultLockoutTimeSpan = LogInLimits.Window };
            })
            .AddUserStore<AccountStore>()
            .AddUserManager<AccountKeeper>()
            .AddErrorDescriber<AccountErrors>()
            .AddTokenProvider<OneTimeCodeProvider>(OneTimeCodeProvider.Name);
        services.AddScoped<IPasswordValidator<AccountUser>>(provider => provider.GetRequiredService<PasswordRules>());

        // As the OWASP Password Storage Cheat Sheet asks for PBKDF2-HMAC-SHA512 (2023); the framework's own number is half of it.
        services.Configure<PasswordHasherOptions>(hashes => hashes.IterationCount = 210_000);
        services.AddSingleton<LogInLimits>();
        services.AddSingleton<LogInTurns>();
        services.AddSingleton<WrongTries>();
        services.AddHostedService(provider => provider.GetRequiredService<WrongTries>());
        services.AddSingleton<Stranger>();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<HalfWay>();
        services.AddScoped<LogInDesk>();
        services.AddScoped<LogInDoor>();
    }

    private static void AddSessions(IServiceCollection services, SiteAccountsSettings settings, TimeProvider time)
    {
        services.AddSingleton(provider => new SessionBook(provider.GetRequiredService<IAccountBook>(), provider.GetRequiredService<ISessionShelf>(), time, provider.GetRequiredService<ILogger<SessionBook>>()));
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<LiveConnections>();
        services.AddHostedService<SessionWatch>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, options =>
        {
            options.TimeProvider = time;
            options.Cookie = Cookie(settings, "signage");
            options.SlidingExpiration = false;
            options.ExpireTimeSpan = SessionLimits.Absolute;
            options.Events = new CookieAuthenticationEvents { OnValidatePrincipal = SessionCookie.ValidateAsync };
        });
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddAuthorization(DutyPolicies.Configure);
        services.AddAuthorization(BlankPages.Configure);
        services.AddSingleton<AccountNeeds>();
        services.AddSingleton<OpenHouse>();
        services.AddSingleton<IAuthorizationHandler, AccessChecks>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
    }

    private static CookieBuilder Cookie(SiteAccountsSettings settings, string name) => new()
    {
        Name = settings.Cookie(name),
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None,
        IsEssential = true,
    };
}
