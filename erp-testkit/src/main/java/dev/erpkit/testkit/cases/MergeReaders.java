package dev.erpkit.testkit.cases;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.activity.ActionId;
import dev.erpkit.crm.activity.Activity;
import dev.erpkit.crm.activity.ActivityChange;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.activity.ActivityId;
import dev.erpkit.crm.activity.ActivityRecord;
import dev.erpkit.crm.activity.Direction;
import dev.erpkit.crm.activity.NextAction;
import dev.erpkit.crm.activity.Timeline;
import dev.erpkit.crm.party.Aliases;
import dev.erpkit.crm.party.FieldMerge;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyFacts;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.PartyRecord;
import dev.erpkit.crm.party.PartyService;
import dev.erpkit.crm.party.Survivorship;
import dev.erpkit.crm.party.memory.MemoryPartyLog;
import dev.erpkit.crm.party.memory.MemoryProfileStore;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Merges of parties: which value survives, what follows whom, and what must not be merged. */
final class MergeReaders {
    private static final Actor ACTOR = Actor.of("case");
    private static final ImmutableSet<String> ACTIONS = Sets.immutable.of("tasks", "todos", "next_actions", "actions");
    private static final Pattern INTO = Pattern.compile("(\\S+) into (\\S+)");
    private static final Pattern KEPT = Pattern.compile("(?:kept on|moved to|on) (\\w+).*");

    private MergeReaders() {}

    /** Rows of two values of a field and the one that survives. */
    static void fieldValues(Case current) {
        ImmutableList<Field> rows = current.given()
                .find("rows")
                .filter(Field::isList)
                .map(Field::elements)
                .filter(list -> list.allSatisfy(row -> row.isObject() && row.has("newer") && row.has("older")))
                .orElseThrow(() -> new UnsupportedCaseException("no rows of values"));
        ImmutableList<Field> expected = current.expect().elements();
        if (expected.size() != rows.size()) {
            throw new UnsupportedCaseException("rows and values differ in number");
        }
        expected.forEachWithIndex((field, i) -> {
            Field row = rows.get(i);
            FieldMerge<String> merge = new FieldMerge<>(
                    value(row, "newer"),
                    value(row, "older"),
                    value(row, "winner"),
                    value(row, "default"),
                    row.find("anonymous").map(Field::truth).orElse(false));
            current.differences().text(field, merge.brings() ? merge.survivor().orElse("null") : "no change");
        });
    }

    private static Optional<String> value(Field row, String name) {
        return row.find(name).map(Field::text).filter(text -> !text.equals("null") && !text.isEmpty());
    }

