using Crawler.Hosting.Processes;
using Crawler.Review;

return await ServiceProcess.RunWebAsync("review", "Crawler.Review", house => house.AddReviewRoom(), app => app.MapReview());
