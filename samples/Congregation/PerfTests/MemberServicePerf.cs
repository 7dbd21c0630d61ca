using Congregation.Data.Seeding;
using Congregation.Data.Services;
using PerfAssert;

namespace Congregation.PerfTests;

public sealed class MemberServicePerf(FullDatabase database) : IClassFixture<FullDatabase>
{
    [PerfFact(Budget = "auth.login")]
    public async Task<int?> Sign_in()
    {
        await using var db = database.CreateContext();
        return (await new MemberService(db).FindForSignInAsync(FullDatabase.LargestChurch, DemoAccount.Email))?.Id;
    }

    /// <summary>The build warns of this one (PERF101): it reads all members.</summary>
    [PerfFact]
    public async Task<int> Owner_of_a_phone_number()
    {
        await using var db = database.CreateContext();
        return (await new MemberService(db).FindByPhoneAsync("+15550004000")).Count;
    }
}
