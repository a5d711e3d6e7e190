package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.value.Digest;

/** The fingerprint of a group's figures: rows, entries and what the next period begins with. */
final class ConsolidationDigest {
    private ConsolidationDigest() {}

    static String of(Consolidation figures) {
        StringBuilder text = new StringBuilder("consolidation:v1\n")
                .append(figures.period())
                .append(' ')
                .append(figures.currency().getCurrencyCode())
                .append('\n');
        figures.rows().forEach(row -> {
            text.append("row ")
                    .append(quoted(row.account().value()))
                    .append(row.minor())
                    .append('\n');
            row.members()
                    .forEach(cell -> text.append("  member ")
                            .append(quoted(cell.member().value()))
                            .append(quoted(cell.account().map(Object::toString).orElse("")))
                            .append(cell.localMinor())
                            .append(' ')
                            .append(cell.minor())
                            .append('\n'));
            row.eliminations()
                    .forEach(each -> text.append("  entry ")
                            .append(quoted(each.entry()))
                            .append(each.line().minor())
                            .append('\n'));
        });
        figures.frozenMembers().forEach(member -> {
            text.append("frozen ")
                    .append(quoted(member.member().value()))
                    .append(member.closingRate())
                    .append(' ')
                    .append(member.differenceMinor())
                    .append('\n');
            member.balances()
                    .forEach(b -> text.append("  balance ")
                            .append(quoted(b.account().value()))
                            .append(b.localMinor())
                            .append(' ')
                            .append(b.groupMinor())
                            .append('\n'));
        });
        return Digest.ofText(text.toString()).toString();
    }

    private static String quoted(String text) {
        return text.length() + ":" + text + " ";
    }
}
