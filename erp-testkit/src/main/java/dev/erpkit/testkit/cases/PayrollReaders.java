package dev.erpkit.testkit.cases;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Every kind of case of the payroll engine and of federal payroll. */
final class PayrollReaders {
    private PayrollReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                FederalReaders::withholding,
                FederalReaders::supplemental,
                FederalReaders::contributions,
                FederalReaders::unemployment,
                FederalReaders::garnishment,
                FlsaReader::run,
                EngineReaders::dependencyOrder,
                EngineReaders::retro,
                EngineReaders::proration);
    }
}
