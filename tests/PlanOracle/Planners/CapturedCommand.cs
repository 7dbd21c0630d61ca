using System.Collections.Immutable;
using System.Data.Common;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>A command as EF Core was about to send it.</summary>
internal sealed record CapturedCommand(string Sql, ImmutableArray<DbParameter> Parameters);
