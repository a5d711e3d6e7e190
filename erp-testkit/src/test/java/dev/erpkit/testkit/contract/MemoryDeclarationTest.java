package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The ports of declarations in memory pass their contracts. */
class MemoryDeclarationTest {
    static final MemoryDeclarationHarness HARNESS = new MemoryDeclarationHarness();

    @Nested
    class Facts extends TaxFactLogContract {
        @Override
        protected DeclarationHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Declarations extends DeclarationLogContract {
        @Override
        protected DeclarationHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Races extends DeclarationRaceContract {
        @Override
        protected DeclarationHarness harness() {
            return HARNESS;
        }
    }
}
