namespace PerfAssert;

/// <summary>A perf test that cannot be carried out as it is written or set up: the message says what to change.</summary>
public class PerfTestException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do next.</param>
    public PerfTestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public PerfTestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
