/** Customers: parties and who of them are the same, communication, campaigns, behaviour. */
module dev.erpkit.crm {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires hipparchus.core;
    requires hipparchus.optim;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;

    exports dev.erpkit.crm.activity;
    exports dev.erpkit.crm.activity.memory;
    exports dev.erpkit.crm.activity.port;
    exports dev.erpkit.crm.behaviour;
    exports dev.erpkit.crm.behaviour.port;
    exports dev.erpkit.crm.campaign;
    exports dev.erpkit.crm.campaign.memory;
    exports dev.erpkit.crm.campaign.port;
    exports dev.erpkit.crm.matching;
    exports dev.erpkit.crm.matching.japan;
    exports dev.erpkit.crm.party;
    exports dev.erpkit.crm.party.memory;
    exports dev.erpkit.crm.party.phone;
    exports dev.erpkit.crm.party.port;
}
