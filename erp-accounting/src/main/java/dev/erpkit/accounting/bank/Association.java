package dev.erpkit.accounting.bank;

import dev.erpkit.core.party.PartyId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A fact: a line with this key was confirmed to be of this party.
 *
 * @param key what such lines have in common: the counterparty's account or its name in the form of names; at most 300
 *     characters
 * @param party the party
 */
public record Association(String key, PartyId party) {
    private static final int LONGEST = 300;

    /** What a line has in common with others of its counterparty. */
    public static ImmutableList<String> keys(BankLine line, NameForm form) {
        MutableList<String> keys = Lists.mutable.empty();
        line.counterparty().account().ifPresent(account -> keys.add("account:" + account));
        line.counterparty().name().map(form::normalise).ifPresent(name -> keys.add("name:" + name));
        if (keys.isEmpty()) {
            keys.add("text:" + form.normalise(withoutDigits(line.text())));
        }
        return keys.select(key -> !key.endsWith(":"))
                .collect(key -> key.length() > LONGEST ? key.substring(0, LONGEST) : key)
                .toImmutable();
    }

    /** Numbers differ from line to line. */
    private static String withoutDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Character.isDigit(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** The party alone: the key may be a name. */
    @Override
    public String toString() {
        return "association with " + party;
    }
}
