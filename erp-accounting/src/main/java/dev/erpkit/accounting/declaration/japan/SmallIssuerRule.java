package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.calendar.DateRange;
import java.time.LocalDate;

/**
 * The rules by which small businesses that registered to issue qualified invoices pay a fixed part of the tax on their sales.
 */
public enum SmallIssuerRule {
    /**
     * Two tenths (2割特例): every taxable period that has a day from 1 October 2023 to 30 September 2026. Income tax act
     * amendment of 2016 (act 15), supplement, article 51-2.
     */
    TWO_TENTHS("two-tenths", 80, "平成28年改正法附則51条の2", LocalDate.of(2023, 10, 1), LocalDate.of(2026, 10, 1)),
    /**
     * Three tenths (3割特例): the taxable periods of sole proprietors within 2027 and 2028. From the outline of the 2026 tax
     * reform of December 2025 as published; check what was enacted before filing.
     */
    THREE_TENTHS("three-tenths", 70, "令和8年度税制改正の大綱", LocalDate.of(2027, 1, 1), LocalDate.of(2029, 1, 1));

    private final String text;
    private final int deductedPercent;
    private final String law;
    private final LocalDate startInclusive;
    private final LocalDate endExclusive;

    SmallIssuerRule(String text, int deductedPercent, String law, LocalDate startInclusive, LocalDate endExclusive) {
        this.text = text;
        this.deductedPercent = deductedPercent;
        this.law = law;
        this.startInclusive = startInclusive;
        this.endExclusive = endExclusive;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /** What is deducted of the tax on sales, in percent. */
    public int deductedPercent() {
        return deductedPercent;
    }

    String law() {
        return law;
    }

    boolean covers(DateRange period) {
        DateRange range = DateRange.of(startInclusive, endExclusive);
        return this == TWO_TENTHS ? range.overlaps(period) : range.encloses(period);
    }
}
