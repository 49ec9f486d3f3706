using Crawler.Hosting.Processes;
using Crawler.Review;

return await ServiceProcess.RunWebAsync("review", "Crawler.Review", builder => builder.AddReviewRoom(), app => app.MapReview());
