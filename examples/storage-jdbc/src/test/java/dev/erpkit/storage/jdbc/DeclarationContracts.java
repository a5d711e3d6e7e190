package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.DeclarationHarness;
import dev.erpkit.testkit.contract.DeclarationLogContract;
import dev.erpkit.testkit.contract.DeclarationRaceContract;
import dev.erpkit.testkit.contract.TaxFactLogContract;
import net.jqwik.api.Group;
import org.junit.jupiter.api.Nested;

/** The contracts of declarations. */
abstract class DeclarationContracts {
    private final JdbcDeclarationHarness ports;

    DeclarationContracts(JdbcDeclarationHarness ports) {
        this.ports = ports;
    }

    @Nested
    @Group
    class Facts extends TaxFactLogContract {
        @Override
        protected DeclarationHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Declarations extends DeclarationLogContract {
        @Override
        protected DeclarationHarness harness() {
            return ports;
        }
    }

    @Nested
    @Group
    class Races extends DeclarationRaceContract {
        @Override
        protected DeclarationHarness harness() {
            return ports;
        }
    }
}
