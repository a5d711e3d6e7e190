/** For test authors and integrators: generators, invariants, port contracts, simulator, case runner. */
module dev.erpkit.testkit {
    requires transitive dev.erpkit.accounting;
    requires transitive dev.erpkit.crm;
    requires transitive dev.erpkit.hr;
    requires transitive dev.erpkit.inventory;
    requires transitive net.jqwik.api;
    requires transitive org.junit.jupiter.api;
    requires transitive com.fasterxml.jackson.databind;
    requires org.assertj.core;
    requires static org.immutables.value.annotations;
    requires org.eclipse.collections.impl;

    exports dev.erpkit.testkit.books;
    exports dev.erpkit.testkit.cases;
    exports dev.erpkit.testkit.company;
    exports dev.erpkit.testkit.contract;
    exports dev.erpkit.testkit.fault;
    exports dev.erpkit.testkit.generate;
    exports dev.erpkit.testkit.invariant;
    exports dev.erpkit.testkit.model;
    exports dev.erpkit.testkit.pack;
    exports dev.erpkit.testkit.sales;

    // engines reach the package-private test methods of the contracts by reflection
    opens dev.erpkit.testkit.contract;
}
