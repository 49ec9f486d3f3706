using Crawler.Hosting.Processes;
using Crawler.Review;

return await HouseProcess.RunWebAsync(
    "review",
    "Crawler.Review",
    house =>
    {
        house.AddSettings<ReviewOptions>(ReviewOptions.Section);
        house.AddBus(bus => bus.AddReviewConsumers());
        house.Services.AddReview();
    },
    app => app.MapReview());
