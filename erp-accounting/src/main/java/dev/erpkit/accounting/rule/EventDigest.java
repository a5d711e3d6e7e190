package dev.erpkit.accounting.rule;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;

/**
 * SHA-256 over an event's type, dates, source and amounts in their order, each field behind its length. The narrative stays
 * out: it may be personal, and is erased on demand.
 */
final class EventDigest {
    private final StringBuilder fields = new StringBuilder(256);

    private EventDigest() {}

    static String of(AccountingEvent event) {
        EventDigest content = new EventDigest();
        SourceDocument source = event.source();
        content.field("event-1")
                .field(event.type())
                .field(event.effectiveDate().toString())
                .field(source.system())
                .field(source.type())
                .field(source.id())
                .field(Integer.toString(source.version()))
                .day(event.dueDate())
                .field(Integer.toString(event.amounts().size()));
        event.amounts().forEach(content::amount);
        return Digest.ofText(content.fields).toString();
    }

    private void amount(RoleAmount amount) {
        field(amount.role())
                .field(Amounts.canonical(Amounts.normalise(amount.amount())))
                .field(amount.qualifier())
                .field(amount.party().map(PartyId::value).orElse(""))
                .day(amount.dueDate())
                .field(Integer.toString(amount.dimensions().values().size()));
        amount.dimensions()
                .values()
                .forEachKeyValue((axis, member) -> field(axis).field(member));
    }

    private EventDigest day(Optional<LocalDate> day) {
        return field(day.map(LocalDate::toString).orElse(""));
    }

    private EventDigest field(String text) {
        fields.append(text.length()).append(':').append(text);
        return this;
    }
}
