using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PerfAnalyzers.MSBuild;

/// <summary>Finds the model among the attributes of an assembly, without loading it.</summary>
internal static class ExportedModel
{
    /// <summary>The model's text, or null where the assembly carries none.</summary>
    public static string? Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) == "AssemblyMetadataAttribute")
            {
                // A prologue of two bytes, then the two strings.
                var value = metadata.GetBlobReader(attribute.Value);
                if (value.ReadUInt16() == 1 && value.ReadSerializedString() == "PerfAnalyzers.EfModel")
                    return value.ReadSerializedString();
            }
        }

        return null;
    }
}
