using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class IndexFilterTests
{
    private static readonly string[] s_columns = ["Id", "Email", "DeletedAt", "Status", "Text", "Date", "Lower"];

    [Theory]
    [InlineData("[Email] IS NOT NULL", "Email")]
    [InlineData("(\"Email\" IS NOT NULL) AND (\"Status\" = 1)", "Email Status")]
    [InlineData("`Status` IN (1, 2)", "Status")]
    [InlineData("deleted_at IS NULL", "DeletedAt")]
    [InlineData("NOT \"Status\"", "Status")]
    [InlineData("Status = 'Email AND Id'", "Status")]
    [InlineData("lower(Email) = 'x'", "Email")]
    [InlineData("\"Email\"::text <> ''", "Email")]
    [InlineData("CAST(Email AS date) > 3", "Email")]
    public void A_query_must_test_each_column_of_a_filter(string filter, string columns) => Assert.Equal(columns, string.Join(" ", IndexFilter.Columns(filter, s_columns)));

    [Theory]
    [InlineData("[Email] IS NOT NULL OR [Status] = 1")]
    [InlineData("NOT (Email IS NULL AND Status = 1)")]
    [InlineData("CASE WHEN Status = 1 THEN Email END = 'x'")]
    [InlineData("mail_address IS NOT NULL")]
    [InlineData("")]
    public void Of_other_filters_nothing_is_certain(string filter) => Assert.Empty(IndexFilter.Columns(filter, s_columns));
}
