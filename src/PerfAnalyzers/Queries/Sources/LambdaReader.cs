using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>Finds the lambda behind an argument, and its only expression.</summary>
internal static class LambdaReader
{
    /// <summary>How many variables and parameters may lead from one to the other.</summary>
    private const int MaxDepth = 16;

    /// <summary>The lambda that the argument is, or null where it comes from elsewhere or is more than one expression.</summary>
    public static Lambda? Read(IOperation? argument, Scope scope)
    {
        for (var depth = 0; argument is not null && depth < MaxDepth; depth++)
        {
            switch (argument)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    argument = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    argument = creation.Target;
                    break;
                case IParenthesizedOperation parenthesized:
                    argument = parenthesized.Operand;
                    break;
                case ILocalReferenceOperation local:
                    argument = VariableReader.OnlyValueOf(local);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when scope.ArgumentOf(parameter) is var (value, outer):
                    argument = value;
                    scope = outer;
                    break;
                case IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation:
                    if (HelperReader.EnterValue(argument, scope) is not ([var result], var inner))
                        return null;
                    argument = result;
                    scope = inner;
                    break;
                case IAnonymousFunctionOperation lambda:
                    return BodyOf(lambda) is { } body ? new Lambda(lambda.Symbol.Parameters, body, scope) : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The expression that the lambda returns, or null where its body is more than that.</summary>
    private static IOperation? BodyOf(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length == 1 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;
}
