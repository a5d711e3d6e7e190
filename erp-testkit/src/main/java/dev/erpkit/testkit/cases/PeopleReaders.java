package dev.erpkit.testkit.cases;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Every kind of case of people the kit knows, most particular first. */
final class PeopleReaders {
    private PeopleReaders() {}

    static ImmutableList<CaseReader> all() {
        MutableList<CaseReader> readers = Lists.mutable.empty();
        readers.addAllIterable(PayrollReaders.all());
        readers.addAllIterable(JapaneseTaxReaders.all());
        readers.addAllIterable(JapaneseRemunerationReaders.all());
        readers.addAllIterable(JapaneseInsuranceReaders.all());
        readers.addAllIterable(JapaneseYearEndReaders.all());
        readers.addAllIterable(JapaneseResidentReaders.all());
        readers.addAllIterable(YearEndPartReaders.all());
        readers.addAllIterable(PremiumPartReaders.all());
        readers.add(JapanesePayslipReader::run);
        readers.addAllIterable(JapaneseLeaveReader.all());
        readers.addAllIterable(JapaneseTimeReaders.all());
        readers.addAllIterable(TimeReaders.all());
        readers.addAllIterable(LeaveReaders.all());
        readers.addAllIterable(PayPartsReaders.all());
        return readers.toImmutable();
    }
}
