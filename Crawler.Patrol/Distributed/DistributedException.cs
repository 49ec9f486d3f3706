namespace Crawler.Patrol.Distributed;

/// <summary>A part of the distributed system could not be started; the message says which, and what to do.</summary>
internal sealed class DistributedException(string message) : Exception(message);
