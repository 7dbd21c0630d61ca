using System.Text;

namespace PerfMonitor.Redaction;

/// <summary>Names of parameters and columns that look as if a secret or something personal were behind them.</summary>
internal static class SecretNames
{
    /// <summary>Anywhere in a name, whatever stands around it.</summary>
    private static readonly string[] s_parts =
    [
        "password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "accesskey", "privatekey", "authorization", "credential", "creditcard", "cardnumber", "cookie", "session",
        "signature", "hash", "salt", "otp", "iban", "cvv", "cvc", "ssn", "passport", "bearer", "jwt", "certificate",
    ];

    /// <summary>As a word of its own: in ApiKey, api_key or KEY, but not in keyboard or monkey.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase) { "key", "card", "auth", "pin", "pass", "pan", "tan", "nonce", "code", "tax" };

    public static bool Match(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetter(c))
                letters.Append(char.ToLowerInvariant(c));
        }

        var joined = letters.ToString();
        return s_parts.Any(part => joined.Contains(part, StringComparison.Ordinal)) || Words(name).Any(s_words.Contains);
    }

    /// <summary>apiKey_2 → api, Key; a row of capitals is a word, and its last letter begins the next one where a small letter follows: APIKey → API, Key.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetter(name[i]);
            var isNew = !isEnd && i > start && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (!isEnd && !isNew)
                continue;
            if (i > start)
                yield return Plural(name[start..i]);
            start = isEnd ? i + 1 : i;
        }
    }

    private static string Plural(string word) => word.Length > 2 && word[^1] is 's' or 'S' ? word[..^1] : word;
}
