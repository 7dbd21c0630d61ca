using System.Reflection;
using System.Runtime.Versioning;

namespace PerfAssert.Baselines;

/// <summary>
/// What a test is called in a baseline: the class that runs it (not the one that declares it, so that inherited tests differ),
/// the method, a hash of the theory row and the target framework. Never the display name, which anyone may reword.
/// </summary>
internal static class BaselineKey
{
    /// <summary>For example <c>Shop.Orders.CartPerf.AddsItem#1f3a9c2b7d40 @net10.0</c>.</summary>
    public static string Of(Type testClass, MethodInfo method, string? argumentHash) =>
        $"{TypeName(testClass)}.{method.Name}{(argumentHash is null ? "" : "#" + argumentHash)} @{TargetFramework(testClass.Assembly)}";

    /// <summary>The class's name with namespace, outer classes (+) and type arguments; without assembly versions.</summary>
    public static string TypeName(Type type)
    {
        if (type.IsArray)
            return TypeName(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsGenericParameter)
            return type.Name;
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var name = definition.FullName ?? definition.Name;
        return type.IsGenericType ? $"{name}<{string.Join(",", type.GetGenericArguments().Select(TypeName))}>" : name;
    }

    /// <summary>The name of the file that holds a class's baselines, without extension: outer classes with dots, no arity.</summary>
    public static string FileName(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is null ? name : $"{FileName(type.DeclaringType)}.{name}";
    }

    /// <summary>The short name of what the assembly was built for, such as net10.0.</summary>
    public static string TargetFramework(Assembly assembly)
    {
        var full = assembly.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName;
        if (full is null)
            return "unknown";
        var name = new FrameworkName(full);
        var version = $"{name.Version.Major}.{name.Version.Minor}";
        return name.Identifier switch
        {
            ".NETCoreApp" => name.Version.Major >= 5 ? "net" + version : "netcoreapp" + version,
            ".NETStandard" => "netstandard" + version,
            _ => name.Identifier.TrimStart('.').ToLowerInvariant() + version,
        };
    }
}
