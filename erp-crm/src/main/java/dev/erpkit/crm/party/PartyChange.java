package dev.erpkit.crm.party;

import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** One thing that happened to a party; nothing in it is personal. */
public sealed interface PartyChange {
    /** To whom. */
    PartyId party();

    /** Every party that it names: it stands in the history of each. */
    default ImmutableList<PartyId> parties() {
        return Lists.immutable.of(party());
    }

    /** The canonical text. */
    String text();

    /**
     * A party became known.
     *
     * @param party who
     * @param kind what it is
     */
    record Registered(PartyId party, PartyKind kind) implements PartyChange {
        @Override
        public String text() {
            return "register " + kind.text() + " " + party;
        }
    }

    /**
     * The profile of a party was changed.
     *
     * @param party whose
     */
    record Amended(PartyId party) implements PartyChange {
        @Override
        public String text() {
            return "amend " + party;
        }
    }

    /**
     * One party is something to another.
     *
     * @param relation what
     */
    record Related(Relation relation) implements PartyChange {
        @Override
        public PartyId party() {
            return relation.from();
        }

        @Override
        public ImmutableList<PartyId> parties() {
            return Lists.immutable.of(relation.from(), relation.to());
        }

        @Override
        public String text() {
            return "relate " + relation.from() + " " + relation.type() + " " + relation.to() + " "
                    + relation.validity();
        }
    }

    /**
     * A relation ends.
     *
     * @param relation the relation as it was
     * @param endExclusive the first day on which it is no more
     */
    record RelationEnded(Relation relation, LocalDate endExclusive) implements PartyChange {
        @Override
        public PartyId party() {
            return relation.from();
        }

        @Override
        public ImmutableList<PartyId> parties() {
            return Lists.immutable.of(relation.from(), relation.to());
        }

        @Override
        public String text() {
            return "end " + relation.from() + " " + relation.type() + " " + relation.to() + " " + endExclusive;
        }
    }

    /**
     * A party gave or withdrew consent.
     *
     * @param party who
     * @param statement what it said
     */
    record Consented(PartyId party, ConsentStatement statement) implements PartyChange {
        @Override
        public String text() {
            return "consent " + party + " " + statement.state().text() + " " + statement.scope() + " " + statement.at()
                    + " " + statement.proof();
        }
    }

    /**
     * One party turned out to be another one.
     *
     * @param party who stays
     * @param absorbed whose id is an alias from now on
     * @param survivorship whose single values the merged party shows
     */
    record Merged(PartyId party, PartyId absorbed, Survivorship survivorship) implements PartyChange {
        @Override
        public ImmutableList<PartyId> parties() {
            return Lists.immutable.of(party, absorbed);
        }

        @Override
        public String text() {
            return "merge " + absorbed + " into " + party + " " + survivorship.text();
        }
    }

    /**
     * A merge was taken back.
     *
     * @param party who had stayed
     * @param absorbed who is somebody else again
     */
    record Unmerged(PartyId party, PartyId absorbed) implements PartyChange {
        @Override
        public ImmutableList<PartyId> parties() {
            return Lists.immutable.of(party, absorbed);
        }

        @Override
        public String text() {
            return "unmerge " + absorbed + " from " + party;
        }
    }

    /**
     * All that was personal about a party was erased.
     *
     * @param party whose
     */
    record Erased(PartyId party) implements PartyChange {
        @Override
        public String text() {
            return "erase " + party;
        }
    }
}
