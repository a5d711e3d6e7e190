package dev.erpkit.testkit.cases;

import dev.erpkit.crm.scoring.Lead;
import dev.erpkit.crm.scoring.Lead.Feature;
import dev.erpkit.crm.scoring.LeadFrequencies;
import dev.erpkit.crm.scoring.LeadState;
import dev.erpkit.crm.scoring.ScoringPolicy;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.IntSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.primitive.MutableIntSet;
import org.eclipse.collections.impl.tuple.Tuples;

/** Leads that were won or lost, and the score that naive Bayes gives another one. */
final class ScoringReader {
    private static final String UNSET = "unset";
    private static final Pattern NO_TEAM = Pattern.compile("leads? (\\d+)(?:\\.\\.|-)?(\\d+)? ha(?:ve|s) no team");
    private static final Pattern DECIDED = Pattern.compile("lead (\\d+) (?:is )?(won|lost)( and restored)?");
    private static final Pattern SPAN = Pattern.compile("(\\d+)(?:-(\\d+))?(?: ((?:tag\\d+\\+?)+))?");
    private static final Pattern CELL = Pattern.compile("(\\w+)\\.stage(\\w+)\\.(won|lost)");

    private ScoringReader() {}

    private static ScoringPolicy policy(ImmutableList<String> stages) {
        return ScoringPolicy.of(stages.toArray(new String[0]));
    }

    private static <K, V> V need(MutableMap<K, V> known, K key) {
        V found = known.get(key);
        if (found == null) {
            throw new UnsupportedCaseException("no lead " + key);
        }
        return found;
    }

    /** Leads as rows. */
    static void leads(Case current) {
        Field given = current.given();
        if (!given.has("leads") || !given.at("leads").isList() || !given.has("outcome") || !given.has("stages")) {
            throw new UnsupportedCaseException("no leads");
        }
        ImmutableList<String> stages =
                given.at("stages").elements().collect(Field::text).reject(stage -> stage.endsWith("=won"));
        ImmutableList<String> fields = given.at("fields").elements().collect(Field::text);
        MutableMap<String, Field> rows = Maps.mutable.empty();
        given.at("leads").elements().forEach(row -> rows.put(row.at("index").text(), row));
        MutableMap<String, String> outcomes = Maps.mutable.empty();
        given.at("outcome")
                .names()
                .forEach(lead -> outcomes.put(lead, given.at("outcome").at(lead).text()));
        MutableIntSet teamless = IntSets.mutable.empty();
        MutableList<String> detours = Lists.mutable.empty();
        given.find("change").ifPresent(change -> changes(change.text(), teamless, outcomes, detours));
        MutableMap<String, Lead> leads = rows.collect((id, row) ->
                Tuples.pair(id, lead(row, fields, teamless.contains(Integer.parseInt(id)), Optional.empty())));
        LeadFrequencies history = new LeadFrequencies(policy(stages));
        outcomes.forEachKeyValue((id, outcome) -> {
            if (outcome.equals("won")) {
                history.won(need(leads, id));
            } else {
                history.lost(need(leads, id));
            }
        });
        detours.forEach(id -> {
            history.lost(need(leads, id));
            history.undoLost(need(leads, id));
        });
        String asked = given.at("score").text();
        Lead lead = lead(need(rows, asked), fields, teamless.contains(Integer.parseInt(asked)), given.find("edit"));
        check(current, history, lead);
    }

    private static void changes(
            String text, MutableIntSet teamless, MutableMap<String, String> outcomes, MutableList<String> detours) {
        for (String part : text.toLowerCase(Locale.ROOT).split(";|, (?=lead)")) {
            String change = part.replaceFirst("^ *(then )?", "").strip();
            Matcher team = NO_TEAM.matcher(change);
            Matcher decided = DECIDED.matcher(change);
            if (team.matches()) {
                int first = Integer.parseInt(team.group(1));
                int last = Optional.ofNullable(team.group(2))
                        .map(Integer::parseInt)
                        .orElse(first);
                for (int i = first; i <= last; i++) {
                    teamless.add(i);
                }
            } else if (decided.matches() && decided.group(3) != null) {
                detours.add(decided.group(1));
            } else if (decided.matches()) {
                outcomes.put(decided.group(1), decided.group(2));
            } else {
                throw new UnsupportedCaseException("change " + change);
            }
        }
    }

    /** Unset places and sources are skipped; an unset address or number is a value of its own. */
    private static Lead lead(Field row, ImmutableList<String> fields, boolean teamless, Optional<Field> edit) {
        row.names().forEach(name -> row.at(name).text());
        Optional<String> team = row.find("team").map(Field::text).filter(name -> !teamless && !name.equals("null"));
        Lead lead = new Lead(team, value(row, edit, "stage"), Lists.immutable.empty());
        for (String field : fields) {
            String value = value(row, edit, field);
            if (!value.equals("null")) {
                lead = lead.with(field, value);
            } else if (field.matches("email.*|phone.*")) {
                lead = lead.with(field, UNSET);
            }
        }
        return lead;
    }

    private static String value(Field row, Optional<Field> edit, String name) {
        return edit.flatMap(field -> field.find(name))
                .or(() -> row.find(name))
                .map(Field::text)
                .orElse("null");
    }

