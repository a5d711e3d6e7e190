package dev.erpkit.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.erpkit.accounting.planted.BooksOffender;
import dev.erpkit.core.back.BackOffender;
import dev.erpkit.core.planted.CoreOffender;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.FastMoney;
import org.junit.jupiter.api.Test;

/** The house rules, stated over every domain module. */
@AnalyzeClasses(
        packages = {
            "dev.erpkit.core",
            "dev.erpkit.accounting",
            "dev.erpkit.hr",
            "dev.erpkit.inventory",
            "dev.erpkit.crm"
        },
        importOptions = ArchitectureRules.MainClasses.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule MONEY = ArchitectureRules.money_is_made_in_one_place();

    @ArchTest
    static final ArchRule DEFAULTS = ArchitectureRules.no_default_of_the_money_library_is_read();

    @ArchTest
    static final ArchRule ARITHMETIC = ArchitectureRules.no_arithmetic_on_amounts_that_may_round();

    @ArchTest
    static final ArchRule SURROUNDINGS = ArchitectureRules.the_domain_reads_nothing_from_its_surroundings();

    @ArchTest
    static final ArchRule THREAD_LOCAL = ArchitectureRules.no_thread_local();

    @ArchTest
    static final ArchRule STATIC_STATE = ArchitectureRules.static_fields_are_final();

    @ArchTest
    static final ArchRule FIELDS = ArchitectureRules.no_floating_point_fields();

    @ArchTest
    static final ArchRule PARAMETERS = ArchitectureRules.no_floating_point_parameters();

    @ArchTest
    static final ArchRule CONSTRUCTORS = ArchitectureRules.no_floating_point_constructors();

    @ArchTest
    static final ArchRule CALLS = ArchitectureRules.no_floating_point_calls();

    @ArchTest
    static final ArchRule ESTIMATES = ArchitectureRules.statistics_know_no_money();

    @ArchTest
    static final ArchRule CHARSET = ArchitectureRules.text_is_encoded_in_a_named_charset();

    @ArchTest
    static final ArchRule LOCALE = ArchitectureRules.text_is_formatted_for_a_named_locale();

    @ArchTest
    static final ArchRule ONE_WAY = slices().matching("dev.erpkit.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a newcomer reads the packages one after the other");

    @ArchTest
    static final ArchRule NO_BUSINESS = noClasses()
            .that()
            .resideInAPackage("dev.erpkit.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.erpkit.accounting..",
                    "dev.erpkit.hr..",
                    "dev.erpkit.inventory..",
                    "dev.erpkit.crm..",
                    "dev.erpkit.testkit..");

    @ArchTest
    static final ArchRule BOOKS_KNOW_ONLY_CORE = noClasses()
            .that()
            .resideInAPackage("dev.erpkit.accounting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.erpkit.hr..", "dev.erpkit.inventory..", "dev.erpkit.crm..", "dev.erpkit.testkit..");

    @ArchTest
    static final ArchRule CUSTOMERS_KNOW_ONLY_CORE = noClasses()
            .that()
            .resideInAPackage("dev.erpkit.crm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.erpkit.accounting..", "dev.erpkit.hr..", "dev.erpkit.inventory..", "dev.erpkit.testkit..");

    @ArchTest
    static final ArchRule GOODS_KNOW_ONLY_CORE = noClasses()
            .that()
            .resideInAPackage("dev.erpkit.inventory..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.erpkit.accounting..", "dev.erpkit.hr..", "dev.erpkit.crm..", "dev.erpkit.testkit..");

    @ArchTest
    static final ArchRule PEOPLE_KNOW_ONLY_CORE = noClasses()
            .that()
            .resideInAPackage("dev.erpkit.hr..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.erpkit.accounting..", "dev.erpkit.inventory..", "dev.erpkit.crm..", "dev.erpkit.testkit..");

    @ArchTest
    static final ArchRule PACKS_ARE_ASKED_FOR = noClasses()
            .that()
            .resideOutsideOfPackages("..japan..", "..eu..", "..us..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..japan..", "..eu..", "..us..")
            .because("nothing outside a jurisdiction pack knows a country");

    /** Breaks every rule once. */
    @SuppressWarnings({"unused", "NonFinalStaticField", "DefaultCharset", "StringCaseLocaleUsage"})
    static final class Offender {
        static int calls;
        private final ThreadLocal<String> mine = new ThreadLocal<>();
        private final double rate;

        Offender(double rate) {
            this.rate = rate;
        }

        float figure() {
            return calls;
        }

        boolean large() {
            return figure() > 1;
        }

        String surroundings(MonetaryAmount amount, List<String> names) {
            MonetaryAmount fast = FastMoney.from(amount.negate());
            Collections.shuffle(names);
            Supplier<UUID> ids = UUID::randomUUID;
            return Monetary.getDefaultAmountType()
                    + LocalDate.now().toString()
                    + System.lineSeparator()
                    + new SplittableRandom().nextInt()
                    + Clock.tickSeconds(ZoneOffset.UTC)
                    + names.stream().map(String::toLowerCase).toList()
                    + DateTimeFormatter.ofPattern("MMM").format(LocalDate.EPOCH)
                    + "x".getBytes().length
                    + ids
                    + fast;
        }

        MonetaryAmount madeElsewhere(MonetaryAmount amount) {
            return amount.getFactory().setNumber(1).create();
        }

        long rounded(BigDecimal figure) {
            return Math.round(figure.doubleValue() * 0.22462);
        }

        String allowed(MonetaryAmount amount, byte[] utf8) {
            return "x".toLowerCase(Locale.ROOT) + amount.add(amount) + new String(utf8, StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_rule_sees_its_offender() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        ArchRule[] rules = {
            MONEY,
            DEFAULTS,
            ARITHMETIC,
            SURROUNDINGS,
            THREAD_LOCAL,
            STATIC_STATE,
            FIELDS,
            PARAMETERS,
            CONSTRUCTORS,
            CALLS,
            CHARSET,
            LOCALE
        };

        for (ArchRule rule : rules) {
            assertThat(rule.evaluate(offender).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }

    @Test
    void every_way_around_is_seen_and_what_is_allowed_is_not() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        assertSees(
                SURROUNDINGS,
                offender,
                "LocalDate.now",
                "UUID.randomUUID",
                "Collections.shuffle",
                "System.lineSeparator",
                "SplittableRandom.<init>",
                "SplittableRandom.nextInt",
                "Clock.tickSeconds");
        assertSees(LOCALE, offender, "String.toLowerCase", "DateTimeFormatter.ofPattern");
        assertSees(CHARSET, offender, "String.getBytes");
        assertSees(CALLS, offender, "BigDecimal.doubleValue", "Math.round", "Offender.figure");
        assertThat(MONEY.evaluate(offender).getFailureReport().getDetails())
                .anyMatch(line -> line.contains("MonetaryAmountFactory.create"))
                .noneMatch(line -> line.contains("Offender.allowed"));
    }

    @Test
    void every_boundary_between_modules_is_guarded() {
        JavaClasses offenders =
                new ClassFileImporter().importClasses(CoreOffender.class, BackOffender.class, BooksOffender.class);

        assertThat(ONE_WAY.evaluate(offenders).getFailureReport().getDetails()).hasSize(1);
        assertThat(NO_BUSINESS.evaluate(offenders).getFailureReport().getDetails())
                .anyMatch(line -> line.contains("dev.erpkit.accounting.Books"))
                .anyMatch(line -> line.contains("dev.erpkit.testkit.books.Journals"));
        assertThat(BOOKS_KNOW_ONLY_CORE.evaluate(offenders).getFailureReport().getDetails())
                .anyMatch(line -> line.contains("dev.erpkit.testkit.books.Journals"));
        assertThat(PACKS_ARE_ASKED_FOR.evaluate(offenders).getFailureReport().getDetails())
                .anyMatch(line -> line.contains("JapaneseHolidays"));
    }

    private static void assertSees(ArchRule rule, JavaClasses offender, String... calls) {
        List<String> details = rule.evaluate(offender).getFailureReport().getDetails();
        assertThat(details).as(rule.getDescription()).noneMatch(line -> line.contains("Offender.allowed"));
        for (String call : calls) {
            assertThat(details).anyMatch(line -> line.contains(call));
        }
    }
}
