namespace Congregation.Data;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
