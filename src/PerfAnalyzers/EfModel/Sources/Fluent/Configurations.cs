using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>The classes of the compilation that implement <c>IEntityTypeConfiguration&lt;T&gt;</c>.</summary>
internal sealed class Configurations(SourceIndex source)
{
    private const string Interface = "IEntityTypeConfiguration";

    private List<INamedTypeSymbol>? _all;

    /// <summary>Those that <c>ApplyConfigurationsFromAssembly</c> finds.</summary>
    public IReadOnlyList<INamedTypeSymbol> All => _all ??= Find();

    /// <summary>The entities that a class configures.</summary>
    public static IEnumerable<INamedTypeSymbol> EntitiesOf(INamedTypeSymbol configuration) =>
        configuration.AllInterfaces
            .Where(type => type is { Name: Interface, TypeArguments: [INamedTypeSymbol] })
            .Select(type => (INamedTypeSymbol)type.TypeArguments[0]);

    /// <summary>Follows the <c>Configure</c> method of a class for every entity it configures.</summary>
    public static void Apply(FluentInterpreter interpreter, INamedTypeSymbol configuration, int depth, bool isConditional)
    {
        foreach (var entity in EntitiesOf(configuration))
        {
            var draft = interpreter.Context.Add(entity);
            var value = new FluentValue(FluentValueKind.Entity, draft);
            if (MethodFor(interpreter, configuration, entity) is var (method, type))
                interpreter.Run(method, new FluentThis(type, configuration), [], [value], FluentInterpreter.TypeArgumentsOf(type), depth + 1, isConditional);
            else
                interpreter.Context.NotUnderstood(draft, $"{entity.Name} is configured by a base class of {configuration.Name}, whose source isn't visible");
        }
    }

    private static (FluentMethod Method, INamedTypeSymbol Type)? MethodFor(FluentInterpreter interpreter, INamedTypeSymbol configuration, INamedTypeSymbol entity)
    {
        foreach (var type in EntityAttributes.SelfAndBases(configuration))
        {
            var methods = interpreter.Source.MethodsOf(type, "Configure").Where(method => method is { HasBody: true, Parameters: [{ TypeName: BuilderTypes.Entity }] }).ToList();
            if (methods.Count == 0)
                continue;
            if (methods.Count == 1)
                return (methods[0], type);
            var arguments = FluentInterpreter.TypeArgumentsOf(type);
            var fitting = methods.FirstOrDefault(method =>
                method.Parameters[0].TypeArgument is { } argument
                && interpreter.Resolve(argument, new FluentScope(method, null, arguments, 0, false)) is { } configured
                && SymbolEqualityComparer.Default.Equals(configured, entity));
            if (fitting is not null)
                return (fitting, type);
        }
        return null;
    }

    private List<INamedTypeSymbol> Find()
    {
        var named = source.Deriving([Interface]);
        // A base class from a package may implement the interface: of those, the symbol is asked.
        var others = source.Deriving(source.Types.SelectMany(type => type.BaseNames).Where(name => source.Named(name).Count == 0).Distinct().ToList());
        var symbols = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in named.Concat(others))
        {
            if (type.IsConcrete && source.SymbolOf(type) is { IsAbstract: false, IsUnboundGenericType: false } symbol && EntitiesOf(symbol).Any())
                symbols.Add(symbol);
        }
        return [.. symbols];
    }
}
