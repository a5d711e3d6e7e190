package dev.erpkit.inventory.assembly;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** All bills of materials of somebody, one for an item, without a circle. */
public final class Boms {
    private final SortedMap<String, BillOfMaterials> bills = new TreeMap<>();
    private final MutableList<String> fromTheTop = Lists.mutable.empty();

    private Boms() {}

    /** No bills of materials. */
    public static Boms none() {
        return new Boms();
    }

    /**
     * Bills of materials.
     *
     * @return them, or {@code assembly.duplicate}, or {@code assembly.cycle} naming the items that go round
     */
    public static Outcome<Boms> of(Iterable<BillOfMaterials> all) {
        Boms boms = new Boms();
        for (BillOfMaterials bill : all) {
            if (boms.bills.put(bill.item(), bill) != null) {
                return Outcome.refused(AssemblyRefusals.duplicate(bill.item()));
            }
        }
        Set<String> done = new LinkedHashSet<>();
        for (String item : boms.bills.keySet()) {
            Optional<String> circle = boms.visit(item, new LinkedHashSet<>(), done);
            if (circle.isPresent()) {
                return Outcome.refused(AssemblyRefusals.cycle(circle.get()));
            }
        }
        boms.fromTheTop.addAllIterable(Lists.mutable.ofAll(done).reverseThis());
        return Outcome.accepted(boms);
    }

    /** Depth first: an item is done once all that it is made of is done. */
    private Optional<String> visit(String item, Set<String> path, Set<String> done) {
        if (done.contains(item)) {
            return Optional.empty();
        }
        if (!path.add(item)) {
            MutableList<String> round = Lists.mutable.ofAll(path);
            return Optional.of(round.subList(round.indexOf(item), round.size()).makeString(" > ") + " > " + item);
        }
        BillOfMaterials bill = bills.get(item);
        for (Component component : bill == null ? Lists.immutable.<Component>empty() : bill.components()) {
            Optional<String> circle = visit(component.item(), path, done);
            if (circle.isPresent()) {
                return circle;
            }
        }
        path.remove(item);
        done.add(item);
        return Optional.empty();
    }

    /** The bill of an item. */
    public Optional<BillOfMaterials> bill(String item) {
        return Optional.ofNullable(bills.get(item));
    }

    /** All items of all bills, each before whatever it is made of. */
    public ImmutableList<String> fromTheTop() {
        return fromTheTop.toImmutable();
    }

    /**
     * What an order of an item takes of each component, scrap included; kits among them are taken apart. Nothing when the
     * item has no bill.
     */
    public ImmutableSortedMap<String, Rational> needs(String item, Rational quantity, ScrapRule rule) {
        SortedMap<String, Rational> needs = new TreeMap<>();
        bill(item).ifPresent(bill -> add(needs, bill, quantity, rule, false));
        return SortedMaps.immutable.ofSortedMap(needs);
    }

    /** What an order takes of what has no bill itself, through all levels. */
    public ImmutableSortedMap<String, Rational> rawNeeds(String item, Rational quantity, ScrapRule rule) {
        SortedMap<String, Rational> needs = new TreeMap<>();
        bill(item).ifPresent(bill -> add(needs, bill, quantity, rule, true));
        return SortedMaps.immutable.ofSortedMap(needs);
    }

    private void add(
            SortedMap<String, Rational> needs,
            BillOfMaterials bill,
            Rational quantity,
            ScrapRule rule,
            boolean toTheGround) {
        Rational batches = quantity.divide(bill.output());
        for (Component component : bill.components()) {
            Rational gross = component.gross(batches, rule);
            Optional<BillOfMaterials> own = bill(component.item()).filter(inner -> toTheGround || inner.phantom());
            if (own.isPresent()) {
                add(needs, own.get(), gross, rule, toTheGround);
            } else {
                needs.merge(component.item(), gross, Rational::add);
            }
        }
    }
}
