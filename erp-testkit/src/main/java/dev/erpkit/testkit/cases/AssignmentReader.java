package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.crm.pipeline.Assignment;
import dev.erpkit.crm.pipeline.Assignment.Need;
import dev.erpkit.crm.pipeline.Rotation;
import dev.erpkit.crm.pipeline.Seat;
import dev.erpkit.crm.pipeline.SellerId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Leads and who can take how many of them. */
final class AssignmentReader {
    private static final int PLENTY = 1_000_000;

    private AssignmentReader() {}

    static void run(Case current) {
        Alias given = new Alias(current.given());
        if (!current.given().has("capacity") && !current.given().has("members")) {
            throw new UnsupportedCaseException("no capacity");
        }
        ImmutableList<Seat> seats = seats(given);
        ImmutableList<Need> leads = given.any("leads", "lead_count")
                .map(AssignmentReader::leads)
                .orElse(Lists.immutable.of(Need.of("lead")));
        Rotation rotation = given.any("last", "last_assigned", "previous")
                .map(last -> new Rotation(SortedMaps.immutable.of(SellerId.of(last.text()), 1L)))
                .orElse(Rotation.start());
        given.nothingElse();
        Outcome<Assignment> outcome = Assignment.of(leads, seats, rotation);
        for (String name : current.expect().names()) {
            check(current, current.expect().at(name), name, outcome, seats);
        }
    }

    private static ImmutableList<Seat> seats(Alias given) {
        Optional<Field> capacity = given.any("capacity", "capacities");
        Optional<Field> taken = given.any("assigned", "taken", "already");
        Optional<Field> skills = given.any("skills");
        ImmutableList<String> members = capacity.map(Field::names)
                .orElseGet(() -> given.need("members", "team").elements().collect(Field::text));
        return members.collect(name -> {
            Seat seat = Seat.of(
                            name,
                            capacity.map(field -> field.at(name).decimal().intValueExact())
                                    .orElse(PLENTY))
                    .withTaken(taken.flatMap(field -> field.find(name))
                            .map(field -> field.decimal().intValueExact())
                            .orElse(0));
            ImmutableList<String> can = skills.flatMap(field -> field.find(name))
                    .map(field -> field.elements().collect(Field::text))
                    .orElse(Lists.immutable.empty());
            return can.injectInto(seat, Seat::withSkill);
        });
    }

    private static ImmutableList<Need> leads(Field field) {
        MutableList<Need> leads = Lists.mutable.empty();
        if (field.isList()) {
            for (Field lead : field.elements()) {
                Optional<String> skill = lead.isObject() ? lead.find("skill").map(Field::text) : Optional.empty();
                String name =
                        lead.isObject() ? lead.find("id").map(Field::text).orElse("lead " + leads.size()) : lead.text();
                leads.add(new Need(name, skill));
            }
        } else {
            int count = field.decimal().intValueExact();
            for (int i = 0; i < count; i++) {
                leads.add(Need.of("lead " + i));
            }
        }
        return leads.toImmutable();
    }

    private static void check(
            Case current, Field expected, String name, Outcome<Assignment> outcome, ImmutableList<Seat> seats) {
        int given = outcome.isAccepted() ? outcome.orElseThrow().given().size() : 0;
        if (name.equals("assigned") && !expected.isObject()) {
            current.differences().number(expected, given);
        } else if (name.matches("message|error|refused|reason")) {
            String code =
                    outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
            current.differences()
                    .same(expected, expected.text().replace(' ', '-'), code.substring(code.indexOf('.') + 1));
        } else if (name.matches("left|unassigned")) {
            current.differences()
                    .number(
                            expected,
                            outcome.isAccepted() ? outcome.orElseThrow().left().size() : 1);
        } else if (name.matches("order|sequence|assigned_to|next")) {
            ImmutableList<String> order =
                    outcome.orElseThrow().given().collect(one -> one.seller().value());
            if (expected.isList()) {
                current.differences().same(expected, expected.elements().collect(Field::text), order);
            } else {
                current.differences().text(expected, order.getFirst());
            }
        } else if (expected.isObject()) {
            expected.names().forEach(seller -> check(current, expected.at(seller), seller, outcome, seats));
        } else if (seats.anySatisfy(seat -> seat.seller().value().equals(name))) {
            current.differences().number(expected, outcome.orElseThrow().count(SellerId.of(name)));
        } else {
            throw new UnsupportedCaseException(expected.path());
        }
    }
}
