package dev.erpkit.testkit.cases;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Every kind of case of customers the kit knows, most particular first. */
final class CustomerReaders {
    private CustomerReaders() {}

    static ImmutableList<CaseReader> all() {
        MutableList<CaseReader> readers = Lists.mutable.empty();
        readers.addAllIterable(parties());
        readers.addAllIterable(behaviour());
        return readers.toImmutable();
    }

    private static ImmutableList<CaseReader> parties() {
        return Lists.immutable.of(
                MatchingReaders::phoneMatches,
                MatchingReaders::phoneForms,
                MatchingReaders::similarity,
                MatchingReaders::evidence,
                DuplicateReader::run,
                MergeReaders::fieldValues,
                MergeReaders::twoParties,
                MergeReaders::links,
                MergeReaders::following,
                AttributionReader::run);
    }

    private static ImmutableList<CaseReader> behaviour() {
        return Lists.immutable.of(BasketReader::run, RepeatReader::run, LifetimeReader::run, ChurnReader::run);
    }
}
