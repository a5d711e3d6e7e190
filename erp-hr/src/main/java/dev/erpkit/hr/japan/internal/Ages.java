package dev.erpkit.hr.japan.internal;

import java.time.LocalDate;
import java.time.Month;

/** Ages as the law counts them (Act 50 of 1902): a year of age is complete with the day before the birthday. */
public final class Ages {
    private Ages() {}

    /** The day with which an age is attained; somebody born on 29 February attains it on the 28th of every year. */
    public static LocalDate attained(LocalDate born, int age) {
        return anniversary(born, age).minusDays(1);
    }

    /** The birthday of an age; 1 March stands for 29 February in years without one. */
    public static LocalDate anniversary(LocalDate born, int age) {
        LocalDate day = born.plusYears(age);
        return born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29 && !day.isLeapYear()
                ? day.plusDays(1)
                : day;
    }
}
