using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Services;

public sealed class ChurchService(CongregationDbContext db)
{
    public Task<ChurchSummary?> FindBySlugAsync(string slug, CancellationToken cancellationToken = default) =>
        db.Churches
            .Where(church => church.Slug == slug)
            .Select(church => new ChurchSummary(church.Id, church.Name, church.Slug))
            .SingleOrDefaultAsync(cancellationToken);
}
