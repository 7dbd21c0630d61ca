namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>Whether a command has a plan to be looked at.</summary>
internal enum Explainability
{
    /// <summary>It reads no table by a condition: INSERT, PRAGMA, or SaveChanges, which finds rows by their keys.</summary>
    No,

    /// <summary>One statement that reads tables.</summary>
    Yes,

    /// <summary>Several; EXPLAIN would explain the first and execute the others.</summary>
    SeveralStatements,
}
