using Congregation.Data.Entities;

namespace Congregation.Data.Services;

/// <summary>A delivery its provider has reported on.</summary>
/// <param name="IsNews">False if it had been reported on before.</param>
public sealed record RecordedReceipt(DeliveryChannel Channel, TimeSpan SinceQueued, bool IsNews);
