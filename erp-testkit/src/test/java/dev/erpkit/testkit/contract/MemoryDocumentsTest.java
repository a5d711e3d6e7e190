package dev.erpkit.testkit.contract;

import net.jqwik.api.Group;
import org.junit.jupiter.api.Nested;

/** The memory documents pass their contracts. */
class MemoryDocumentsTest {
    private static final DocumentHarness PORTS = new MemoryDocumentHarness();
    private static final DocumentHarness SERVICES = new MemoryDocumentHarness();

    @Nested
    @Group
    class Log extends DocumentLogContract {
        @Override
        protected DocumentHarness harness() {
            return PORTS;
        }
    }

    @Nested
    @Group
    class Issuing extends DocumentsContract {
        @Override
        protected DocumentHarness harness() {
            return SERVICES;
        }
    }
}
