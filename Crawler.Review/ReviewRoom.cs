using Crawler.Hosting.Processes;

namespace Crawler.Review;

/// <summary>
/// The console as part of a process: alone in its own, or beside the other rooms in one. The process maps it with <see cref="ReviewExtensions.MapReview"/>.
/// </summary>
public static class ReviewRoom
{
    /// <summary>Adds the console's settings (section <see cref="ReviewOptions.Section"/>), services and consumers.</summary>
    public static ServiceBuilder AddReviewRoom(this ServiceBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSettings<ReviewOptions>(ReviewOptions.Section);
        builder.AddBus(bus => bus.AddReviewConsumers());
        builder.Services.AddReview();
        return builder;
    }
}
