namespace Congregation.Tests.QueryPlans;

public sealed record RecordedParameter(string Name, object? Value);
