package dev.erpkit.storage.jdbc;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of one row from left to right, and reads the types that JDBC lacks. */
final class Row {
    private final PreparedStatement statement;
    private int next = 1;

    private Row(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Begins at a parameter; those before it were bound by hand. */
    static Row from(PreparedStatement statement, int parameter) {
        Row row = new Row(statement);
        row.next = parameter;
        return row;
    }

    static Row of(PreparedStatement statement) {
        return new Row(statement);
    }

    /**
     * A text.
     *
     * @throws InvalidValueException {@code text.not-storable} when it has a character NUL or half a surrogate pair, which a
     *     database refuses or silently replaces
     */
    Row text(@Nullable String value) throws SQLException {
        if (value != null && !storable(value)) {
            throw new InvalidValueException(
                    "text", "", "text.not-storable", "must have neither the character NUL nor half a surrogate pair");
        }
        statement.setString(next++, value);
        return this;
    }

    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(++i))) {
                    return false;
                }
            }
        }
        return true;
    }

    Row text(Optional<?> value) throws SQLException {
        return text(value.map(Object::toString).orElse(null));
    }

    Row number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Row number(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.BIGINT);
            return this;
        }
        return number(value.longValue());
    }

    Row flag(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    Row day(@Nullable LocalDate value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.DATE);
        } else {
            statement.setObject(next++, value);
        }
        return this;
    }

    Row day(Optional<LocalDate> value) throws SQLException {
        return day(value.orElse(null));
    }

    Row instant(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(next++, value.atOffset(ZoneOffset.UTC));
        }
        return this;
    }

    /** Currency code, number of decimals, exact amount. */
    Row money(CurrencyUnit currency, long minor) throws SQLException {
        int digits = Amounts.digits(currency);
        text(currency.getCurrencyCode());
        statement.setInt(next++, digits);
        statement.setBigDecimal(next++, BigDecimal.valueOf(minor, digits));
        return this;
    }

    /** Neither currency nor amount. */
    Row noMoney() throws SQLException {
        text((String) null);
        statement.setNull(next++, Types.SMALLINT);
        return noDecimal();
    }

    Row noDecimal() throws SQLException {
        statement.setNull(next++, Types.NUMERIC);
        return this;
    }

    Row decimal(long minor, CurrencyUnit currency) throws SQLException {
        statement.setBigDecimal(next++, BigDecimal.valueOf(minor, Amounts.digits(currency)));
        return this;
    }

    void add() throws SQLException {
        statement.addBatch();
    }

    /**
     * The greatest number in a column of one tenant, 0 when there is none. The order names the tenant too: only then does
     * H2 read the last row of the index and nothing else.
     */
    static long last(Connection connection, String table, String column, String tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + column + " from " + table
                + " where tenant = ? order by tenant desc, " + column + " desc fetch first 1 rows only")) {
            statement.setString(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** The currency of a row: that of ISO 4217 unless the number of decimals says that it is another unit. */
    static CurrencyUnit currency(String code, int digits) {
        if (code.length() == 3 && Iso.DIGITS.getIfAbsent(code, -1) == digits) {
            return Amounts.currency(code);
        }
        return Amounts.unit(code, digits);
    }

    static MonetaryAmount money(ResultSet row, String code, String digits, String amount) throws SQLException {
        CurrencyUnit currency = currency(row.getString(code), row.getInt(digits));
        return Amounts.ofMinor(minor(row.getBigDecimal(amount), currency), currency);
    }

    static long minor(BigDecimal amount, CurrencyUnit currency) {
        return amount.setScale(Amounts.digits(currency), RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
