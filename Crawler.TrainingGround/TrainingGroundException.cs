namespace Crawler.TrainingGround;

/// <summary>The practice world cannot do what was asked; the message says what and why in one line.</summary>
public sealed class TrainingGroundException : Exception
{
    /// <summary>Makes the exception with its one-line message.</summary>
    public TrainingGroundException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its one-line message and the cause.</summary>
    public TrainingGroundException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
