package dev.erpkit.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.testkit.contract.BrokenHarness;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator finds nothing in sound books, the planted faults in broken ones, and is the same every time. */
class DeterministicCompanyTest {
    private static final ImmutableList<String> HAPPENED = Lists.immutable.of(
            "sale in JPY accepted",
            "sale in USD accepted",
            "purchase in JPY accepted",
            "purchase in USD accepted",
            "receipt in JPY accepted",
            "receipt in USD accepted",
            "payment in JPY accepted",
            "payment in USD accepted",
            "backdated accepted",
            "backdated period.locked",
            "reversal accepted",
            "undoing accepted",
            "settlement accepted",
            "release accepted",
            "revaluation accepted",
            "lock accepted",
            "restart");

    private static CompanyRun run(long seed, int months) {
        return new DeterministicCompany(CompanySettings.of(seed).lasting(months), new MemoryHarness()).run();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_company_keeps_sound_books_for_years(long seed) {
        CompanyRun run = run(seed, 27);
        assertThat(run.entries()).isGreaterThan(800);
        assertThat(HAPPENED.reject(what -> run.outcomes().getOrDefault(what, 0) >= 2))
                .as("happened at least twice: %s", run.outcomes())
                .isEmpty();
        assertThat(run.outcomes().getOrDefault("again accepted", 0)).isGreaterThan(100);
        assertThat(run.outcomes().getOrDefault("close accepted", 0)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void every_invariant_is_checked_after_every_command() {
        CompanySettings always = CompanySettings.of(3).lasting(15).checkedAlways();
        CompanyRun run = new DeterministicCompany(always, new MemoryHarness()).run();
        assertThat(run.outcomes().keysView().toList()).contains("close accepted", "revaluation accepted");
    }

    @Test
    void the_same_seed_gives_the_same_bytes_on_any_thread_in_any_locale_and_zone() {
        String once = run(7, 6).digest();
        CompletableFuture<String> elsewhere =
                CompletableFuture.supplyAsync(() -> run(7, 6).digest());
        assertThat(run(7, 6).digest()).isEqualTo(once);
        assertThat(elsewhere.join()).isEqualTo(once);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(run(7, 6).digest()).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(run(8, 6).digest()).isNotEqualTo(once);
    }

    @Test
    void years_are_opened_again_and_locks_taken_back_from_some_seeds() {
        var outcomes = Lists.immutable
                .of(1L, 2L, 4L)
                .flatCollect(seed -> run(seed, 15).outcomes().keysView());
        assertThat(outcomes).contains("reopen accepted", "unlock accepted");
    }

    @Test
    void a_failure_names_the_seed() {
        CompanySettings settings = CompanySettings.of(99).lasting(6);
        assertThatThrownBy(
                        () -> new DeterministicCompany(settings, BrokenHarness.losingAUnitOfEachHundredthEntry()).run())
                .isInstanceOf(SimulationFailure.class)
                .hasMessageContaining("seed 99")
                .hasMessageContaining("entry-balances");
        assertThatThrownBy(() -> new DeterministicCompany(settings, BrokenHarness.forgettingIds()).run())
                .isInstanceOf(SimulationFailure.class)
                .hasMessageContaining("seed 99");
    }
}
