/** People: employment, time, leave and payroll. */
module dev.erpkit.hr {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.hr.japan;
    exports dev.erpkit.hr.japan.benefit;
    exports dev.erpkit.hr.japan.insurance;
    exports dev.erpkit.hr.japan.payslip;
    exports dev.erpkit.hr.japan.resident;
    exports dev.erpkit.hr.japan.retirement;
    exports dev.erpkit.hr.japan.withholding;
    exports dev.erpkit.hr.japan.yearend;
    exports dev.erpkit.hr.payroll;
    exports dev.erpkit.hr.run;
    exports dev.erpkit.hr.run.memory;
    exports dev.erpkit.hr.run.port;
    exports dev.erpkit.hr.us;
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
