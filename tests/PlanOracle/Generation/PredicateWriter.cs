namespace PerfTooling.PlanOracle.Generation;

/// <summary>Draws the predicates of a query: on columns, through navigations, and combinations of them.</summary>
internal sealed class PredicateWriter(QueryScope scope)
{
    private readonly Draw _draw = scope.Draw;
    private int _rows;

    /// <summary>A condition on a row of an entity, as it stands in a Where.</summary>
    public string Condition(EntityPlan entity, string row)
    {
        switch (_draw.Int(1, 100))
        {
            case <= 50:
                return Leaf(entity, row);
            case <= 70:
                scope.Use("and");
                return $"{Operand(entity, row)} && {Operand(entity, row)}";
            case <= 77:
                scope.Use("and");
                return $"{Operand(entity, row)} && {Operand(entity, row)} && {Operand(entity, row)}";
            case <= 87:
                scope.Use("or");
                return $"{Operand(entity, row)} || {Operand(entity, row)}";
            case <= 91:
                scope.Use("and");
                scope.Use("or");
                return $"{Operand(entity, row)} && ({Operand(entity, row)} || {Operand(entity, row)})";
            case <= 93:
                scope.Use("and");
                scope.Use("or");
                return $"({Operand(entity, row)} && {Operand(entity, row)}) || ({Operand(entity, row)} && {Operand(entity, row)})";
            case <= 96:
                return Optional(entity, row);
            case <= 98:
                scope.Use("negated group");
                return $"!({Operand(entity, row)} {_draw.Pick("&&", "||")} {Operand(entity, row)})";
            default:
                return TwoColumns(entity, row);
        }
    }

    /// <summary>A predicate in parentheses wherever it holds an operator.</summary>
    private string Operand(EntityPlan entity, string row) => $"({Leaf(entity, row)})";

    private string Leaf(EntityPlan entity, string row)
    {
        var references = entity.AllReferences.ToList();
        if (references.Count > 0 && _draw.Chance(0.1))
            return ThroughReference(_draw.Pick(references), row);
        return entity.Collections.Count > 0 && _draw.Chance(0.12) ? ThroughCollection(entity, row) : OnColumn(entity, row);
    }

    /// <summary>A predicate on one column, more often one that an index holds.</summary>
    public string OnColumn(EntityPlan entity, string row)
    {
        var column = Column(entity);
        var form = _draw.Weighted([.. ColumnForms.All.Where(form => form.Fits(column))], form => form.Weight);
        scope.Use(column.Owner is null ? form.Name : form.Name + " of owned");
        return form.Write(scope, column, row);
    }

    private ColumnPlan Column(EntityPlan entity)
    {
        var indexes = entity.AllIndexes.Select(index => index.Columns).Append(entity.RootKey).ToList();
        return _draw.Int(1, 100) switch
        {
            <= 40 => _draw.Pick(indexes)[0],
            <= 55 => _draw.Pick(_draw.Pick(indexes)),
            _ => _draw.Pick(entity.AllColumns.ToList()),
        };
    }

    private string ThroughReference(ReferencePlan reference, string row)
    {
        var target = $"{row}.{reference.Principal.Name}";
        if (reference.ForeignKey.IsNullable)
            target += "!";
        switch (_draw.Int(1, 10))
        {
            case <= 2:
                scope.Use("key of reference");
                var key = reference.Principal.Key[0];
                return $"{key.Of(target)} == {scope.Value(key.Kind)}";
            case 3 when reference.ForeignKey.IsNullable:
                scope.Use("reference == null");
                return $"{row}.{reference.Principal.Name} {_draw.Pick("==", "!=")} null";
            case 4 when reference.Principal.References.Length > 0:
                scope.Use("reference of reference");
                var next = _draw.Pick(reference.Principal.References);
                return OnColumn(next.Principal, $"{target}.{next.Principal.Name}{(next.ForeignKey.IsNullable ? "!" : "")}");
            default:
                scope.Use("reference");
                return OnColumn(reference.Principal, target);
        }
    }

    private string ThroughCollection(EntityPlan entity, string row)
    {
        var (name, other, foreignKey) = _draw.Pick(entity.Collections);
        var inner = $"r{++_rows}";
        var items = $"{row}.{name}";
        switch (_draw.Int(1, 12))
        {
            case <= 5:
                scope.Use("Any");
                return $"{items}.Any({inner} => {OnColumn(other, inner)})";
            case 6:
                scope.Use("not Any");
                return $"!{items}.Any({inner} => {OnColumn(other, inner)})";
            case 7:
                scope.Use("Any without predicate");
                return $"{items}.Any()";
            case 8:
                scope.Use("All");
                return $"{items}.All({inner} => {OnColumn(other, inner)})";
            case 9:
                scope.Use("Count of collection");
                return $"{items}.Count() > 2";
            case 10:
                scope.Use("Count with predicate");
                return $"{items}.Count({inner} => {OnColumn(other, inner)}) > 2";
            case 11:
                scope.Use("Any on set");
                return $"{other.Source}.Any({inner} => {foreignKey.Of(inner)} == {entity.RootKey[0].Of(row)} && {OnColumn(other, inner)})";
            default:
                scope.Use("in subquery");
                return $"{other.Source}.Where({inner} => {OnColumn(other, inner)}).Select({inner} => {foreignKey.ValueOf(inner)}).Contains({entity.RootKey[0].Of(row)})";
        }
    }

    private string Optional(EntityPlan entity, string row)
    {
        if (_draw.Chance(0.4))
        {
            scope.Use("flag");
            var flag = scope.Parameter("bool", _draw.Pick("true", "false"));
            return _draw.Pick($"{flag} || {Operand(entity, row)}", $"!{flag} && {Operand(entity, row)}");
        }

        scope.Use("optional parameter");
        var column = Column(entity);
        var value = scope.Parameter(Values.TypeOf(column.Kind) + "?", Values.Literal(column.Kind, _draw));
        return $"{value} == null || {column.Of(row)} == {value}";
    }

    private string TwoColumns(EntityPlan entity, string row)
    {
        var pairs = entity.AllColumns.Where(column => !column.IsShadow).GroupBy(column => column.Kind).Where(group => group.Count() > 1).ToList();
        if (pairs.Count == 0)
            return Leaf(entity, row);

        scope.Use("two columns");
        var two = _draw.Some(_draw.Pick(pairs), 2);
        return $"{two[0].Of(row)} {(Values.IsOrdered(two[0].Kind) ? _draw.Pick("==", "<") : "==")} {two[1].Of(row)}";
    }
}
