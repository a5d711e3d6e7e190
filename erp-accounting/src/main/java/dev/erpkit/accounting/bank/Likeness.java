package dev.erpkit.accounting.bank;

/** How alike two names are: twice the pairs of neighbouring characters that both have, over all pairs; in thousandths. */
final class Likeness {
    /** From here on a name resembles another. */
    static final int ENOUGH = 800;

    private Likeness() {}

    static int of(String a, String b) {
        if (a.length() < 3 || b.length() < 3) {
            return 0;
        }
        boolean[] used = new boolean[b.length() - 1];
        int common = 0;
        for (int i = 0; i + 1 < a.length(); i++) {
            for (int j = 0; j < used.length; j++) {
                if (!used[j] && a.charAt(i) == b.charAt(j) && a.charAt(i + 1) == b.charAt(j + 1)) {
                    used[j] = true;
                    common++;
                    break;
                }
            }
        }
        return 2_000 * common / (a.length() + b.length() - 2);
    }
}
