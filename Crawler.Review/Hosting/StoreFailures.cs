using Crawler.Storage.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crawler.Review.Hosting;

/// <summary>Turns a store that cannot do its work into an answer that says what is wrong and what to do.</summary>
internal static class StoreFailures
{
    public static void UseStoreFailures(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StoreFailures));
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (StoreException exception) when (!context.Response.HasStarted)
            {
                Log.StoreFailed(logger, exception, context.Request.Path);
                await Problems.Unavailable(exception.Message).ExecuteAsync(context);
            }
        });
    }
}
