using PerfAssert.Measuring;

namespace PerfAssert.Tests.Measuring;

public class EnvironmentTests
{
    [Fact]
    public void Nothing_stands_in_the_way_of_measuring_in_a_plain_process() => Assert.Null(Preconditions.OfProcess(false, _ => null, ["System.Runtime"]));

    [Fact]
    public void A_debugger_stands_in_the_way() => Assert.Contains("debugger", Preconditions.OfProcess(true, _ => null, [])!, StringComparison.Ordinal);

    [Fact]
    public void A_profiler_stands_in_the_way() =>
        Assert.Contains("CORECLR_ENABLE_PROFILING", Preconditions.OfProcess(false, name => name == "CORECLR_ENABLE_PROFILING" ? "1" : null, [])!, StringComparison.Ordinal);

    [Fact]
    public void Coverage_stands_in_the_way() =>
        Assert.Contains("coverlet.collector", Preconditions.OfProcess(false, _ => null, ["System.Runtime", "coverlet.collector"])!, StringComparison.Ordinal);

    [Fact]
    public void A_debug_build_is_known_by_what_its_compiler_wrote() =>
#if DEBUG
        Assert.True(Preconditions.IsUnoptimized(typeof(EnvironmentTests).Assembly));
#else
        Assert.False(Preconditions.IsUnoptimized(typeof(EnvironmentTests).Assembly));
#endif

    [Fact]
    public void Default_settings_are_not_worth_a_word() => Assert.Equal("", RuntimeSettings.Describe(false, _ => null, _ => null));

    [Fact]
    public void Settings_that_change_the_JIT_are_named_in_a_stable_order() =>
        Assert.Equal(
            "TieredCompilation=0, TieredPGO=0, server GC",
            RuntimeSettings.Describe(true, name => name == "DOTNET_TieredPGO" ? "0" : null, name => name == "System.Runtime.TieredCompilation" ? false : null));

    [Fact]
    public void An_x86_processor_is_known_by_its_name() =>
        Assert.Equal("AMD EPYC 7763", CpuModel.FromCpuInfo(["processor\t: 0", "model name\t: AMD EPYC 7763", "cache size : 1 KB"]));

    [Fact]
    public void An_arm_processor_is_known_by_implementer_and_part() =>
        Assert.Equal("ARM 0x41 0xd0c", CpuModel.FromCpuInfo(["CPU implementer\t: 0x41", "CPU part\t: 0xd0c"]));

    [Fact]
    public void This_machine_has_a_name() => Assert.NotEmpty(MachineFingerprint.Current.Cpu);

    [Fact]
    public void What_decides_allocations_is_read_back_from_a_key()
    {
        var machine = new MachineFingerprint("CPU", 8, "linux-x64", ".NET 10.0", "server GC", 1);
        Assert.Equal(machine.AllocationKey, MachineFingerprint.AllocationKeyOf(machine.Key));
    }

    [Fact]
    public void Another_processor_allocates_the_same() =>
        Assert.Equal(Make.Machine("this").AllocationKey, Make.Machine("that").AllocationKey);
}
