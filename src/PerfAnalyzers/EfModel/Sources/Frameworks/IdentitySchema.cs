using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Frameworks;

/// <summary>What the contexts of ASP.NET Core Identity configure in their <c>OnModelCreating</c>. Schema versions 1 and 2 have the same keys and indexes.</summary>
internal static class IdentitySchema
{
    private const string Namespace = "Microsoft.AspNetCore.Identity.EntityFrameworkCore";

    /// <summary>True for the context classes of Identity.</summary>
    public static bool IsContext(INamedTypeSymbol type) =>
        type.Name is "IdentityDbContext" or "IdentityUserContext" && type.ContainingNamespace?.ToDisplayString() == Namespace;

    /// <summary>Applies what <paramref name="type"/>, one class in the chain of a context's bases, configures.</summary>
    public static void Apply(ContextDraft context, INamedTypeSymbol type)
    {
        var arguments = type.TypeArguments.OfType<INamedTypeSymbol>().Select(argument => argument.TypeKind == TypeKind.Class ? argument : null).ToList();
        if (type.Name == "IdentityUserContext" && arguments is [{ } user, _, { } claim, { } login, { } token, ..])
            Users(context, user, claim, login, token, arguments.Skip(5));
        else if (type.Name == "IdentityDbContext" && arguments is [{ } member, { } role, _, _, { } membership, _, { } roleClaim, ..])
            Roles(context, member, role, membership, roleClaim);
    }

    private static void Users(
        ContextDraft context, INamedTypeSymbol user, INamedTypeSymbol claim, INamedTypeSymbol login, INamedTypeSymbol token, IEnumerable<INamedTypeSymbol?> passkeys)
    {
        var users = Entity(context, user, "AspNetUsers", "Id");
        Index(users, "NormalizedUserName", isUnique: true);
        Index(users, "NormalizedEmail", isUnique: false);
        Many(context, users, Entity(context, claim, "AspNetUserClaims", "Id"), "UserId");
        Many(context, users, Entity(context, login, "AspNetUserLogins", "LoginProvider", "ProviderKey"), "UserId");
        Many(context, users, Entity(context, token, "AspNetUserTokens", "UserId", "LoginProvider", "Name"), "UserId");
        foreach (var passkey in passkeys.OfType<INamedTypeSymbol>())
        {
            var entity = context.Add(passkey);
            entity.NoTable ??= $"{passkey.Name} is stored only from Identity's schema version 3 on, which is chosen at run time";
            // A document, which would be taken for an entity.
            entity.Ignored.Add("Data");
        }
    }

    private static void Roles(ContextDraft context, INamedTypeSymbol user, INamedTypeSymbol role, INamedTypeSymbol membership, INamedTypeSymbol roleClaim)
    {
        var roles = Entity(context, role, "AspNetRoles", "Id");
        Index(roles, "NormalizedName", isUnique: true);
        var memberships = Entity(context, membership, "AspNetUserRoles", "UserId", "RoleId");
        Many(context, context.Add(user), memberships, "UserId");
        Many(context, roles, memberships, "RoleId");
        Many(context, roles, Entity(context, roleClaim, "AspNetRoleClaims", "Id"), "RoleId");
    }

    private static EntityDraft Entity(ContextDraft context, INamedTypeSymbol type, string table, params string[] key)
    {
        var entity = context.Add(type);
        entity.Table = table;
        entity.Key = key;
        entity.IsKeyExplicit = true;
        return entity;
    }

    private static void Index(EntityDraft entity, string column, bool isUnique)
    {
        var index = entity.Index([column], name: null);
        index.Origin = IndexOrigin.Fluent;
        index.IsUnique = isUnique;
    }

    private static void Many(ContextDraft context, EntityDraft one, EntityDraft many, string foreignKey) =>
        context.Relationships.Add(new RelationshipDraft(one, null, many, sourceIsCollection: true) { TargetIsCollection = false, ForeignKey = [foreignKey], IsRequired = true });
}
