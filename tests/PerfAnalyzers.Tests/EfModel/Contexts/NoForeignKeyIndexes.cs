using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PerfAnalyzers.Tests.EfModel.Contexts.NoForeignKeyIndexes;

public readonly record struct ParcelId(Guid Value);

public sealed record Weight(decimal Kilograms);

public class Parcel
{
    public ParcelId Id { get; set; }
    public Weight Weight { get; set; } = new(0);
    public int DriverId { get; set; }
    public Driver Driver { get; set; } = null!;
    public DateTime Created { get; set; }
}

public class Driver
{
    public int Id { get; set; }
}

public class ParcelIdConverter() : ValueConverter<ParcelId, Guid>(id => id.Value, value => new ParcelId(value));

public class WeightConverter() : ValueConverter<Weight, decimal>(weight => weight.Kilograms, value => new Weight(value));

public class NoForeignKeyIndexesContext : OracleContext
{
    public DbSet<Parcel> Parcels { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Remove(typeof(ForeignKeyIndexConvention));
        configurationBuilder.Conventions.Remove<CascadeDeleteConvention>();
        configurationBuilder.Properties<ParcelId>().HaveConversion<ParcelIdConverter>();
        configurationBuilder.Properties<Weight>().HaveConversion<WeightConverter>();
    }
}
