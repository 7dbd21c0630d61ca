using Xunit;
using Xunit.Abstractions;

namespace PerfAssert.Xunit.Sdk;

/// <summary>A user's collection definition, fixtures and all, that says DisableParallelization whatever the user's says.</summary>
internal sealed class SerialCollectionDefinition(IReflectionTypeInfo definition) : IReflectionTypeInfo
{
    public Type Type => definition.Type;

    public IAssemblyInfo Assembly => definition.Assembly;

    public ITypeInfo BaseType => definition.BaseType;

    public IEnumerable<ITypeInfo> Interfaces => definition.Interfaces;

    public bool IsAbstract => definition.IsAbstract;

    public bool IsGenericParameter => definition.IsGenericParameter;

    public bool IsGenericType => definition.IsGenericType;

    public bool IsSealed => definition.IsSealed;

    public bool IsValueType => definition.IsValueType;

    public string Name => definition.Name;

    public IEnumerable<IAttributeInfo> GetCustomAttributes(string assemblyQualifiedAttributeTypeName)
    {
        var attributes = definition.GetCustomAttributes(assemblyQualifiedAttributeTypeName);
        return assemblyQualifiedAttributeTypeName == typeof(CollectionDefinitionAttribute).AssemblyQualifiedName
            ? attributes.Select(a => new Serial(a))
            : attributes;
    }

    public IEnumerable<ITypeInfo> GetGenericArguments() => definition.GetGenericArguments();

    public IMethodInfo GetMethod(string methodName, bool includePrivateMethod) => definition.GetMethod(methodName, includePrivateMethod);

    public IEnumerable<IMethodInfo> GetMethods(bool includePrivateMethods) => definition.GetMethods(includePrivateMethods);

    private sealed class Serial(IAttributeInfo attribute) : IAttributeInfo
    {
        public IEnumerable<object> GetConstructorArguments() => attribute.GetConstructorArguments();

        public IEnumerable<IAttributeInfo> GetCustomAttributes(string assemblyQualifiedAttributeTypeName) =>
            attribute.GetCustomAttributes(assemblyQualifiedAttributeTypeName);

        public TValue GetNamedArgument<TValue>(string argumentName) =>
            argumentName == nameof(CollectionDefinitionAttribute.DisableParallelization) ? (TValue)(object)true : attribute.GetNamedArgument<TValue>(argumentName);
    }
}
