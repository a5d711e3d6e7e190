/** The vocabulary and the contracts that every business module knows. */
module dev.erpkit.core {
    requires transitive java.money;
    requires transitive jakarta.validation;
    requires transitive org.eclipse.collections.api;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires org.hibernate.validator;
    requires org.javamoney.moneta;

    exports dev.erpkit.core.calendar;
    exports dev.erpkit.core.calendar.japan;
    exports dev.erpkit.core.condition;
    exports dev.erpkit.core.decision;
    exports dev.erpkit.core.event;
    exports dev.erpkit.core.memory;
    exports dev.erpkit.core.message;
    exports dev.erpkit.core.money;
    exports dev.erpkit.core.outcome;
    exports dev.erpkit.core.party;
    exports dev.erpkit.core.party.japan;
    exports dev.erpkit.core.port;
    exports dev.erpkit.core.posting;
    exports dev.erpkit.core.quantity;
    exports dev.erpkit.core.security;
    exports dev.erpkit.core.system;
    exports dev.erpkit.core.trace;
    exports dev.erpkit.core.trade;
    exports dev.erpkit.core.value;
    exports dev.erpkit.core.worktime;

    // Hibernate Validator makes instances of what the services below name
    opens dev.erpkit.core.value.internal to
            org.hibernate.validator;

    provides jakarta.validation.ConstraintValidator with
            dev.erpkit.core.value.internal.NotEmptyRichIterable,
            dev.erpkit.core.value.internal.SizeOfRichIterable;
    provides jakarta.validation.valueextraction.ValueExtractor with
            dev.erpkit.core.value.internal.ListElementExtractor,
            dev.erpkit.core.value.internal.MapKeyExtractor,
            dev.erpkit.core.value.internal.MapValueExtractor;
}
