using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.CodeFixes;

/// <summary>Adds <c>[Index(…)]</c> to an entity class.</summary>
internal static class AttributeIndexWriter
{
    private const string AttributeNamespace = "Microsoft.EntityFrameworkCore";

    /// <summary>True where the entity's source is part of the solution, in a project that knows the attribute.</summary>
    public static async Task<bool> CanAddAsync(Project project, IndexAdvice advice, CancellationToken cancellationToken) =>
        await FindAsync(project, advice, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>The solution with the attributes added; unchanged where they can't be.</summary>
    public static async Task<Solution> AddAsync(Project project, IndexAdvice advice, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        if (await FindAsync(project, advice, cancellationToken).ConfigureAwait(false) is not (var entity, var document, var declaration)
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return solution;
        }

        var attributes = advice.Indexes.Select(index => Attribute(index, entity)).ToArray();
        var newRoot = root.ReplaceNode(declaration, WithAttributes(declaration, attributes));
        if (model.LookupNamespacesAndTypes(declaration.SpanStart, name: "IndexAttribute").IsEmpty)
            newRoot = WithUsing((CompilationUnitSyntax)newRoot);
        return solution.WithDocumentSyntaxRoot(document.Id, newRoot);
    }

    /// <summary>The entity and its declaration, which may stand in another project: one without EF Core has no attribute to add.</summary>
    private static async Task<(INamedTypeSymbol Entity, Document Document, TypeDeclarationSyntax Declaration)?> FindAsync(Project project, IndexAdvice advice, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation?.GetTypeByMetadataName(advice.Entity) is { } entity
            && entity.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
            && project.Solution.GetDocument(reference.SyntaxTree) is { } document
            && await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } owner
            && !owner.GetTypesByMetadataName($"{AttributeNamespace}.IndexAttribute").IsEmpty
            && await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is TypeDeclarationSyntax declaration
                ? (entity, document, declaration)
                : null;
    }

    private static AttributeListSyntax Attribute(AdvisedIndex index, INamedTypeSymbol entity)
    {
        var arguments = index.Columns.Select(column => EntityProperties.Has(entity, column.Name) ? $"nameof({column.Name})" : SymbolDisplay.FormatLiteral(column.Name, quote: true));
        if (index.Columns.Any(column => column.IsDescending))
            arguments = arguments.Append($"IsDescending = new[] {{ {index.DescendingFlags} }}");
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Index"), SyntaxFactory.ParseAttributeArgumentList($"({string.Join(", ", arguments)})"));
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>New attributes stand after the others and before the declaration, below its comments.</summary>
    private static TypeDeclarationSyntax WithAttributes(TypeDeclarationSyntax declaration, AttributeListSyntax[] attributes)
    {
        if (declaration.AttributeLists.Count > 0)
            return (TypeDeclarationSyntax)declaration.AddAttributeLists(attributes.Select(list => list.WithTrailingTrivia(SyntaxFactory.ElasticMarker)).ToArray());

        var comments = declaration.GetLeadingTrivia();
        attributes[0] = attributes[0].WithLeadingTrivia(comments);
        return ((TypeDeclarationSyntax)declaration.WithLeadingTrivia(comments.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).LastOrDefault()))
            .WithAttributeLists(SyntaxFactory.List(attributes.Select(list => list.WithTrailingTrivia(SyntaxFactory.ElasticMarker))));
    }

    private static CompilationUnitSyntax WithUsing(CompilationUnitSyntax root)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(AttributeNamespace))
            .NormalizeWhitespace()
            .WithTrailingTrivia(SyntaxFactory.ElasticMarker)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var before = root.Usings.TakeWhile(existing =>
            existing.Name is { } name && (name.ToString() == "System" || name.ToString().StartsWith("System.", StringComparison.Ordinal)
                || string.CompareOrdinal(name.ToString(), AttributeNamespace) < 0)).Count();
        if (before > 0 || root.Usings.Count > 0)
            return root.WithUsings(root.Usings.Insert(before, directive));

        // The first line of a file may be its licence: what stands above the code stays above the using.
        var leading = root.GetLeadingTrivia();
        return root.WithoutLeadingTrivia().WithUsings(SyntaxFactory.SingletonList(
            directive.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.ElasticMarker, SyntaxFactory.ElasticMarker)));
    }
}
