namespace PerfAnalyzers.Queries;

/// <summary>How a query combines two of its tables.</summary>
internal enum JoinKind
{
    /// <summary>Rows of both (<c>Join</c>, <c>SelectMany</c>).</summary>
    Inner,

    /// <summary>Rows of the outer table, with or without one of the inner (<c>GroupJoin</c>, <c>LeftJoin</c>, <c>DefaultIfEmpty</c>).</summary>
    Left,

    /// <summary>The inner table is asked once for each row of the outer (<c>o.Lines.Any(…)</c>, <c>db.Lines.Count(l =&gt; l.OrderId == o.Id)</c>).</summary>
    Subquery,
}
