/** People: employment, time, leave and payroll. */
module dev.erpkit.hr {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.hr.bankfile;
    exports dev.erpkit.hr.employment;
    exports dev.erpkit.hr.employment.memory;
    exports dev.erpkit.hr.employment.port;
    exports dev.erpkit.hr.fact;
    exports dev.erpkit.hr.fact.memory;
    exports dev.erpkit.hr.fact.port;
    exports dev.erpkit.hr.japan.bankfile;
    exports dev.erpkit.hr.japan.identity;
    exports dev.erpkit.hr.japan.labour;
    exports dev.erpkit.hr.japan.leave;
    exports dev.erpkit.hr.leave;
    exports dev.erpkit.hr.time;
    exports dev.erpkit.hr.us.bankfile;
}
