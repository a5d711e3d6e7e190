/** For test authors and integrators: generators, invariants, port contracts, simulator, case runner. */
module dev.erpkit.testkit {
    requires transitive dev.erpkit.accounting;
    requires transitive net.jqwik.api;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
}
