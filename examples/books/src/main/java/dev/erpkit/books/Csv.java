package dev.erpkit.books;

/** Lines of comma-separated values as in RFC 4180, ended by a line feed. */
final class Csv {
    private Csv() {}

    static String line(String... fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            line.append(i == 0 ? "" : ",").append(quoted(fields[i]));
        }
        return line.append('\n').toString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
