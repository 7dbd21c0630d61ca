using Xunit;

// One load at a time: two would be load for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
