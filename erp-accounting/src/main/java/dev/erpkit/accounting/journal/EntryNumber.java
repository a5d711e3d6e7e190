package dev.erpkit.accounting.journal;

/**
 * The legal number of an entry: gapless per book, journal and fiscal year.
 *
 * @param journal the journal
 * @param fiscalYear the fiscal year of the effective date
 * @param number 1, 2, 3 ... in the order of recording
 */
public record EntryNumber(JournalId journal, int fiscalYear, long number) {
    @Override
    public String toString() {
        return journal + "/" + fiscalYear + "/" + number;
    }
}
