/** Customers: parties, pipeline, sales administration and service (nothing to use yet). */
module dev.erpkit.crm {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;
}
