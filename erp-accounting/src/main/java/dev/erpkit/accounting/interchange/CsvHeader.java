package dev.erpkit.accounting.interchange;

import java.io.IOException;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Where the columns of a mapping stand in a file. */
final class CsvHeader {
    private static final int ANY_SIZE = -1;

    private final MutableMap<CsvColumn, Integer> places = Maps.mutable.empty();
    private int size = ANY_SIZE;

    private CsvHeader() {}

    static CsvHeader read(CsvRecords records, CsvMapping mapping) throws IOException {
        CsvHeader header = new CsvHeader();
        if (mapping.header()) {
            ImmutableList<String> names = records.next().collect(String::strip);
            header.size = names.size();
            mapping.columns().forEachKeyValue((column, name) -> header.place(column, name, names.indexOf(name)));
        } else {
            mapping.columns().forEachKeyValue((column, number) -> header.place(column, number, index(number)));
        }
        return header;
    }

    private static int index(String number) {
        boolean sound =
                !number.isEmpty() && number.length() < 5 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Integer.parseInt(number) - 1 : -1;
    }

    private void place(CsvColumn column, String reference, int index) {
        if (index < 0) {
            throw new Malformed(JournalCodes.CSV_COLUMNS, "there is no column '" + reference + "' for " + column);
        }
        places.put(column, index);
    }

    /** The first record fixes the number of fields where no header does. */
    void checkSize(ImmutableList<String> record) {
        if (size == ANY_SIZE) {
            size = record.size();
        }
        if (record.size() != size) {
            throw new Malformed(JournalCodes.CSV_COLUMNS, "the record has " + record.size() + " fields, not " + size);
        }
    }

    /** The value of a column without blanks around it, or another one where it is empty or not mapped. */
    String value(ImmutableList<String> record, CsvColumn column, String otherwise) {
        Integer place = places.get(column);
        if (place == null) {
            return otherwise;
        }
        if (place >= record.size()) {
            throw new Malformed(JournalCodes.CSV_COLUMNS, "the record has no field " + (place + 1) + " for " + column);
        }
        String value = record.get(place).strip();
        return value.isEmpty() ? otherwise : value;
    }
}
