using System.Reflection;
using PerfAssert.Baselines;

namespace PerfAssert.Tests.Baselines
{
    public class BaselineKeyTests
    {
        private static readonly MethodInfo Method = typeof(Base).GetMethod(nameof(Base.Adds))!;

        [Fact]
        public void Consists_of_class_method_row_and_target_framework() =>
            Assert.Equal(
                "PerfAssert.Tests.Baselines.BaselineKeyTests+Base.Adds#0a1b2c @net10.0",
                BaselineKey.Of(typeof(Base), Method, "0a1b2c"));

        [Fact]
        public void An_inherited_test_has_a_key_for_each_class_that_runs_it() =>
            Assert.NotEqual(BaselineKey.Of(typeof(First), Method, null), BaselineKey.Of(typeof(Second), Method, null));

        [Fact]
        public void Classes_of_one_name_in_two_namespaces_differ() =>
            Assert.NotEqual(BaselineKey.TypeName(typeof(Namesake)), BaselineKey.TypeName(typeof(Elsewhere.Namesake)));

        [Fact]
        public void A_generic_class_is_named_with_its_type_arguments_and_no_assembly_version() =>
            Assert.Equal(
                "PerfAssert.Tests.Baselines.BaselineKeyTests+Generic`1<System.Collections.Generic.List`1<System.Int32>>",
                BaselineKey.TypeName(typeof(Generic<List<int>>)));

        [Theory]
        [InlineData(typeof(Namesake), "Namesake")]
        [InlineData(typeof(First), "BaselineKeyTests.First")]
        [InlineData(typeof(Generic<int>), "BaselineKeyTests.Generic")]
        public void A_file_is_named_after_the_class(Type type, string file) => Assert.Equal(file, BaselineKey.FileName(type));

        public abstract class Base
        {
            public void Adds()
            {
            }
        }

        public class First : Base;

        public class Second : Base;

        public class Generic<T>;
    }

    public class Namesake;
}

namespace PerfAssert.Tests.Baselines.Elsewhere
{
    public class Namesake;
}
