// Whether anyone listens to EF Core is a matter of the whole process: a test that looks at it must be alone.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
