using System.Collections.Immutable;
using CsCheck;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.EfModel.References.Documents;

namespace PerfAnalyzers.Tests.References;

/// <summary>A model survives the journey as text; a text that isn't a model does no harm.</summary>
public class ModelDocumentTests
{
    private static readonly string[] s_odd = ["Id", "Order", "a b", "", "\"", "\\", "\n", "\u00e9", "\ud83d\ude00", "\ud800", "*/", "\u2028", "%3B;$(x)"];

    private static readonly Gen<string> s_text = Gen.OneOf(Gen.Int[0, s_odd.Length - 1].Select(i => s_odd[i]), Gen.String);

    private static readonly Gen<ImmutableArray<string>> s_texts = s_text.Array[0, 4].Select(texts => texts.Distinct().ToImmutableArray());

    private static readonly Gen<TableIndex> s_index =
        from columns in Gen.Select(s_text, Gen.Bool, (name, down) => new IndexColumn(name, down)).Array[1, 3]
        from origin in Gen.Enum<IndexOrigin>()
        from flags in Gen.Select(Gen.Bool, Gen.Bool)
        from filter in s_text.Null()
        from method in s_text.Null()
        from included in s_texts
        select new TableIndex([.. columns], origin) { IsUnique = flags.Item1, HasOperatorClass = flags.Item2, Filter = filter, Method = method, Included = included };

