/** Customers: parties, pipeline, sales administration and service. */
module dev.erpkit.crm {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.crm.pipeline;
    exports dev.erpkit.crm.pipeline.memory;
    exports dev.erpkit.crm.pipeline.port;
    exports dev.erpkit.crm.scoring;
    exports dev.erpkit.crm.service;
    exports dev.erpkit.crm.service.memory;
    exports dev.erpkit.crm.service.port;
    exports dev.erpkit.crm.staffing;
    exports dev.erpkit.crm.sales;
    exports dev.erpkit.crm.sales.billing;
    exports dev.erpkit.crm.sales.contract;
    exports dev.erpkit.crm.sales.memory;
    exports dev.erpkit.crm.sales.order;
    exports dev.erpkit.crm.sales.port;
    exports dev.erpkit.crm.sales.price;
    exports dev.erpkit.crm.sales.quote;
}