    /** Somebody is merged into somebody, often into themselves. */
    static void twoParties(Case current) {
        current.requireGiven("winner", "loser");
        PartyId winner = PartyId.of(current.given().at("winner").text());
        PartyId loser = PartyId.of(current.given().at("loser").text());
        PartyService parties = service(Sets.immutable.of(winner, loser).toImmutableList());
        Outcome<PartyRecord> outcome = merge(parties, winner, loser);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "error" -> {
                    boolean same =
                            expected.text().contains("same") || expected.text().contains("self");
                    current.differences()
                            .holds(
                                    expected,
                                    same
                                            && outcome.refusal()
                                                    .filter(r ->
                                                            r.code().value().equals("party.merge-self"))
                                                    .isPresent());
                }
                case "merged" -> current.differences().text(expected, outcome.isAccepted());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static PartyService service(ImmutableList<PartyId> ids) {
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        PartyService parties = new PartyService(
                new MemoryPartyLog(unitOfWork),
                new MemoryProfileStore(unitOfWork),
                LibPhoneNumbers.anywhere(),
                Outbox.none(),
                unitOfWork,
                AccessPolicy.allowAll(),
                () -> Instant.EPOCH);
        ids.forEach(id -> parties.register(
                        IdempotencyKey.of("new " + id),
                        PartyProfile.person(id.value(), id.value()).build(),
                        ACTOR)
                .orElseThrow());
        return parties;
    }

    private static Outcome<PartyRecord> merge(PartyService parties, PartyId winner, PartyId loser) {
        return parties.merge(
                IdempotencyKey.of("merge " + loser + " into " + winner), winner, loser, Survivorship.NEWEST, ACTOR);
    }

    /** Merges as imported data has them, perhaps in a circle. */
    static void links(Case current) {
        Field merged = current.given()
                .find("merged")
                .filter(Field::isObject)
                .orElseThrow(() -> new UnsupportedCaseException("no merges"));
        current.requireGiven("merged");
        Aliases aliases = Aliases.of(merged.names()
                .collect(from -> new PartyChange.Merged(
                        PartyId.of(merged.at(from).text()), PartyId.of(from), Survivorship.NEWEST)));
        ImmutableList<ActivityRecord> replies = merged.names()
                .collectWithIndex((id, i) -> record(i + 1, new ActivityChange.Logged(activity("reply-" + id, id))));
        Timeline timeline = Timeline.of(replies, aliases);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (name.startsWith("target_of_")) {
                PartyId id = PartyId.of(name.substring("target_of_".length()));
                current.differences()
                        .text(expected, aliases.target(id).map(PartyId::value).orElse("null"));
            } else if (name.equals("reply")) {
                Matcher kept = KEPT.matcher(expected.text());
                if (!kept.matches()) {
                    throw new UnsupportedCaseException(expected.path());
                }
                boolean there = timeline.activities(PartyId.of(kept.group(1)))
                        .anySatisfy(a -> a.id().equals(
                                        ActivityId.of("reply-" + merged.names().getFirst())));
                current.differences().holds(expected, there);
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static Activity activity(String id, String party) {
        return Activity.builder()
                .id(id)
                .party(PartyId.of(party))
                .channel(ActivityChannel.EMAIL)
                .direction(Direction.IN)
                .at(Instant.EPOCH)
                .author(ACTOR)
                .build();
    }

    private static ActivityRecord record(long sequence, ActivityChange change) {
        return new ActivityRecord(
                sequence,
                IdempotencyKey.of("k" + sequence),
                Digest.ofText(change.text()),
                Instant.EPOCH,
                ACTOR,
                Lists.immutable.of(change));
    }

    /** People with so many activities and tasks, and what they have after merges. */
    static void following(Case current) {
        Field people = current.given()
                .find("people")
                .or(() -> current.given().find("parties"))
                .filter(Field::isObject)
                .orElseThrow(() -> new UnsupportedCaseException("no people"));
        Field merges = current.given().at("merge");
        PartyService parties = service(people.names().collect(PartyId::of));
        MutableList<ActivityRecord> records = Lists.mutable.empty();
        for (String id : people.names()) {
            people.at(id)
                    .names()
                    .forEach(kind -> add(records, id, kind, people.at(id).at(kind)));
        }
        for (Field step : merges.isList() ? merges.elements() : Lists.immutable.of(merges)) {
            Matcher into = INTO.matcher(step.text());
            if (!into.matches()) {
                throw new UnsupportedCaseException(step.path());
            }
            merge(parties, PartyId.of(into.group(2)), PartyId.of(into.group(1))).orElseThrow();
        }
        if (current.given().find("undo").filter(Field::truth).isPresent()) {
            undo(parties, merges);
        }
        for (String id : current.expect().names()) {
            PartyFacts facts = parties.facts(PartyId.of(id));
            Timeline timeline = Timeline.of(records, facts.aliases());
            check(current, PartyId.of(id), current.expect().at(id), facts, timeline);
        }
    }

    /** The last merge first. */
    private static void undo(PartyService parties, Field merges) {
        ImmutableList<Field> steps = merges.isList() ? merges.elements() : Lists.immutable.of(merges);
        for (Field step : steps.toReversed()) {
            Matcher into = INTO.matcher(step.text());
            if (into.matches()) {
                parties.unmerge(IdempotencyKey.of("undo " + step.text()), PartyId.of(into.group(1)), ACTOR)
                        .orElseThrow();
            }
        }
    }

    private static void add(MutableList<ActivityRecord> records, String party, String kind, Field count) {
        for (int i = 0; i < count.decimal().intValueExact(); i++) {
            String id = kind + ":" + party + ":" + i;
            records.add(record(
                    records.size() + 1L,
                    ACTIONS.contains(kind)
                            ? new ActivityChange.Planned(
                                    new NextAction(ActionId.of(id), PartyId.of(party), kind, LocalDate.EPOCH, ACTOR))
                            : new ActivityChange.Logged(activity(id, party))));
        }
    }

    private static void check(Case current, PartyId id, Field expect, PartyFacts facts, Timeline timeline) {
        for (String name : expect.names()) {
            Field expected = expect.at(name);
            switch (name) {
                case "alias_of" -> {
                    current.differences().text(expected, facts.aliases().resolve(id));
                    current.differences().same(expected, true, facts.aliases().isAlias(id));
                }
                case "merge_note_on_both" -> {
                    PartyId target = facts.aliases().resolve(id);
                    boolean both = facts.history(target)
                            .flatCollect(PartyRecord::changes)
                            .anySatisfy(change -> change instanceof PartyChange.Merged
                                    && change.parties().contains(id)
                                    && change.parties().contains(target));
                    current.differences().text(expected, both);
                }
                default -> current.differences().number(expected, count(timeline, id, name));
            }
        }
    }

    private static int count(Timeline timeline, PartyId id, String kind) {
        return ACTIONS.contains(kind)
                ? timeline.actions(id).count(action -> action.kind().equals(kind))
                : timeline.activities(id)
                        .count(activity -> activity.id().value().startsWith(kind + ":"));
    }
}
