namespace PerfTooling.PlanOracle.Generation;

/// <summary>Random choices that a seed repeats.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Int(int low, int high) => _random.Next(low, high + 1);

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>One of the choices, each as often as its weight says.</summary>
    public T Weighted<T>(IReadOnlyList<T> choices, Func<T, int> weight)
    {
        var left = _random.Next(choices.Sum(weight));
        foreach (var choice in choices)
        {
            left -= weight(choice);
            if (left < 0)
                return choice;
        }

        throw new InvalidOperationException("No choice has a weight.");
    }

    /// <summary>Some of the items, in random order.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int count)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return [.. all.Take(count)];
    }
}
