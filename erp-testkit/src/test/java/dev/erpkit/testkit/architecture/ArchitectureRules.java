package dev.erpkit.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** The house rules that every module of the domain states over its own classes. */
final class ArchitectureRules {
    private static final Set<String> ROUNDING_ARITHMETIC = Set.of(
            "divide",
            "divideAndRemainder",
            "divideToIntegralValue",
            "remainder",
            "negate",
            "abs",
            "stripTrailingZeros",
            "scaleByPowerOfTen");

    private ArchitectureRules() {}

    /** Leaves out what lies where these rules lie, which is the tests, whatever builds them. */
    static final class MainClasses implements ImportOption {
        private static final String TESTS = ArchitectureRules.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();

        @Override
        public boolean includes(Location location) {
            return !location.contains(TESTS);
        }
    }

    /** Only core.money makes money; whatever reads a default of the host's class path is called nowhere. */
    static ArchRule money_is_made_in_one_place() {
        return noClasses()
                .that(are(resideOutsideOfPackages("dev.erpkit.core.money")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.javamoney.moneta.."))
                .because("Amounts fixes the context of every amount");
    }

    /** No lookup of defaults: not in core.money either. */
    static ArchRule no_default_of_the_money_library_is_read() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "reads a default of the money library",
                        t -> t.getOwner().isEquivalentTo(Monetary.class)
                                && t.getName().startsWith("getDefault")))
                .because("a javamoney.properties of the host must not change a figure");
    }

    /** Dividing rounds, doubles are inexact, and Moneta's negate falls back to the host's context. */
    static ArchRule no_arithmetic_on_amounts_that_may_round() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "calls arithmetic of MonetaryAmount that may round",
                        t -> t.getOwner().isAssignableTo(MonetaryAmount.class)
                                && (ROUNDING_ARITHMETIC.contains(t.getName()) || takesFloatingPoint(t))))
                .because("Amounts.negate, a RoundingPolicy or the Allocator say what happens to the rest");
    }

    /** Same input, same bytes; core.system is where a host takes clock and chance from. */
    static ArchRule the_domain_reads_nothing_from_its_surroundings() {
        return noClasses()
                .that(are(resideOutsideOfPackages("dev.erpkit.core.system")))
                .should()
                .accessTargetWhere(target("reads clock, chance, locale, zone or system property", t -> surroundings(t)))
                .because("time, ids and settings come through ports and parameters");
    }

    /** No state that outlives a call or follows a thread. */
    static ArchRule no_thread_local() {
        return noClasses().should().dependOnClassesThat(are(assignableTo(ThreadLocal.class)));
    }

    /** Static fields never change. */
    static ArchRule static_fields_are_final() {
        return fields().that().areStatic().should().beFinal();
    }

    /** Figures are never floating point. */
    static ArchRule no_floating_point_fields() {
        return noFields().should().haveRawType(floatingPoint());
    }

    /** Figures are never floating point, neither coming in nor going out. */
    static ArchRule no_floating_point_parameters() {
        return noMethods()
                .should()
                .haveRawReturnType(floatingPoint())
                .orShould()
                .haveRawParameterTypes(anyFloatingPoint());
    }

    /** The same of constructors. */
    static ArchRule no_floating_point_constructors() {
        return noConstructors().should().haveRawParameterTypes(anyFloatingPoint());
    }

    /** Text does not depend on the machine's language. */
    static ArchRule text_is_formatted_for_a_named_locale() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "formats or changes case in the default locale",
                        t -> t.getOwner().isEquivalentTo(String.class)
                                && Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                                        .contains(t.getName())
                                && parameters(t).stream().noneMatch(p -> p.isEquivalentTo(Locale.class))))
                .because("Locale.ROOT is meant");
    }

    private static boolean surroundings(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean chance = owner.equals("java.util.Random")
                || owner.equals("java.security.SecureRandom")
                || owner.equals("java.util.concurrent.ThreadLocalRandom");
        boolean now = owner.startsWith("java.time.") && name.equals("now");
        boolean clock = owner.equals("java.time.Clock") && name.startsWith("system")
                || owner.equals("java.time.InstantSource") && name.equals("system")
                || owner.equals("java.util.Date") && name.equals("<init>")
                || owner.equals("java.util.Calendar") && name.equals("getInstance");
        return chance
                || now
                || clock
                || Set.of(
                                "java.lang.System.currentTimeMillis",
                                "java.lang.System.nanoTime",
                                "java.lang.System.getProperty",
                                "java.lang.System.getProperties",
                                "java.lang.System.getenv",
                                "java.lang.System.identityHashCode",
                                "java.lang.System.out",
                                "java.lang.System.err",
                                "java.lang.Integer.getInteger",
                                "java.lang.Long.getLong",
                                "java.lang.Boolean.getBoolean",
                                "java.lang.Math.random",
                                "java.util.UUID.randomUUID",
                                "java.util.Locale.getDefault",
                                "java.util.TimeZone.getDefault",
                                "java.time.ZoneId.systemDefault")
                        .contains(owner + "." + name);
    }

    private static boolean takesFloatingPoint(AccessTarget target) {
        return parameters(target).stream().anyMatch(floatingPoint());
    }

    private static List<JavaClass> parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget call ? call.getRawParameterTypes() : List.of();
    }

    private static DescribedPredicate<JavaClass> floatingPoint() {
        Set<String> names = Set.of("double", "float", "java.lang.Double", "java.lang.Float", "[D", "[F");
        return DescribedPredicate.describe("floating point", type -> names.contains(type.getName()));
    }

    private static DescribedPredicate<List<JavaClass>> anyFloatingPoint() {
        return DescribedPredicate.describe(
                "floating point", types -> types.stream().anyMatch(floatingPoint()));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, Predicate<AccessTarget> matches) {
        return DescribedPredicate.describe(description, access -> matches.test(access.getTarget()));
    }
}
