/** Books: chart, journal, periods, open items, currency, reports. */
module dev.erpkit.accounting {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.accounting;
    exports dev.erpkit.accounting.bank;
    exports dev.erpkit.accounting.chart;
    exports dev.erpkit.accounting.chart.ifrs;
    exports dev.erpkit.accounting.chart.japan;
    exports dev.erpkit.accounting.close;
    exports dev.erpkit.accounting.consolidation;
    exports dev.erpkit.accounting.consolidation.memory;
    exports dev.erpkit.accounting.consolidation.port;
    exports dev.erpkit.accounting.currency;
    exports dev.erpkit.accounting.evidence;
    exports dev.erpkit.accounting.interchange.memory;
    exports dev.erpkit.accounting.interchange.port;
    exports dev.erpkit.accounting.interchange;
    exports dev.erpkit.accounting.journal;
    exports dev.erpkit.accounting.ledger;
    exports dev.erpkit.accounting.memory;
    exports dev.erpkit.accounting.openitem;
    exports dev.erpkit.accounting.period;
    exports dev.erpkit.accounting.port;
    exports dev.erpkit.accounting.ratio;
    exports dev.erpkit.accounting.report;
    exports dev.erpkit.accounting.report.text;
    exports dev.erpkit.accounting.posting;
    exports dev.erpkit.accounting.reservation;
    exports dev.erpkit.accounting.rule;
}
