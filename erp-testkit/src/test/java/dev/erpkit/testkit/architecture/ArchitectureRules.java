package dev.erpkit.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
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
import javax.money.CurrencySupplier;
import javax.money.CurrencyUnit;
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

    /** What follows the default locale in the forms that take no locale. */
    private static final Set<String> LOCALIZED = Set.of(
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.io.PrintStream.printf",
            "java.io.PrintStream.format",
            "java.text.Collator.getInstance",
            "java.text.DecimalFormat.<init>",
            "java.text.DecimalFormatSymbols.<init>",
            "java.text.DecimalFormatSymbols.getInstance",
            "java.text.MessageFormat.<init>",
            "java.text.NumberFormat.getInstance",
            "java.text.NumberFormat.getNumberInstance",
            "java.text.NumberFormat.getIntegerInstance",
            "java.text.NumberFormat.getCurrencyInstance",
            "java.text.NumberFormat.getPercentInstance",
            "java.text.SimpleDateFormat.<init>",
            "java.time.format.DateTimeFormatter.ofPattern",
            "java.time.format.DateTimeFormatter.ofLocalizedDate",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
            "java.time.format.DateTimeFormatterBuilder.toFormatter",
            "java.util.Currency.getSymbol",
            "java.util.Formatter.<init>",
            "java.util.ResourceBundle.getBundle",
            "java.util.Scanner.<init>");

    /** What follows the default charset in the forms that take none. */
    private static final Set<String> ENCODING = Set.of(
            "java.lang.String.getBytes",
            "java.lang.String.<init>",
            "java.io.InputStreamReader.<init>",
            "java.io.OutputStreamWriter.<init>",
            "java.nio.charset.Charset.defaultCharset");

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

    /** Only core.money makes money; elsewhere an amount and its currency are all that is known of the money library. */
    static ArchRule money_is_made_in_one_place() {
        return noClasses()
                .that(are(resideOutsideOfPackages("dev.erpkit.core.money")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.javamoney.moneta..", "javax.money..")
                        .and(not(belongToAnyOf(MonetaryAmount.class, CurrencyUnit.class, CurrencySupplier.class))))
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

    /** Where figures are estimates, in floating point; money does not enter there. */
    static final String[] STATISTICS = {
        "dev.erpkit.crm.scoring..", "dev.erpkit.crm.staffing..", "dev.erpkit.crm.behaviour.."
    };

    /** An estimate never becomes an amount. */
    static ArchRule statistics_know_no_money() {
        return noClasses()
                .that()
                .resideInAnyPackage(STATISTICS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.money..", "dev.erpkit.core.money..")
                .allowEmptyShould(true);
    }

    /** Figures are never floating point. */
    static ArchRule no_floating_point_fields() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(STATISTICS)
                .should()
                .haveRawType(floatingPoint());
    }

    /** Figures are never floating point, neither coming in nor going out. */
    static ArchRule no_floating_point_parameters() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(STATISTICS)
                .should()
                .haveRawReturnType(floatingPoint())
                .orShould()
                .haveRawParameterTypes(anyFloatingPoint());
    }

    /** The same of constructors. */
    static ArchRule no_floating_point_constructors() {
        return noConstructors()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(STATISTICS)
                .should()
                .haveRawParameterTypes(anyFloatingPoint());
    }

    /** Nothing is computed in floating point on the way either. */
    static ArchRule no_floating_point_calls() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(STATISTICS)
                .should()
                .accessTargetWhere(target(
                        "takes or gives floating point",
                        t -> takesFloatingPoint(t)
                                || t instanceof AccessTarget.CodeUnitAccessTarget call
                                        && floatingPoint().test(call.getRawReturnType())));
    }

    /** Text does not depend on the machine's language. */
    static ArchRule text_is_formatted_for_a_named_locale() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "formats, parses or changes case in the default locale",
                        t -> LOCALIZED.contains(t.getOwner().getName() + "." + t.getName())
                                && parameters(t).stream().noneMatch(p -> p.isEquivalentTo(Locale.class))))
                .because("Locale.ROOT is meant");
    }

    /** Text becomes bytes in a named encoding. */
    static ArchRule text_is_encoded_in_a_named_charset() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "uses the default charset",
                        t -> ENCODING.contains(t.getOwner().getName() + "." + t.getName())
                                && parameters(t).stream()
                                        .noneMatch(p -> p.getPackageName().equals("java.nio.charset")
                                                || p.isEquivalentTo(char[].class)
                                                || p.isEquivalentTo(int[].class)
                                                || p.isEquivalentTo(StringBuilder.class)
                                                || p.isEquivalentTo(String.class))))
                .because("UTF-8 is meant, whatever the machine is set to");
    }

    private static boolean surroundings(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean chance = owner.startsWith("java.util.random.")
                || Set.of(
                                "java.util.Random",
                                "java.util.SplittableRandom",
                                "java.security.SecureRandom",
                                "java.util.concurrent.ThreadLocalRandom")
                        .contains(owner)
                || owner.equals("java.util.Collections") && name.equals("shuffle");
        boolean now = owner.startsWith("java.time.") && name.equals("now");
        boolean clock = owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"))
                || owner.equals("java.time.InstantSource") && name.equals("system")
                || owner.equals("java.util.Date") && name.equals("<init>")
                || owner.equals("java.util.GregorianCalendar") && name.equals("<init>")
                || owner.equals("java.util.Calendar") && name.equals("getInstance");
        return chance
                || now
                || clock
                || Set.of(
                                "java.lang.System.currentTimeMillis",
                                "java.lang.System.nanoTime",
                                "java.lang.System.getProperty",
                                "java.lang.System.getProperties",
                                "java.lang.System.setProperty",
                                "java.lang.System.lineSeparator",
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
