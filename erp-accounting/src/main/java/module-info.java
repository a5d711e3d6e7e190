/** Books: chart, journal, periods, open items, currency, reports. */
module dev.erpkit.accounting {
    requires transitive dev.erpkit.core;
}
