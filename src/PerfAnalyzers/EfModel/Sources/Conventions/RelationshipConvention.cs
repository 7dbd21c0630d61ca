using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>
/// Pairs the navigations that code left open, as EF Core's relationship discovery does. Where several could pair, EF Core gives up and asks
/// for configuration; here each reference counts as a relationship of its own, which assumes an index rather than a scan.
/// </summary>
internal sealed class RelationshipConvention
{
    private readonly ContextDraft _context;
    private readonly HashSet<(EntityDraft, string)> _claimed = [];

    private RelationshipConvention(ContextDraft context) => _context = context;

    public static void Apply(ContextDraft context)
    {
        var convention = new RelationshipConvention(context);
        foreach (var relationship in context.Relationships)
            convention.Claim(relationship);
        convention.ByInverseProperty();
        convention.ByShape();
        convention.Joins();
    }

    private IEnumerable<(EntityDraft Entity, EntityMember Member, EntityDraft Target)> Open() =>
        from entity in _context.Entities.Concat(_context.OwnedParts).OrderBy(entity => entity.Name, StringComparer.Ordinal)
        from member in entity.Members
        where member.IsNavigation && !IsClaimed(entity, member.Name) && IsDeclaredHere(entity, member)
        let target = _context.Find(member.Target!)
        where target is { IsKeyless: false } && !entity.IsKeyless
        select (entity, member, target);

    private void ByInverseProperty()
    {
        foreach (var (entity, member, target) in Open().Where(open => open.Member.Inverse is not null).ToList())
        {
            if (!IsClaimed(entity, member.Name) && target.Member(member.Inverse!) is { IsNavigation: true } inverse)
                Pair(entity, member, target, inverse);
        }
    }

    private void ByShape()
    {
        var open = Open().ToList();
        var byEnds = open.ToLookup(navigation => (navigation.Entity, navigation.Target));
        foreach (var group in byEnds)
        {
            var (entity, target) = group.Key;
            var navigations = group.Where(navigation => !IsClaimed(entity, navigation.Member.Name)).Select(navigation => navigation.Member).ToList();
            if (navigations.Count == 0)
                continue;
            var inverses = entity == target ? [] : byEnds[(target, entity)].Where(navigation => !IsClaimed(target, navigation.Member.Name)).Select(navigation => navigation.Member).ToList();
            if (entity == target && navigations.Count == 2)
                Pair(entity, navigations[0], target, navigations[1]);
            else if (navigations.Count == 1 && inverses.Count == 1)
                Pair(entity, navigations[0], target, inverses[0]);
            else
                Alone(entity, target, navigations, isAmbiguous: inverses.Count > 0 || (entity == target && navigations.Count > 1));
        }
    }

    private void Alone(EntityDraft entity, EntityDraft target, List<EntityMember> navigations, bool isAmbiguous)
    {
        foreach (var navigation in navigations)
        {
            if (navigation.IsReference)
                Add(new RelationshipDraft(entity, navigation.Name, target, sourceIsCollection: false) { TargetIsCollection = true, IsOneSided = true });
            else if (!isAmbiguous)
                Add(new RelationshipDraft(entity, navigation.Name, target, sourceIsCollection: true) { TargetIsCollection = false });
        }
    }

    /// <summary>The foreign keys of a join entity that no navigation of its own stands for.</summary>
    private void Joins()
    {
        foreach (var relationship in _context.Relationships.Where(relationship => relationship is { IsManyToMany: true, Join: not null }).ToList())
        {
            foreach (var end in new[] { relationship.Source, relationship.Target })
            {
                if (!_context.Relationships.Any(other => other.Dependent == relationship.Join && (other.Source == end || other.Target == end)))
                    Add(new RelationshipDraft(relationship.Join!, null, end, sourceIsCollection: false) { TargetIsCollection = true });
            }
        }
    }

    private void Pair(EntityDraft entity, EntityMember member, EntityDraft target, EntityMember inverse) =>
        Add(new RelationshipDraft(entity, member.Name, target, member.IsCollection)
        {
            TargetNavigation = inverse.Name,
            TargetIsCollection = inverse.IsCollection,
        });

    private void Add(RelationshipDraft relationship)
    {
        _context.Relationships.Add(relationship);
        Claim(relationship);
    }

    private void Claim(RelationshipDraft relationship)
    {
        if (relationship.SourceNavigation is { } navigation)
            _claimed.Add((relationship.Source, navigation));
        if (relationship.TargetNavigation is { } inverse)
            _claimed.Add((relationship.Target, inverse));
    }

    private bool IsClaimed(EntityDraft entity, string navigation) => entity.Hierarchy.Any(draft => _claimed.Contains((draft, navigation)));

    /// <summary>False for a navigation that a mapped base entity has already.</summary>
    private static bool IsDeclaredHere(EntityDraft entity, EntityMember member) => entity.Base?.Member(member.Name) is not { IsNavigation: true };
}
