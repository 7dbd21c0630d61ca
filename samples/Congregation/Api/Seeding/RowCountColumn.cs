using Spectre.Console;
using Spectre.Console.Rendering;

namespace Congregation.Api.Seeding;

internal sealed class RowCountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(FormattableString.Invariant($"{task.Value:N0} of {task.MaxValue:N0} rows")).RightJustified();
}
