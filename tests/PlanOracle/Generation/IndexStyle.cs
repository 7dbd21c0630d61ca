namespace PerfTooling.PlanOracle.Generation;

/// <summary>How an index is declared.</summary>
internal enum IndexStyle
{
    /// <summary><c>[Index(nameof(Order.Email))]</c></summary>
    Attribute,

    /// <summary><c>HasIndex(o =&gt; o.Email)</c>, <c>HasIndex(o =&gt; new { o.Email, o.Total })</c></summary>
    Lambda,

    /// <summary><c>HasIndex("Email", nameof(Order.Total))</c></summary>
    Names,

    /// <summary><c>HasAlternateKey(…)</c></summary>
    AlternateKey,
}
