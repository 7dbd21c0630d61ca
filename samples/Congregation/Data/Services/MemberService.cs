using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Services;

public sealed class MemberService(CongregationDbContext db)
{
    public Task<MemberCredentials?> FindForSignInAsync(
        int churchId, string email, CancellationToken cancellationToken = default) =>
        db.Members
            .Where(member => member.ChurchId == churchId && member.Email == email)
            .Select(member => new MemberCredentials(
                member.Id, member.ChurchId, member.DisplayName, member.Role, member.PasswordHash))
            .SingleOrDefaultAsync(cancellationToken);

    public Task<List<MemberSummary>> ListAsync(
        int churchId, int skip, int take, CancellationToken cancellationToken = default) =>
        db.Members
            .Where(member => member.ChurchId == churchId)
            .OrderBy(member => member.Email)
            .Skip(skip)
            .Take(take)
            .Select(member => new MemberSummary(member.Id, member.DisplayName, member.Email, member.PhoneNumber))
            .ToListAsync(cancellationToken);

    /// <summary>Who answers a text message: a number says nothing about the church, and a household may share one.</summary>
    public Task<List<PhoneOwner>> FindByPhoneAsync(string phoneNumber, CancellationToken cancellationToken = default) =>
        (from member in db.Members
         where member.PhoneNumber == phoneNumber
         select new PhoneOwner(member.Id, member.ChurchId, member.DisplayName)).ToListAsync(cancellationToken);
}
