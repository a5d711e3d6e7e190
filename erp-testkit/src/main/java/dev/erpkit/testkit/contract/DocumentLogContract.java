package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code DocumentLog} must do: documents come back as they were issued, and every key is taken once. */
public abstract class DocumentLogContract extends PortContract<DocumentHarness> {
    /** For adapters. */
    protected DocumentLogContract() {}

    private DocumentLog log() {
        return harness().documents();
    }

    private IssuedDocument append(String party, DocumentId... takesOf) {
        IssuedDocument document = DocumentSample.full(party, takesOf);
        log().append(document);
        return document;
    }

    private ImmutableList<IssuedDocument> chosen(DocumentQuery query) {
        MutableList<IssuedDocument> found = Lists.mutable.empty();
        log().forEach(query, found::add);
        return found.toImmutable();
    }

    @Test
    void documents_1_1_a_document_comes_back_as_it_was_appended_by_each_of_its_keys() {
        IssuedDocument first = append("S1");
        IssuedDocument full = append("S1", first.id(), first.id());
        assertThat(log().find(full.id())).contains(full);
        assertThat(log().find(full.number())).contains(full);
        assertThat(log().find(full.kind(), full.party(), full.supplierNumber().orElseThrow()))
                .contains(full);
        assertThat(log().find(DocumentId.of(Fresh.key("none")))).isEmpty();
        assertThat(log().find(
                                DocumentKind.SALES_INVOICE,
                                full.party(),
                                full.supplierNumber().orElseThrow()))
                .isEmpty();
    }

    @Test
    void documents_1_2_what_a_document_does_not_have_stays_away() {
        IssuedDocument bare = IssuedDocument.builder()
                .from(DocumentSample.full("S1"))
                .supplierNumber(Optional.empty())
                .original(Optional.empty())
                .narrative(Optional.empty())
                .facts(org.eclipse.collections.api.factory.SortedMaps.immutable.empty())
                .build();
        log().append(bare);
        assertThat(log().find(bare.id())).contains(bare);
    }

    @Test
    void documents_2_1_a_taken_key_is_refused_and_nothing_stays() {
        IssuedDocument first = append("S1");
        for (int kept = 0; kept < 3; kept++) {
            IssuedDocument twin = DocumentSample.again(first, kept == 0, kept == 1, kept == 2);
            assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
            if (kept > 0) {
                assertThat(log().find(twin.id())).isEmpty();
            }
        }
        assertThat(log().find(first.id())).contains(first);
        log().append(DocumentSample.again(first, false, false, false));
    }

    @Test
    void documents_3_1_documents_that_take_of_another_come_once_in_their_order() {
        IssuedDocument taken = append("S1");
        IssuedDocument other = append("S1");
        IssuedDocument one = append("S1", taken.id(), taken.id());
        IssuedDocument two = append("S1", other.id(), taken.id());
        assertThat(log().referringTo(taken.id())).containsExactly(one, two);
        assertThat(log().referringTo(other.id())).containsExactly(two);
        assertThat(log().referringTo(two.id())).isEmpty();
    }

    @Test
    void documents_4_1_a_query_chooses_by_party_kind_and_date_in_the_order_of_issuing() {
        String party = Fresh.key("p");
        IssuedDocument one = append(party);
        IssuedDocument two = append(party);
        IssuedDocument three = append(party);
        DocumentQuery all = DocumentQuery.all().of(PartyId.of(party));
        LocalDate day = DocumentSample.DAY;
        assertThat(chosen(all)).containsExactly(one, two, three);
        assertThat(chosen(all.of(DocumentKind.PURCHASE_BILL).in(DateRange.of(day, day.plusDays(1)))))
                .containsExactly(one, two, three);
        assertThat(chosen(all.of(DocumentKind.SALES_INVOICE))).isEmpty();
        assertThat(chosen(all.in(DateRange.from(day.plusDays(1))))).isEmpty();
        assertThat(chosen(DocumentQuery.all())
                        .select(document -> document.party().value().equals(party)))
                .containsExactly(one, two, three);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void documents_5_1_a_failed_unit_of_work_leaves_no_document() {
        IssuedDocument taken = append("S1");
        IssuedDocument[] lost = new IssuedDocument[1];
        rolledBack(() -> lost[0] = append("S1", taken.id()));
        assertThat(log().find(lost[0].id())).isEmpty();
        assertThat(log().referringTo(taken.id())).isEmpty();
        log().append(lost[0]);
        assertThat(log().referringTo(taken.id())).containsExactly(lost[0]);
    }

    @Test
    @Requires(Capability.DURABLE)
    void documents_6_1_documents_survive_a_restart() {
        IssuedDocument full = append("S1", append("S1").id());
        assertThat(harness().reopened().documents().find(full.id())).contains(full);
    }

    @Test
    @Requires(Capability.TENANTS)
    void documents_7_1_tenants_never_see_each_other() {
        IssuedDocument mine = append("S1");
        DocumentLog other = harness().otherTenant().documents();
        assertThat(other.find(mine.id())).isEmpty();
        other.append(mine);
        assertThat(log().find(mine.id())).contains(mine);
    }
}
