using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace PerfTool.Files;

/// <summary>YAML for other programs, which people read as well: keys in the order they were given, texts of several lines as such.</summary>
internal static class Yaml
{
    private static readonly ISerializer s_serializer = new SerializerBuilder().WithQuotingNecessaryStrings().WithIndentedSequences().WithNewLine("\n").DisableAliases()
        .WithEventEmitter(next => new LinesAsLiterals(next)).Build();

    /// <summary>A mapping.</summary>
    public static OrderedDictionary<string, object> Map(params ReadOnlySpan<(string Key, object Value)> entries)
    {
        var map = new OrderedDictionary<string, object>();
        foreach (var (key, value) in entries)
            map.Add(key, value);
        return map;
    }

    /// <summary>The text of mappings, lists, strings and numbers.</summary>
    public static string Write(object document) => s_serializer.Serialize(document);

    private sealed class LinesAsLiterals(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text && text.Contains('\n', StringComparison.Ordinal))
                eventInfo.Style = ScalarStyle.Literal;
            base.Emit(eventInfo, emitter);
        }
    }
}
