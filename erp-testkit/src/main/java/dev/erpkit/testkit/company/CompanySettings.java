package dev.erpkit.testkit.company;

import java.time.LocalDate;

/**
 * What a simulated company is asked to do.
 *
 * @param seed everything that happens follows from it
 * @param start its first day
 * @param months how long it runs
 * @param commandsPerMonth how many commands of daily business a month has, besides what month and year ends bring
 * @param fullCheckEvery after how many commands all invariants are checked over everything; cheap ones are checked always
 */
public record CompanySettings(long seed, LocalDate start, int months, int commandsPerMonth, int fullCheckEvery) {
    /** Two and a half years from April 2026, forty commands a month, everything checked every hundred commands. */
    public static CompanySettings of(long seed) {
        return new CompanySettings(seed, LocalDate.of(2026, 4, 1), 30, 40, 100);
    }

    /** The same for another time. */
    public CompanySettings lasting(int otherMonths) {
        return new CompanySettings(seed, start, otherMonths, commandsPerMonth, fullCheckEvery);
    }

    /** The same with everything checked after every command: a hundred times the work. */
    public CompanySettings checkedAlways() {
        return new CompanySettings(seed, start, months, commandsPerMonth, 1);
    }
}
