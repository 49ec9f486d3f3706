using Crawler.Hosting.Processes;
using Crawler.Review;

return await HouseProcess.RunWebAsync("review", "Crawler.Review", house => house.AddReviewRoom(), app => app.MapReview());
