package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentNumber;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.memory.MemoryDocumentLog;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.port.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Test;

/** The contracts of documents catch the ways in which an adapter is known to break. */
class DocumentMutantsTest {
    private static final AtomicReference<DocumentHarness> CURRENT = new AtomicReference<>(new MemoryDocumentHarness());

    static final class Log extends DocumentLogContract {
        @Override
        protected DocumentHarness harness() {
            return CURRENT.get();
        }
    }

    static final class Issuing extends DocumentsContract {
        @Override
        protected DocumentHarness harness() {
            return CURRENT.get();
        }
    }

    /** A harness over books, with this log. */
    private record Harness(BooksHarness books, DocumentLog documents) implements DocumentHarness {
        static Harness with(UnaryOperator<DocumentLog> broken) {
            MemoryHarness books = new MemoryHarness();
            return new Harness(books, broken.apply(new MemoryDocumentLog((MemoryUnitOfWork) books.unitOfWork())));
        }

        @Override
        public UnitOfWork unitOfWork() {
            return books.unitOfWork();
        }

        @Override
        public NumberSeries numberSeries() {
            return books.numberSeries();
        }

        @Override
        public Outbox outbox() {
            return books.outbox();
        }

        @Override
        public ImmutableList<ErpEvent> told() {
            return books.told();
        }

        @Override
        public ImmutableSet<Capability> capabilities() {
            return books.capabilities();
        }

        @Override
        public DocumentHarness otherTenant() {
            return with(log -> log);
        }

        @Override
        public DocumentHarness reopened() {
            throw new UnsupportedOperationException();
        }
    }

    /** A log that hands everything on. */
    private static class Passing implements DocumentLog {
        final DocumentLog sound;

        Passing(DocumentLog sound) {
            this.sound = sound;
        }

        @Override
        public void append(IssuedDocument document) {
            sound.append(document);
        }

        @Override
        public Optional<IssuedDocument> find(DocumentId id) {
            return sound.find(id);
        }

        @Override
        public Optional<IssuedDocument> find(DocumentNumber number) {
            return sound.find(number);
        }

        @Override
        public Optional<IssuedDocument> find(DocumentKind kind, PartyId supplier, String supplierNumber) {
            return sound.find(kind, supplier, supplierNumber);
        }

        @Override
        public ImmutableList<IssuedDocument> referringTo(DocumentId id) {
            return sound.referringTo(id);
        }

        @Override
        public void forEach(DocumentQuery query, Consumer<? super IssuedDocument> sink) {
            sound.forEach(query, sink);
        }
    }

    private static ImmutableList<String> broken(DocumentHarness harness, Class<? extends PortContract<?>> contract) {
        CURRENT.set(harness);
        return Switched.broken(TestHarness.sound(), contract);
    }

    @Test
    void sound_documents_break_no_rule() {
        assertThat(broken(Harness.with(log -> log), Log.class)).isEmpty();
        assertThat(broken(Harness.with(log -> log), Issuing.class)).isEmpty();
    }

    @Test
    void a_log_that_forgets_who_takes_of_whom_is_caught() {
        UnaryOperator<DocumentLog> forgets = log -> new Passing(log) {
            @Override
            public ImmutableList<IssuedDocument> referringTo(DocumentId id) {
                return Lists.immutable.empty();
            }
        };
        assertThat(broken(Harness.with(forgets), Log.class)).contains("documents_3_1");
        assertThat(broken(Harness.with(forgets), Issuing.class)).contains("issuing_2_2");
    }

    @Test
    void a_log_that_drops_what_it_knows_already_is_caught() {
        assertThat(broken(
                        Harness.with(log -> new Passing(log) {
                            @Override
                            public void append(IssuedDocument document) {
                                boolean known = document.supplierNumber()
                                        .flatMap(number -> find(document.kind(), document.party(), number))
                                        .isPresent();
                                if (!known) {
                                    super.append(document);
                                }
                            }
                        }),
                        Log.class))
                .contains("documents_2_1");
    }

    @Test
    void a_log_that_keeps_what_did_not_commit_is_caught() {
        UnaryOperator<DocumentLog> alone = log -> new MemoryDocumentLog(new MemoryUnitOfWork());
        assertThat(broken(Harness.with(alone), Log.class)).contains("documents_5_1");
        assertThat(broken(Harness.with(alone), Issuing.class)).contains("issuing_1_2");
    }

    @Test
    void numbers_that_are_lost_with_a_failure_are_caught() {
        MemoryUnitOfWork alone = new MemoryUnitOfWork();
        NumberSeries lost = new MemoryNumberSeries(alone);
        NumberSeries series = new NumberSeries() {
            @Override
            public long next(SeriesId of) {
                return alone.execute(() -> lost.next(of));
            }

            @Override
            public long last(SeriesId of) {
                return lost.last(of);
            }
        };
        Harness sound = Harness.with(log -> log);
        InvocationHandler replaced = (proxy, method, arguments) -> {
            if (method.getName().equals("numberSeries")) {
                return series;
            }
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : method.invoke(sound.books(), arguments);
        };
        BooksHarness books = (BooksHarness) Proxy.newProxyInstance(
                BooksHarness.class.getClassLoader(), new Class<?>[] {BooksHarness.class}, replaced);
        Harness harness = new Harness(books, sound.documents());
        assertThat(broken(harness, Issuing.class)).contains("issuing_1_1", "issuing_1_2");
    }
}
