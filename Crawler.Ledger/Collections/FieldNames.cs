namespace Crawler.Ledger.Collections;

/// <summary>What captures can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class CaptureFields
{
    public const string ListingId = "listingId";

    public const string SweepId = "sweepId";

    public const string At = "at";
}

/// <summary>What pages kept of drifted sites can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class DriftPageFields
{
    public const string SiteId = "siteId";

    public const string SweepId = "sweepId";

    public const string At = "at";
}

/// <summary>What listings can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class ListingFields
{
    public const string Id = "id";

    public const string Site = "site";

    public const string WatchList = "watchList";

    public const string Term = "term";

    public const string Topic = "topic";

    public const string Language = "language";

    public const string Availability = "availability";

    public const string OfferKind = "offerKind";

    public const string Seller = "seller";

    public const string Price = "price";

    public const string Score = "score";

    public const string FirstSeenAt = "firstSeenAt";

    public const string LastSeenAt = "lastSeenAt";

    public const string LastSweep = "lastSweep";
}

/// <summary>What observations can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class ObservationFields
{
    public const string ListingId = "listingId";

    public const string SweepId = "sweepId";

    public const string Kind = "kind";

    public const string At = "at";
}

/// <summary>What proposed repairs can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class RepairFields
{
    public const string SiteId = "siteId";

    public const string State = "state";

    public const string ProposedAt = "proposedAt";
}

/// <summary>What sellers can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class SellerFields
{
    public const string Site = "site";

    public const string LastSeenAt = "lastSeenAt";
}

/// <summary>What sites can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class SiteFields
{
    public const string Name = "name";

    public const string Kind = "kind";
}

/// <summary>What claims to start a sweep can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class SweepClaimFields
{
    public const string Unsettled = "unsettled";
}

/// <summary>What sweeps can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class SweepFields
{
    public const string Id = "id";

    public const string WatchListId = "watchListId";

    public const string State = "state";

    public const string ScheduledFor = "scheduledFor";

    public const string Unfinished = "unfinished";
}

/// <summary>What watch lists can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class WatchListFields
{
    public const string Id = "id";

    public const string Name = "name";
}

/// <summary>What workers can be asked by. Stored with the declarations: a changed name builds the index anew.</summary>
public static class WorkerFields
{
    public const string BeatAt = "beatAt";
}
