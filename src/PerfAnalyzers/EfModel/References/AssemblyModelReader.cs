using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using PerfAnalyzers.EfModel.References.Documents;

namespace PerfAnalyzers.EfModel.References;

/// <summary>
/// Reads the exported model from an assembly's metadata tables. Where there is none, it looks for contexts and DbSets: no symbol is made, so
/// that a reference costs microseconds.
/// </summary>
internal static class AssemblyModelReader
{
    /// <summary>The longest chain of base classes that is followed.</summary>
    private const int MaximumBases = 64;

    /// <summary>What the assembly says, or null where it doesn't use EF Core.</summary>
    public static ReferencedModel? Read(MetadataReader metadata)
    {
        var references = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.AssemblyReferences)
            references.Add(metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        if (!references.Contains("Microsoft.EntityFrameworkCore") || !metadata.IsAssembly)
            return null;

        var name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        var document = Document(metadata, name);
        var model = new ReferencedModel(name, references.ToImmutable(), document is null ? ImmutableArray<ModelDocument>.Empty : ImmutableArray.Create(document));
        // EF Core's own packages and ASP.NET Core's declare contexts for others to derive from. Their tables are known without them.
        return document is not null || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            ? model
            : model with { HidesContexts = metadata.TypeDefinitions.Any(type => IsContext(metadata, type)), HiddenDbSets = DbSets(metadata) };
    }

    private static ModelDocument? Document(MetadataReader metadata, string assembly)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference
                || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } type
                || NameOf(metadata, type) != nameof(AssemblyMetadataAttribute))
            {
                continue;
            }

            // A prologue of two bytes, then the two strings.
            var value = metadata.GetBlobReader(attribute.Value);
            if (value.ReadUInt16() == 1 && value.ReadSerializedString() == ExportedText.Key)
                return ModelDocumentReader.Read(assembly, value.ReadSerializedString() ?? "");
        }

        return null;
    }

    private static bool IsContext(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        if ((type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Interface)) != 0)
            return false;
        for (var rest = MaximumBases; rest > 0; rest--)
        {
            var parent = type.BaseType;
            if (parent.IsNil)
                return false;
            if (parent.Kind != HandleKind.TypeDefinition)
                return NameOf(metadata, parent).Split('`')[0].EndsWith("DbContext", StringComparison.Ordinal);
            type = metadata.GetTypeDefinition((TypeDefinitionHandle)parent);
        }
        return false;
    }

    private static ImmutableArray<string> DbSets(MetadataReader metadata)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var handle in metadata.PropertyDefinitions)
        {
            var property = metadata.GetPropertyDefinition(handle);
            var signature = metadata.GetBlobReader(property.Signature);
            signature.ReadSignatureHeader();
            if (signature.ReadCompressedInteger() == 0 && GenericNameOf(metadata, ref signature) == "DbSet`1")
                names.Add(metadata.GetString(property.Name));
        }
        return names.Distinct().ToImmutableArray();
    }

    /// <summary>The simple name of a type from another assembly, generic or not.</summary>
    private static string NameOf(MetadataReader metadata, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                return metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name);
            case HandleKind.TypeSpecification:
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return GenericNameOf(metadata, ref signature);
            default:
                return "";
        }
    }

    private static string GenericNameOf(MetadataReader metadata, ref BlobReader signature) =>
        signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance
        && signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
        && signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type
            ? NameOf(metadata, type)
            : "";
}
