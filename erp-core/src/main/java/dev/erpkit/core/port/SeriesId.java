package dev.erpkit.core.port;

/**
 * Names a series of legal numbers.
 *
 * @param name what is numbered, such as a journal of a book
 * @param year the fiscal year in which the series runs
 */
public record SeriesId(String name, int year) {
    @Override
    public String toString() {
        return name + "/" + year;
    }
}
