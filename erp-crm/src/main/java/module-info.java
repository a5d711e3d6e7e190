/** Customers: parties, activities, pipeline, sales administration, service, campaigns, behaviour. */
module dev.erpkit.crm {
    requires transitive dev.erpkit.core;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires hipparchus.core;
    requires hipparchus.optim;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.crm.activity.memory;
    exports dev.erpkit.crm.activity.port;
    exports dev.erpkit.crm.activity;
    exports dev.erpkit.crm.behaviour.port;
    exports dev.erpkit.crm.behaviour;
    exports dev.erpkit.crm.campaign.memory;
    exports dev.erpkit.crm.campaign.port;
    exports dev.erpkit.crm.campaign;
    exports dev.erpkit.crm.matching.japan;
    exports dev.erpkit.crm.matching;
    exports dev.erpkit.crm.party.memory;
    exports dev.erpkit.crm.party.phone;
    exports dev.erpkit.crm.party.port;
    exports dev.erpkit.crm.party;
    exports dev.erpkit.crm.pipeline.memory;
    exports dev.erpkit.crm.pipeline.port;
    exports dev.erpkit.crm.pipeline;
    exports dev.erpkit.crm.sales.billing;
    exports dev.erpkit.crm.sales.contract;
    exports dev.erpkit.crm.sales.memory;
    exports dev.erpkit.crm.sales.order;
    exports dev.erpkit.crm.sales.port;
    exports dev.erpkit.crm.sales.price;
    exports dev.erpkit.crm.sales.quote;
    exports dev.erpkit.crm.sales;
    exports dev.erpkit.crm.scoring;
    exports dev.erpkit.crm.service.memory;
    exports dev.erpkit.crm.service.port;
    exports dev.erpkit.crm.service;
    exports dev.erpkit.crm.staffing;
}
