/** People: employment, time, leave and payroll (nothing to use yet). */
module dev.erpkit.hr {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;
}