    private static readonly Gen<NavigationDocument> s_navigation =
        from name in s_text
        from target in s_text
        from assembly in s_text.Null()
        from pairs in Gen.Select(s_text, s_text).Array[0, 3]
        from isCollection in Gen.Bool
        select new NavigationDocument(name, target, assembly, [.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)], isCollection);

    private static readonly Gen<TableDocument> s_table =
        from entity in s_text.Where(text => text.Length > 0)
        from assembly in s_text.Null()
        from knowledge in Gen.OneOf(Gen.Const(Knowledge.Complete), s_text.Select(Knowledge.Partial), s_text.Select(Knowledge.Unknown))
        from texts in Gen.Select(s_texts, s_texts, s_texts, s_texts)
        from storage in Gen.Select(s_text, s_text.Null(), s_text.Null()).Array[0, 3]
        from indexes in s_index.Array[0, 4]
        from navigations in s_navigation.Array[0, 3]
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
        from schema in s_text.Null()
        select new TableDocument(entity, assembly, knowledge)
        {
            TableNames = texts.Item1,
            Schema = schema,
            ColumnNames = texts.Item2.ToImmutableDictionary(text => text, text => text + "_"),
            Columns = texts.Item2,
            QueryFilterColumns = texts.Item3,
            Indexes = [.. indexes],
            Navigations = [.. navigations],
            NavigationKeys = [.. texts.Item4.Select(text => KeyValuePair.Create(text, text))],
            Storage = storage.Where(column => column.Item2 is not null || column.Item3 is not null)
                .GroupBy(column => column.Item1)
                .ToImmutableDictionary(same => same.Key, same => new ColumnStorage(same.First().Item2, same.First().Item3)),
            GuessesQueryFilters = flags.Item3,
            HasFilterOnOtherTables = flags.Item1,
            IsSmall = flags.Item2,
        };

    private static readonly Gen<ModelDocument> s_document =
        from source in s_text
        from sets in s_texts
        from tables in s_table.Array[0, 4]
        select new ModelDocument(source, sets, [.. tables]);

    [Fact]
    public void A_document_reads_as_it_was_written() => s_document.Sample(document =>
    {
        var read = ModelDocumentReader.Read(document.Source, ModelDocumentWriter.Write(document));
        return read.Problem is null && Describe(read) == Describe(document);
    });

    [Fact]
    public void The_same_model_gives_the_same_text_in_whatever_order_it_was_found() => s_document.Where(document => document.Tables.DistinctBy(table => table.Entity).Count() == document.Tables.Length).Sample(document =>
        ModelDocumentWriter.Write(document) == ModelDocumentWriter.Write(document with { DbSets = [.. document.DbSets.Reverse()], Tables = [.. document.Tables.Reverse()] }));

    [Fact]
    public void The_text_is_plain_ASCII() => s_document.Sample(document => ModelDocumentWriter.Write(document).All(c => c is '\n' or (>= ' ' and <= '~')));

    [Fact]
    public void A_mutated_text_never_throws() =>
        Gen.Select(s_document, Gen.Int[0, 10_000], Gen.Int[0, 3], Gen.Char).Sample((document, at, kind, c) =>
        {
            var text = ModelDocumentWriter.Write(document);
            at %= text.Length;
            var mutated = kind switch
            {
                0 => text[..at],
                1 => text.Remove(at, 1),
                2 => text.Insert(at, c.ToString()),
                _ => text[..at] + c + text[(at + 1)..],
            };
            ModelDocumentReader.Read("Data", mutated);
        });

    [Fact]
    public void Any_text_never_throws() => Gen.String.Sample(text => { ModelDocumentReader.Read("Data", text); });

    [Theory]
    [InlineData("", "the model of Data can't be read: expected '{' (character 1)")]
    [InlineData("{}", "the model of Data can't be read: expected \"perfAnalyzersModel\" (character 3)")]
    [InlineData("{\"perfAnalyzersModel\":2,\"tables\":[]}", "the model of Data can't be read: format 2 is not known to this version of PerfAnalyzers (character 24)")]
    [InlineData("{\"tables\":[]}", "the model of Data can't be read: expected \"perfAnalyzersModel\" (character 11)")]
    [InlineData("{\"perfAnalyzersModel\":1,\"color\":1}", "the model of Data can't be read: 'color' is not known (character 33)")]
    [InlineData("{\"perfAnalyzersModel\":1} x", "the model of Data can't be read: expected the end (character 26)")]
    [InlineData("{\"perfAnalyzersModel\":1,\"tables\":[{}]}", "the model of Data can't be read: a table has no entity (character 37)")]
    [InlineData("{\"perfAnalyzersModel\":1,\"sets\":[],\"sets\":[]}", "the model of Data can't be read: 'sets' occurs twice (character 41)")]
    public void What_is_no_document_says_why(string text, string problem) => Assert.Equal(problem, ModelDocumentReader.Read("Data", text).Problem);

    [Fact]
    public void Deep_nesting_is_refused_at_once() =>
        Assert.NotNull(ModelDocumentReader.Read("Data", "{\"perfAnalyzersModel\":1,\"sets\":" + new string('[', 1_000_000)).Problem);

    [Fact]
    public void A_text_beyond_all_measure_is_refused() =>
        Assert.Equal("the model of Data is too large to be read", ModelDocumentReader.Read("Data", new string(' ', (1 << 24) + 1)).Problem);

    private static string Describe(ModelDocument document) =>
        string.Join(", ", document.DbSets.Order(StringComparer.Ordinal)) + "\n" + string.Join("\n", document.Tables.Select(Describe).Order(StringComparer.Ordinal));

    private static string Describe(TableDocument table) =>
        $"{table.Entity}|{table.Assembly ?? "-"}|{table.Knowledge}|{string.Join(",", table.TableNames)}|{string.Join(",", table.Columns.Order(StringComparer.Ordinal))}"
        + $"|{table.Schema ?? "-"}|{string.Join(",", table.ColumnNames.OrderBy(column => column.Key, StringComparer.Ordinal))}"
        + $"|{string.Join(",", table.QueryFilterColumns)}|{table.HasFilterOnOtherTables}|{table.IsSmall}|{string.Join(",", table.Indexes.Select(Describe))}"
        + $"|{string.Join(",", table.NavigationKeys.OrderBy(key => key.Key, StringComparer.Ordinal))}"
        + $"|{string.Join(",", table.Navigations.OrderBy(navigation => navigation.Name, StringComparer.Ordinal).Select(Describe))}";

    private static string Describe(TableIndex index) =>
        $"{index}|{index.Origin}|{index.IsUnique}|{index.Filter ?? "-"}|{index.Method ?? "-"}|{string.Join(",", index.Included)}|{index.HasOperatorClass}";

    private static string Describe(NavigationDocument navigation) =>
        $"{navigation.Name}|{navigation.Target}|{navigation.TargetAssembly ?? "-"}|{string.Join(",", navigation.Columns)}|{string.Join(",", navigation.TargetColumns)}|{navigation.IsCollection}";
}