    private static void check(Case current, LeadFrequencies history, Lead lead) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (!name.matches("probability|score")) {
                throw new UnsupportedCaseException(expected.path());
            }
            double percent = history.percent(lead, LeadState.PENDING)
                    .orElseThrow(() -> new UnsupportedCaseException("no score"));
            current.differences().estimate(expected, percent);
        }
    }

    /** Leads with tags, in spans of numbers. */
    static void tags(Case current) {
        Field given = current.given();
        if (!given.has("score_tags") || !given.has("won") || !given.has("lost")) {
            throw new UnsupportedCaseException("no tags");
        }
        MutableMap<Integer, Lead> leads = Maps.mutable.empty();
        String said = given.at("leads").text();
        String rows = said.substring(said.indexOf(':') + 1);
        Matcher stage = Pattern.compile("stage (\\w+)").matcher(said);
        String at = stage.find() ? stage.group(1) : "1";
        each(rows, (lead, tags) -> leads.put(lead, tagged(at, Lists.immutable.of(tags.split("\\+")))));
        LeadFrequencies history =
                new LeadFrequencies(policy(Lists.immutable.of(at)).withSparse("tag"));
        each(given.at("won").text(), (lead, tags) -> history.won(need(leads, lead)));
        each(given.at("lost").text(), (lead, tags) -> history.lost(need(leads, lead)));
        given.find("pending").ifPresent(pending -> pending.elements().forEach(Field::text));
        check(
                current,
                history,
                tagged(
                        at,
                        given.at("score_tags")
                                .elements()
                                .collect(tag -> "tag" + tag.text().replace("tag", ""))));
    }

    private static Lead tagged(String stage, ImmutableList<String> tags) {
        return tags.reject(String::isEmpty).injectInto(Lead.of("team", stage), (lead, tag) -> lead.with("tag", tag));
    }

    private interface Row {
        void of(int lead, String tags);
    }

    private static void each(String spans, Row row) {
        for (String part : spans.split(",")) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw new UnsupportedCaseException("span " + part);
            }
            int first = Integer.parseInt(span.group(1));
            int last = Optional.ofNullable(span.group(2)).map(Integer::parseInt).orElse(first);
            for (int lead = first; lead <= last; lead++) {
                row.of(lead, Optional.ofNullable(span.group(3)).orElse(""));
            }
        }
    }

    /** A lead on its way through states; its team has won one lead and lost two, as in the other cases of the topic. */
    static void states(Case current) {
        current.requireGiven("transitions");
        LeadFrequencies history = new LeadFrequencies(ScoringPolicy.of("1", "2", "3"));
        history.won(Lead.of("T1", "3"));
        history.lost(Lead.of("T1", "1"));
        history.lost(Lead.of("T1", "2"));
        Lead lead = Lead.of("T1", "2");
        boolean archived = false;
        boolean won = false;
        double percent = 50;
        LeadState state = LeadState.PENDING;
        ImmutableList<Field> transitions = current.given().at("transitions").elements();
        for (int i = 0; i < transitions.size(); i++) {
            String said = transitions.get(i).text().toLowerCase(Locale.ROOT);
            String to = said.contains("->") ? said.substring(said.indexOf("->") + 2) : said;
            if (to.matches(".*restored.*")) {
                archived = false;
                percent = 50;
            } else if (to.matches(".*(lost|forced to 0|probability 0).*")) {
                archived = true;
                percent = 0;
            } else if (to.matches(".*won stage.*")) {
                won = true;
            } else if (to.matches(".*back to stage.*")) {
                won = false;
            } else if (to.matches(".*archived.*")) {
                archived = true;
            } else if (to.matches(".*probability (forced to )?100.*")) {
                percent = 100;
            } else {
                throw new UnsupportedCaseException("transition " + said);
            }
            LeadState next = LeadState.of(won, archived, percent);
            move(history, lead, state, next);
            state = next;
            step(current, history, state, i);
        }
    }

    private static void move(LeadFrequencies history, Lead lead, LeadState from, LeadState to) {
        if (from == LeadState.WON) {
            history.undoWon(lead);
        } else if (from == LeadState.LOST) {
            history.undoLost(lead);
        }
        if (to == LeadState.WON) {
            history.won(lead);
        } else if (to == LeadState.LOST) {
            history.lost(lead);
        }
    }

    private static void step(Case current, LeadFrequencies history, LeadState state, int i) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name).elements().get(i);
            Matcher cell = CELL.matcher(name);
            if (name.equals("won_status")) {
                current.differences().text(expected, state.name().toLowerCase(Locale.ROOT));
            } else if (cell.matches()) {
                Feature feature = new Feature("stage", cell.group(2));
                Optional<String> team = Optional.of(cell.group(1));
                current.differences()
                        .estimate(
                                expected,
                                cell.group(3).equals("won")
                                        ? history.wonCount(team, feature)
                                        : history.lostCount(team, feature));
            } else {
                throw new UnsupportedCaseException(name);
            }
        }
    }

    /** Lopsided histories, and the scores they give. */
    static void clamp(Case current) {
        current.requireGiven("stage_frequency", "then");
        ImmutableList<Field> frequencies = Lists.immutable.of(
                current.given().at("stage_frequency"), current.given().at("then"));
        for (int i = 0; i < frequencies.size(); i++) {
            LeadFrequencies history = new LeadFrequencies(ScoringPolicy.of("1"));
            Lead lead = Lead.of("T1", "1");
            history.won(lead, frequencies.get(i).at("won").decimal().intValueExact());
            history.lost(lead, frequencies.get(i).at("lost").decimal().intValueExact());
            for (String name : current.expect().names()) {
                LeadState state = LeadState.valueOf(name.toUpperCase(Locale.ROOT));
                current.differences()
                        .estimate(
                                current.expect().at(name).elements().get(i),
                                history.percent(lead, state).orElseThrow());
            }
        }
    }
}
