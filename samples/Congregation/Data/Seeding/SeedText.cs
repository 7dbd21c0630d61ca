namespace Congregation.Data.Seeding;

/// <summary>The words the made-up churches are made of.</summary>
internal static class SeedText
{
    public static readonly string[] ChurchNames =
    [
        "Grace Chapel", "Hope Community", "Saint Mark", "Riverside", "New Life", "Trinity", "Cornerstone",
        "First Baptist", "Good Shepherd", "Harvest",
    ];

    public static readonly string[] GivenNames =
    [
        "Ada", "Ben", "Clara", "Daniel", "Esther", "Felix", "Hannah", "Isaac", "Joy", "Kwame", "Lydia", "Miguel",
        "Naomi", "Oscar", "Priya", "Ruth", "Samuel", "Tabitha", "Victor", "Wei",
    ];

    public static readonly string[] FamilyNames =
    [
        "Adeyemi", "Baker", "Castillo", "Dubois", "Eriksen", "Fischer", "Gupta", "Hughes", "Ito", "Jansen", "Kim",
        "Lopez", "Mensah", "Novak", "Okafor", "Price", "Rossi", "Silva", "Tanaka", "Walker",
    ];

    public static readonly string[] Products = ["Texting", "Member seats", "Giving", "Streaming"];

    public static readonly string[] Topics =
    [
        "Sunday service", "Youth group", "Choir", "Food pantry", "Bible study", "Welcome team", "Sound desk",
        "Prayer chain", "Building works", "Summer camp",
    ];

    public static readonly string[] Sentences =
    [
        "See you on Sunday at ten.", "Could someone bring the projector?", "Rehearsal is moved to Thursday.",
        "Please pray for the Castillo family.", "We still need two drivers.", "Thank you all for your help!",
        "The hall is booked until nine.", "Who has the key to the side door?", "Coffee is on us this week.",
        "The children's group starts again in September.",
    ];
}
