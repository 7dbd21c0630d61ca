namespace PerfTooling.NoiseStudy;

/// <summary>What one fresh process measured of one workload: all there is to replay a verdict on.</summary>
/// <param name="Workload">Which.</param>
/// <param name="Runtime">Where.</param>
/// <param name="First">A measurement held against a baseline, taken for as long as one may last.</param>
/// <param name="Second">The one that confirms it, after the pause.</param>
/// <param name="Pairs">A comparison of the workload with its equal: subject and reference by turns.</param>
/// <param name="PairNanoseconds">How long a pair took, on average.</param>
/// <param name="PairsPerBlock">How many pairs make a block.</param>
internal sealed record Trace(string Workload, string Runtime, MeasuredTrace First, MeasuredTrace Second, double[] Pairs, double PairNanoseconds, int PairsPerBlock);
