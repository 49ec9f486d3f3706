using System.Text.Json.Serialization;
using Crawler.Contracts;
using Crawler.Contracts.Messages;
using Crawler.Ledger.Repairs;
using Crawler.Review.Evidence;
using Crawler.Review.Hosting;
using Crawler.Review.Layout;
using Crawler.Review.Listings;
using Crawler.Review.Live;
using Crawler.Review.Sites;
using Crawler.Review.Sweeps;
using Crawler.Review.WatchLists;
using Crawler.Review.Workers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Radzen;

namespace Crawler.Review;

/// <summary>Puts the desk into a host. The host brings the document store, the blob store and the bus.</summary>
public static class ReviewExtensions
{
    /// <summary>What a page may send in one message: a watch list of thousands of terms as YAML.</summary>
    private const long LargestFormBytes = 2 * 1024 * 1024;

    /// <summary>Registers all that the desk owns. Settings come from section <see cref="ReviewOptions.Section"/>, then <paramref name="configure"/>.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services, Action<ReviewOptions>? configure = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<ReviewOptions>, ReviewOptionsValidator>();
        services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section).Configure(o => configure?.Invoke(o)).ValidateOnStart();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<ListingSearch>();
        services.AddSingleton<SiteOverview>();
        services.AddSingleton<SiteProbeClient>();
        services.TryAddSingleton<RepairProposals>();
        services.AddSingleton<SweepReader>();
        services.AddSingleton<WatchListEditor>();
        services.AddSingleton<WorkerOverview>();
        services.AddSingleton<WatchListCheck>();
        services.AddScoped<ListingsMemory>();
        services.AddScoped<PageNavigator>();
        services.Configure<JsonOptions>(o => CopyHouseJson(o.SerializerOptions));
        services.AddProblemDetails();
        services.AddOpenApi(o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CyberPatrol desk";
            document.Info.Version = "v1";
            document.Info.Description = "Listings, evidence, watch lists, sweeps and sites. Answers on 127.0.0.1 only until there is a log-in.";
            return Task.CompletedTask;
        }));
        services.AddAntiforgery(o => o.SuppressXFrameOptionsHeader = true);
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = LargestFormBytes);
        services.AddRadzenComponents();
        return services;
    }

    /// <summary>Registers what the desk hears and asks on the bus.</summary>
    public static void AddReviewConsumers(this IBusRegistrationConfigurator bus)
    {
        // Every desk hears every event, and an event nobody listens to may be lost: the pages read the store anyway.
        bus.AddConsumer<LiveFeedConsumer>().Endpoint(e =>
        {
            e.Name = "desk-feed";
            e.InstanceId = NewId.NextGuid().ToString("N");
            e.Temporary = true;
        });
        bus.AddRequestClient<StartSweep>();
    }

    /// <summary>Maps console, API and assets, and makes <see cref="ReviewOptions.Url"/> the host's only address. Call it last, before the host runs.</summary>
    /// <exception cref="OptionsValidationException">A setting is not valid.</exception>
    public static WebApplication MapReview(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ReviewOptions>>().Value;
        app.Urls.Clear();
        app.Urls.Add(options.Url.GetLeftPart(UriPartial.Authority));

        // From build output (not published) assets stay where their packages are; a manifest beside the program says where. No manifest, no effect.
        StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, app.Configuration);
        app.UseMiddleware<LoopbackGuard>();
        app.UseSecurityHeaders();
        app.UseNotFound();
        app.UseStoreFailures();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapBlazorScript();
        app.MapOpenApi();
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        MapApi(api);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        Log.DeskOpen(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Crawler.Review"), options.Url);
        return app;
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        api.MapListings();
        api.MapBlobs();
        api.MapWatchLists();
        api.MapSweeps();
        api.MapSites();
        api.MapWorkers();
        api.MapHealth();
    }

    private static void CopyHouseJson(System.Text.Json.JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = ContractsJson.Options.DefaultIgnoreCondition;
        options.Encoder = ContractsJson.Options.Encoder;
        options.NumberHandling = JsonNumberHandling.Strict;
        foreach (var converter in ContractsJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}
