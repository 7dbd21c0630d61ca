namespace Congregation.Data.Services;

public sealed record EndingTrial(int ChurchId, string ChurchName, string Product, DateOnly TrialEndsOn);
