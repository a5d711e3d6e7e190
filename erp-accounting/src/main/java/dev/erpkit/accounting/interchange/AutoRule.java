package dev.erpkit.accounting.interchange;

import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Postings that are added to every transaction from here on, once for each of its postings whose account matches
 * ({@code =}), as Ledger does always and hledger with {@code --auto}. A rule that the two understand differently is refused:
 * one that stands below a transaction it matches, or matches what another rule adds, or would multiply an amount with a cost.
 *
 * @param pattern a pattern found anywhere in the account's name, in any case: plain characters and {@code . * ^ $ |}
 * @param postings what is added, in order
 */
public record AutoRule(String pattern, ImmutableList<AutoPosting> postings) implements JournalItem {
    private static final int MOST_STARS = 4;
    private static final Pattern PLAIN = Pattern.compile("[^()\\[\\]{}+?\\\\/;'\"\\p{Cntrl}]+");
    /** What hledger and Ledger take for something else than a pattern of an account. */
    private static final Pattern QUERY = Pattern.compile(
            "(?:acct|amt|any|all|code|cur|date2?|depth|desc|expr|inacct|note|not|payee|real|status|tag|type):.*"
                    + "|(?:not|and|or|expr|tag|payee|desc|note|code|show|only|bold|for|since|until)|[@%#=&!*].*");

    /** Checks that the pattern is one that both programs read alike. */
    public AutoRule {
        long stars = pattern.chars().filter(c -> c == '*').count();
        boolean sound = PLAIN.matcher(pattern).matches()
                && pattern.equals(pattern.strip())
                && !QUERY.matcher(pattern).matches()
                && stars <= MOST_STARS
                && !pattern.matches("(?:.*[|^*])?\\*.*");
        if (!sound) {
            throw PlainText.invalid(
                    "AutoRule",
                    "pattern",
                    "auto-rule.pattern",
                    "must be one pattern of an account's name, made of plain characters and . * ^ $ |");
        }
    }

    /** The pattern to look for in names. */
    Pattern compiled() {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
