using System.Collections.Immutable;
using PerfBudgets.Reading;

namespace PerfBudgets;

/// <summary>The content of a perf-budgets.json.</summary>
public sealed record BudgetFile
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "perf-budgets.json";

    /// <summary>The version of the format this package reads.</summary>
    public const int Schema = 1;

    /// <summary>The file it was read from, as it was named then.</summary>
    public required string Path { get; init; }

    /// <summary>The operations by name, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, OperationBudget> Operations { get; init; } = ImmutableSortedDictionary.Create<string, OperationBudget>(StringComparer.Ordinal);

    /// <summary>From when on a query is slow.</summary>
    public QueryThresholds Queries { get; init; } = QueryThresholds.Default;

    /// <summary>What is asked of deliveries.</summary>
    public DeliveryBudget Delivery { get; init; } = DeliveryBudget.Default;

    /// <summary>What is asked of payments.</summary>
    public PaymentBudget Payments { get; init; } = PaymentBudget.Default;

    /// <summary>What is watched of trials.</summary>
    public TrialBudget Trials { get; init; } = TrialBudget.Default;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="BudgetException">The file is missing, cannot be read or is not understood.</exception>
    public static BudgetFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BudgetException(path, null, null, "there is no such file", "Create it; docs/budgets.md shows what goes in.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BudgetException(path, null, null, "cannot be read: " + e.Message, "Check that the file is readable and not locked by another program.", e);
        }
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">UTF-8 text, with or without a byte order mark.</param>
    /// <param name="path">The file's name, for messages.</param>
    /// <returns>The content.</returns>
    /// <exception cref="BudgetException">The content is not understood.</exception>
    public static BudgetFile Parse(ReadOnlySpan<byte> utf8, string path) => BudgetReader.Read(utf8, path);

    /// <summary>The nearest perf-budgets.json: in the directory, or above it up to the root of its repository, or of the drive where there is none.</summary>
    /// <param name="directory">Where to begin: a project's directory, or an application's.</param>
    /// <returns>The file's path; null where there is none.</returns>
    public static string? Find(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return BudgetLocator.Find(System.IO.Path.GetFullPath(directory), File.Exists, System.IO.Path.Exists);
    }

    /// <summary>The budget of an operation.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <returns>Its budget.</returns>
    /// <exception cref="BudgetException">The file has no such operation; the message suggests those of similar name.</exception>
    public OperationBudget Get(string operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (Operations.TryGetValue(operation, out var budget))
            return budget;
        var near = NearNames.Of(operation, Operations.Keys);
        throw new BudgetException(
            Path, null, null, $"there is no operation '{operation}'",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}? Otherwise add it under \"operations\"."
            : Operations.IsEmpty ? "The file has no operations yet: add it under \"operations\"."
            : $"Add it under \"operations\", or take one of {string.Join(", ", Operations.Keys.Take(10).Select(name => $"'{name}'"))}{(Operations.Count > 10 ? ", …" : "")}.");
    }

    /// <inheritdoc/>
    public bool Equals(BudgetFile? other) =>
        other is not null && (Path, Queries, Delivery, Payments, Trials) == (other.Path, other.Queries, other.Delivery, other.Payments, other.Trials) && Operations.SequenceEqual(other.Operations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Queries, Delivery, Payments, Trials, Operations.Count);
}
