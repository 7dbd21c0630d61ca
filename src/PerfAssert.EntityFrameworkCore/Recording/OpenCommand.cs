using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerfAssert.EntityFrameworkCore.Recording;

/// <summary>A command that was sent and is not done with.</summary>
/// <param name="Command">What is kept of it; null where no recording's flow sent it.</param>
/// <param name="Source">What EF Core sent it for.</param>
internal sealed record OpenCommand(RecordedCommand? Command, CommandSource Source);
