package dev.erpkit.inventory.valuation;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A piece of cost and what it is made of. The values of the parts sum exactly to its own; a node without parts is where the
 * cost comes from in the end.
 *
 * @param source what it is
 * @param event the number of the event, 0 where it is none
 * @param quantity how much of the goods, zero where it is value alone
 * @param value minor units
 * @param parts what it is made of
 */
public record CostNode(CostSource source, long event, Rational quantity, long value, ImmutableList<CostNode> parts) {
    static CostNode leaf(CostSource source, long event, Rational quantity, long value) {
        return new CostNode(source, event, quantity, value, Lists.immutable.empty());
    }

    /** Where the cost comes from in the end. */
    public ImmutableList<CostNode> leaves() {
        return parts.isEmpty() ? Lists.immutable.of(this) : parts.flatCollect(CostNode::leaves);
    }

    /** One line for each node, parts indented below what they are parts of. */
    public String text(CurrencyUnit currency) {
        StringBuilder lines = new StringBuilder();
        write(lines, "", Amounts.digits(currency));
        return lines.toString();
    }

    private void write(StringBuilder lines, String indent, int digits) {
        lines.append(indent).append(source.text());
        if (event != 0) {
            lines.append(' ').append(event);
        }
        if (!quantity.isZero()) {
            lines.append(": ").append(quantity);
        }
        lines.append(" = ")
                .append(BigDecimal.valueOf(value, digits).toPlainString())
                .append('\n');
        parts.forEach(part -> part.write(lines, indent + "  ", digits));
    }
}
