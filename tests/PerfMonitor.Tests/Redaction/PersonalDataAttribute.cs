using Microsoft.Extensions.Compliance.Classification;

namespace PerfMonitor.Tests.Redaction;

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
internal sealed class PersonalDataAttribute() : DataClassificationAttribute(new DataClassification("tests", "personal"));
