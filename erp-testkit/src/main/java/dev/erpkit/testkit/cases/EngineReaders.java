package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PackBuilder;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.Proration;
import dev.erpkit.hr.payroll.Readable;
import dev.erpkit.hr.payroll.Retro;
import dev.erpkit.hr.payroll.Slot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The engine without a country: the order of rules, corrections of earlier periods, parts of a period. */
final class EngineReaders {
    private static final DateRange DAY = DateRange.ofDay(LocalDate.of(2026, 1, 31));
    private static final Pattern TERM = Pattern.compile("\\s*([-+*/]?)\\s*([A-Za-z_][A-Za-z0-9_]*|[0-9.]+)\\s*");
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final RoundingPolicy CENT = RoundingPolicy.parse("half-up:2");

    private EngineReaders() {}

    private static BigDecimal dollars(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static long cents(Field field) {
        return field.decimal().movePointRight(2).longValueExact();
    }

    private static Optional<Field> find(Case current, String... names) {
        return Optional.ofNullable(Lists.immutable.with(names).detect(current.given()::has))
                .map(name -> current.given().at(name));
    }

    /** Formulas over other components, in whatever order they are declared: a pack is made of them and computed. */
    static void dependencyOrder(Case current) {
        if (!current.given().has("rules") || !current.given().at("rules").isObject()) {
            throw new UnsupportedCaseException("no rules");
        }
        MutableMap<String, Long> known = Maps.mutable.empty();
        current.given().names().reject(name -> name.equals("rules")).forEach(name -> {
            if (!name.endsWith("days")) {
                known.put(name, cents(current.given().at(name)));
            }
        });
        Rational share = share(current);
        Optional<Payslip> slip = compute(current, known, share);
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "error", "refused", "refusal", "cycle" ->
                    current.differences().holds(expected, slip.isEmpty());
                default ->
                    current.differences()
                            .number(
                                    expected,
                                    slip.map(s -> dollars(s.minor(name))).orElse(BigDecimal.ONE.negate()));
            }
        });
    }

    private static Rational share(Case current) {
        Optional<Field> whole = find(current, "working_days", "total_days", "total_working_days", "days");
        Optional<Field> part = find(current, "payment_days", "paid_days", "worked_days");
        if (whole.isEmpty() || part.isEmpty()) {
            return Rational.ONE;
        }
        return Proration.WORKING_DAYS.share(
                Rational.of(part.get().decimal()), Rational.of(whole.get().decimal()));
    }

    private static Optional<Payslip> compute(Case current, MutableMap<String, Long> known, Rational share) {
        Field rules = current.given().at("rules");
        PackBuilder builder = Pack.define("case", "1", USD);
        MutableMap<String, Slot> slots = Maps.mutable.empty();
        rules.names().forEach(name -> slots.put(name, builder.slot(Slot.base(name))));
        slots.forEachKeyValue((name, slot) -> {
            ImmutableList<String[]> terms = terms(rules.at(name));
            Readable[] reads = terms.collect(term -> term[1])
                    .collectIf(slots::containsKey, slots::get)
                    .toArray(new Readable[0]);
            builder.rule(slot, in -> value(terms, in, slots, known, share), reads);
        });
        builder.edition(Edition.payment("case", DAY));
        try {
            Payroll payroll = Payroll.of(builder.build());
            return Optional.of(payroll.plan("case", PayDates.of(DAY, DAY.startInclusive()))
                    .orElseThrow()
                    .compute(PayrollInput.of(payroll.pack(), "case").build())
                    .orElseThrow());
        } catch (InvalidValueException circle) {
            if (circle.has("pack.cycle")) {
                return Optional.empty();
            }
            throw circle;
        }
    }

    private static ImmutableList<String[]> terms(Field formula) {
        Matcher term = TERM.matcher(formula.text());
        MutableList<String[]> terms = Lists.mutable.empty();
        int end = 0;
        while (term.find() && term.start() == end) {
            terms.add(new String[] {term.group(1), term.group(2)});
            end = term.end();
        }
        if (end != formula.text().length() || terms.isEmpty()) {
            throw new UnsupportedCaseException(formula.path() + ": " + formula.text());
        }
        return terms.toImmutable();
    }

    /** From left to right, products before sums; rounded half up to the cent at the end. */
    private static long value(
            ImmutableList<String[]> terms,
            Inputs in,
            MutableMap<String, Slot> slots,
            MutableMap<String, Long> known,
            Rational share) {
        Rational sum = Rational.ZERO;
        Rational product = Rational.ZERO;
        for (String[] term : terms) {
            Rational factor = factor(term[1], in, slots, known, share);
            switch (term[0]) {
                case "*" -> product = product.multiply(factor);
                case "/" -> product = product.divide(factor);
                default -> {
                    sum = sum.add(product);
                    product = term[0].equals("-") ? factor.negate() : factor;
                }
            }
        }
        Rational exact = sum.add(product);
        return in.round(exact.longNumerator() * 100, exact.longDenominator(), CENT);
    }

    private static Rational factor(
            String name, Inputs in, MutableMap<String, Slot> slots, MutableMap<String, Long> known, Rational share) {
        if (slots.containsKey(name)) {
            return Rational.of(in.amount(slots.get(name)), 100);
        }
        if (known.containsKey(name)) {
            return Rational.of(known.get(name), 100);
        }
        if (name.startsWith("prorat")) {
            return share;
        }
        if (Character.isDigit(name.charAt(0))) {
            return Rational.parse(name);
        }
        throw new UnsupportedCaseException("unknown " + name);
    }

    /** What is still to be paid for an earlier period after what was paid and what was corrected. */
    static void retro(Case current) {
        if (!current.topic().startsWith("retro")) {
            throw new UnsupportedCaseException("topic " + current.topic());
        }
        long paid = cents(find(current, "paid", "original", "old_amount")
                .orElseThrow(() -> new UnsupportedCaseException("nothing was paid")));
        long now = cents(find(current, "new_amount", "recomputed", "new", "now")
                .orElseThrow(() -> new UnsupportedCaseException("no new amount")));
        Retro told = Retro.of(DAY, "pay", paid);
        for (String name :
                Lists.immutable.of("earlier_correction", "earlier_corrections", "corrections", "already_paid")) {
            Optional<Field> earlier = find(current, name);
            if (earlier.isPresent()) {
                ImmutableList<Field> all =
                        earlier.get().isList() ? earlier.get().elements() : Lists.immutable.of(earlier.get());
                for (Field one : all) {
                    told = told.plus(Retro.of(DAY, "pay", cents(one)));
                }
            }
        }
        Retro delta = Retro.of(DAY, "pay", now).after(told);
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "delta", "arrear", "arrears", "difference" ->
                    current.differences().number(expected, dollars(delta.minor().getIfAbsentValue("pay", 0L)));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    /** Pay for part of a period. */
    static void proration(Case current) {
        if (!current.topic().contains("prorat")) {
            throw new UnsupportedCaseException("topic " + current.topic());
        }
        long full = cents(find(current, "base", "full", "monthly", "salary", "amount")
                .orElseThrow(() -> new UnsupportedCaseException("no full pay")));
        long amount = Proration.amount(full, share(current), CENT, USD);
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "amount", "pay", "prorated", "total" ->
                    current.differences().number(expected, dollars(amount));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }
}
