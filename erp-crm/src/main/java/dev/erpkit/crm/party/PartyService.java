package dev.erpkit.crm.party;

import dev.erpkit.core.event.FactRecorded;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.Stored;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.party.port.PartyLog;
import dev.erpkit.crm.party.port.PhoneNumbers;
import dev.erpkit.crm.party.port.ProfileStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * People and organisations of one tenant. Every command is one unit of work; the same key with the same content gives the first
 * record again, with other content {@code party.key-reused}. A command about an absorbed id is one about its survivor. A
 * refused command has changed nothing.
 *
 * <p>Permissions: {@code party.edit}, {@code party.consent}, {@code party.merge} and {@code party.erase}, with scope {@code *};
 * {@code access.denied} otherwise.
 */
public final class PartyService {
    private final PartyLog log;
    private final ProfileStore profiles;
    private final PhoneNumbers phones;
    private final Outbox outbox;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * A service over a host's ports.
     *
     * @param outbox takes {@code party.merged} and {@code party.unmerged}, about the absorbed id
     */
    public PartyService(
            PartyLog log,
            ProfileStore profiles,
            PhoneNumbers phones,
            Outbox outbox,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.log = log;
        this.profiles = profiles;
        this.phones = phones;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** All facts about the party behind an id and about whoever was ever merged with it. */
    public PartyFacts facts(PartyId party) {
        return unitOfWork.execute(() -> connected(party));
    }

    /** The party behind an id, nothing when nobody registered it. */
    public Optional<PartyView> find(PartyId party) {
        return unitOfWork.execute(() -> {
            PartyFacts facts = connected(party);
            if (!facts.isKnown(party)) {
                return Optional.empty();
            }
            PartyId survivor = facts.aliases().resolve(party);
            ImmutableList<PartyId> ids = facts.aliases().sameAs(party);
            Survivorship rule = facts.survivorship(survivor).orElse(Survivorship.SURVIVOR);
            ImmutableList<PartyProfile> known = ids.collect(profiles::find)
                    .select(Optional::isPresent)
                    .collect(stored -> stored.orElseThrow().value());
            return Optional.of(PartyView.of(survivor, ids, rule, known));
        });
    }

    /**
     * Registers a party.
     *
     * @return the record, or {@code party.exists}, {@code contact.phone-invalid}
     */
    public Outcome<PartyRecord> register(IdempotencyKey key, PartyProfile profile, Actor actor) {
        return command(key, "party.edit", "register " + content(profile), actor, () -> {
            if (connected(profile.party()).isKnown(profile.party())) {
                return Outcome.refused(PartyRefusals.exists(profile.party()));
            }
            Optional<Refusal> wrong = wrongPhone(profile);
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            profiles.insert(changed(profile));
            return Outcome.accepted(Lists.immutable.of(new PartyChange.Registered(profile.party(), profile.kind())));
        });
    }

    /**
     * Changes the profile that stands under an id, which of a merged party is one of several.
     *
     * @param version the version that was read
     * @return the record, or {@code party.unknown}, {@code party.erased}, {@code party.kind-changed},
     *     {@code contact.phone-invalid}
     * @throws dev.erpkit.core.port.StaleVersionException when somebody else has changed it since
     */
    public Outcome<PartyRecord> amend(IdempotencyKey key, PartyProfile profile, long version, Actor actor) {
        return command(key, "party.edit", "amend " + version + " " + content(profile), actor, () -> {
            Optional<Refusal> wrong = unusable(connected(profile.party()), profile.party())
                    .or(() -> wrongPhone(profile))
                    .or(() -> profiles.find(profile.party())
                            .filter(before -> before.value().kind() != profile.kind())
                            .map(before -> PartyRefusals.kindChanged(profile.party())));
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            profiles.replace(changed(profile), version);
            return Outcome.accepted(Lists.immutable.of(new PartyChange.Amended(profile.party())));
        });
    }

    /** Relates two parties. Refused with {@code party.unknown} or {@code party.erased}. */
    public Outcome<PartyRecord> relate(IdempotencyKey key, Relation relation, Actor actor) {
        PartyChange change = new PartyChange.Related(relation);
        return command(
                key,
                "party.edit",
                change.text(),
                actor,
                () -> unusable(connected(relation.from()), relation.from())
                        .or(() -> unusable(connected(relation.to()), relation.to()))
                        .map(Outcome::<ImmutableList<PartyChange>>refused)
                        .orElseGet(() -> Outcome.accepted(Lists.immutable.of(change))));
    }

    /** Ends a relation before a day. Refused with {@code relation.unknown} where none goes on until then. */
    public Outcome<PartyRecord> endRelation(
            IdempotencyKey key, Relation relation, LocalDate endExclusive, Actor actor) {
        PartyChange change = new PartyChange.RelationEnded(relation, endExclusive);
        return command(key, "party.edit", change.text(), actor, () -> {
            boolean goesOn = connected(relation.from())
                            .relations(relation.from())
                            .anySatisfy(r -> r.sameAs(relation) && r.validity().equals(relation.validity()))
                    && relation.validity().startInclusive().isBefore(endExclusive)
                    && endExclusive.isBefore(relation.validity().endExclusive());
            return goesOn
                    ? Outcome.accepted(Lists.immutable.of(change))
                    : Outcome.refused(PartyRefusals.relationUnknown(relation));
        });
    }

    /**
     * Records what a party said about a channel and purpose.
     *
     * @return the record, or {@code party.unknown}, {@code party.erased}, {@code consent.future}
     */
    public Outcome<PartyRecord> consent(IdempotencyKey key, PartyId party, ConsentStatement statement, Actor actor) {
        return command(key, "party.consent", new PartyChange.Consented(party, statement).text(), actor, () -> {
            PartyFacts facts = connected(party);
            Instant now = clock.instant();
            Optional<Refusal> wrong = unusable(facts, party)
                    .or(() -> statement.at().isAfter(now)
                            ? Optional.of(PartyRefusals.consentFuture(statement.at(), now))
                            : Optional.empty());
            return wrong.map(Outcome::<ImmutableList<PartyChange>>refused)
                    .orElseGet(() -> Outcome.accepted(Lists.immutable.of(
                            new PartyChange.Consented(facts.aliases().resolve(party), statement))));
        });
    }

    /**
     * Merges a party into another: whatever belongs to it belongs to the survivor from now on, and its id stays an alias. Of
     * consents the strictest wins.
     *
     * @param survivor who stays, by any of its ids
     * @param absorbed who turned out to be the same
     * @return the record, or {@code party.merge-self}, {@code party.merged-already}, {@code party.unknown},
     *     {@code party.erased}
     */
    public Outcome<PartyRecord> merge(
            IdempotencyKey key, PartyId survivor, PartyId absorbed, Survivorship survivorship, Actor actor) {
        PartyChange.Merged asked = new PartyChange.Merged(survivor, absorbed, survivorship);
        return command(key, "party.merge", asked.text(), actor, () -> {
            PartyFacts into = connected(survivor);
            PartyFacts from = connected(absorbed);
            PartyId stays = into.aliases().resolve(survivor);
            Optional<Refusal> wrong = stays.equals(absorbed)
                    ? Optional.of(PartyRefusals.mergeSelf(absorbed))
                    : unusable(into, survivor).or(() -> unusable(from, absorbed));
            if (wrong.isEmpty() && from.aliases().isAlias(absorbed)) {
                wrong = Optional.of(
                        PartyRefusals.mergedAlready(absorbed, from.aliases().resolve(absorbed)));
            }
            return wrong.map(Outcome::<ImmutableList<PartyChange>>refused)
                    .orElseGet(() -> Outcome.accepted(
                            Lists.immutable.of(new PartyChange.Merged(stays, absorbed, survivorship))));
        });
    }

    /**
     * Takes the merge of an absorbed id back: both are as if it had not been, with what each was told since; what was
     * withdrawn meanwhile is withdrawn for both. Refused with {@code party.not-merged} or {@code party.erased}.
     */
    public Outcome<PartyRecord> unmerge(IdempotencyKey key, PartyId absorbed, Actor actor) {
        return command(key, "party.merge", "unmerge " + absorbed, actor, () -> {
            PartyFacts facts = connected(absorbed);
            PartyId survivor = facts.aliases().links().get(absorbed);
            if (survivor == null) {
                return Outcome.refused(PartyRefusals.notMerged(absorbed));
            }
            return unusable(facts, absorbed)
                    .map(Outcome::<ImmutableList<PartyChange>>refused)
                    .orElseGet(
                            () -> Outcome.accepted(Lists.immutable.of(new PartyChange.Unmerged(survivor, absorbed))));
        });
    }

    /**
     * Erases what is personal about the party behind an id, under all its ids. Facts, and so all figures, stay. Refused with
     * {@code party.unknown} or {@code party.erased}.
     */
    public Outcome<PartyRecord> erase(IdempotencyKey key, PartyId party, Actor actor) {
        return command(key, "party.erase", "erase " + party, actor, () -> {
            PartyFacts facts = connected(party);
            Optional<Refusal> wrong = unusable(facts, party);
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            ImmutableList<PartyId> ids = facts.aliases().sameAs(party);
            ids.forEach(profiles::erase);
            return Outcome.accepted(ids.collect(PartyChange.Erased::new));
        });
    }

    private static Optional<Refusal> unusable(PartyFacts facts, PartyId party) {
        if (!facts.isKnown(party)) {
            return Optional.of(PartyRefusals.unknown(party));
        }
        return facts.isErased(party) ? Optional.of(PartyRefusals.erased(party)) : Optional.empty();
    }

    private Optional<Refusal> wrongPhone(PartyProfile profile) {
        return Optional.of(profile.contactPoints()
                        .detectIndex(point -> point.kind() == ContactKind.PHONE
                                && phones.international(point.value()).isEmpty()))
                .filter(position -> position >= 0)
                .map(position -> PartyRefusals.phoneInvalid(position + 1));
    }

    private PartyProfile changed(PartyProfile profile) {
        PartyProfile.Builder builder = PartyProfile.builder();
        return builder.from(profile)
                .changedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    /** What was asked; only its fingerprint is kept. */
    private static String content(PartyProfile profile) {
        return Lists.immutable
                .<Object>of(
                        profile.party(),
                        profile.kind().text(),
                        profile.name(),
                        profile.reading(),
                        profile.organisation(),
                        profile.contactPoints()
                                .collect(p -> Lists.immutable.of(p.kind(), p.value(), p.label(), p.validity())),
                        profile.identifiers().collect(i -> Lists.immutable.of(i.scheme(), i.value())))
                .makeString("\n");
    }

    /** The records of a party, of whoever was merged with it, and so on. */
    private PartyFacts connected(PartyId party) {
        MutableMap<Long, PartyRecord> records = Maps.mutable.empty();
        MutableSet<PartyId> seen = Sets.mutable.of(party);
        Deque<PartyId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            log.forEachOf(open.remove(), fact -> {
                records.put(fact.sequence(), fact);
                fact.changes()
                        .select(c -> c instanceof PartyChange.Merged)
                        .flatCollect(PartyChange::parties)
                        .select(seen::add)
                        .forEach(open::add);
            });
        }
        return PartyFacts.of(records.values());
    }

    private Outcome<PartyRecord> command(
            IdempotencyKey key,
            String action,
            String content,
            Actor actor,
            Supplier<Outcome<? extends ImmutableList<? extends PartyChange>>> decision) {
        Permission permission = new Permission(action, "*");
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        Digest fingerprint = Digest.ofText("party:v1\n" + content);
        return unitOfWork.execute(() -> {
            Optional<PartyRecord> earlier = log.find(key);
            if (earlier.isPresent()) {
                return earlier.get().fingerprint().equals(fingerprint)
                        ? Outcome.replayed(earlier.get())
                        : Outcome.refused(PartyRefusals.keyReused(key));
            }
            return decision.get().map(changes -> append(key, fingerprint, actor, changes));
        });
    }

    private PartyRecord append(
            IdempotencyKey key, Digest fingerprint, Actor actor, ImmutableList<? extends PartyChange> changes) {
        PartyRecord fact = new PartyRecord(
                log.lastSequence() + 1,
                key,
                fingerprint,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                changes.collect(change -> change));
        log.append(fact);
        changes.forEach(change -> tell(fact, change));
        return fact;
    }

    private void tell(PartyRecord fact, PartyChange change) {
        if (change instanceof PartyChange.Merged merged) {
            tell(fact, "party.merged", merged.absorbed());
        } else if (change instanceof PartyChange.Unmerged unmerged) {
            tell(fact, "party.unmerged", unmerged.absorbed());
        }
    }

    private void tell(PartyRecord fact, String type, PartyId absorbed) {
        outbox.add(new FactRecorded(type, absorbed.value(), fact.sequence(), fact.recordedAt()));
    }

    /** The stored profile under an id, with the version that {@link #amend} needs. */
    public Optional<Stored<PartyProfile>> profile(PartyId party) {
        return profiles.find(party);
    }
}
