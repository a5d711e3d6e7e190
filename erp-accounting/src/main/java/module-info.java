/** Books: chart, journal, periods, open items, currency, reports. */
module dev.erpkit.accounting {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.accounting.interchange;
    exports dev.erpkit.accounting.interchange.memory;
    exports dev.erpkit.accounting.interchange.port;
}
