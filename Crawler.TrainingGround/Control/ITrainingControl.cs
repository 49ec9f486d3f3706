namespace Crawler.TrainingGround.Control;

/// <summary>What the control page and its API see and change of a training ground.</summary>
internal interface ITrainingControl
{
    /// <summary>The sites in the order of their ports.</summary>
    IReadOnlyList<TrainingSite> Sites { get; }

    /// <summary>The truth at this moment.</summary>
    Truth Truth { get; }

    /// <summary>Requests in order of arrival.</summary>
    IReadOnlyList<RequestRecord> Requests { get; }

    /// <summary>Gives adverts new prices and takes others down.</summary>
    Task<WorldChange> ChangeAsync(int prices, int remove, CancellationToken cancellationToken);

    /// <summary>Switches a site's trouble on, or off with null.</summary>
    /// <exception cref="TrainingGroundException">There is no such site.</exception>
    void SetTrouble(string siteId, Trouble? trouble);

    /// <summary>The trouble a site is in, or null.</summary>
    Trouble? GetTrouble(string siteId);
}
