package dev.erpkit.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.FastMoney;
import org.junit.jupiter.api.Test;

/** The house rules, stated over every domain module. */
@AnalyzeClasses(
        packages = {"dev.erpkit.core", "dev.erpkit.accounting"},
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
                    "dev.erpkit.accounting..", "dev.erpkit.hr..", "dev.erpkit.inventory..", "dev.erpkit.crm..");

    @ArchTest
    static final ArchRule BOOKS_KNOW_ONLY_CORE = noClasses()
            .that()
            .resideInAPackage("dev.erpkit.accounting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.erpkit.hr..", "dev.erpkit.inventory..", "dev.erpkit.crm..", "dev.erpkit.testkit..");

    @ArchTest
    static final ArchRule PACKS_ARE_ASKED_FOR = noClasses()
            .that()
            .resideOutsideOfPackage("..japan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..japan..")
            .because("nothing outside a jurisdiction pack knows a country");

    /** Breaks every rule once. */
    @SuppressWarnings({"unused", "NonFinalStaticField"})
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

        String surroundings(MonetaryAmount amount) {
            MonetaryAmount fast = FastMoney.from(amount.negate());
            return Monetary.getDefaultAmountType()
                    + LocalDate.now().toString()
                    + UUID.randomUUID()
                    + "x".toLowerCase()
                    + fast;
        }

        String allowed(MonetaryAmount amount) {
            return "x".toLowerCase(Locale.ROOT) + amount.add(amount);
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
            LOCALE
        };

        for (ArchRule rule : rules) {
            assertThat(rule.evaluate(offender).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }

    @Test
    void the_surroundings_are_all_seen() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(SURROUNDINGS.evaluate(offender).getFailureReport().getDetails())
                .hasSize(2)
                .anyMatch(line -> line.contains("LocalDate.now"))
                .anyMatch(line -> line.contains("UUID.randomUUID"));
    }
}
