package dev.erpkit.storage.jdbc;

import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.quantity.Rational;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Exchange rates as rows; of one day the last recorded counts. */
public final class JdbcExchangeRates implements ExchangeRates {
    private final JdbcUnitOfWork work;

    /** The rates of one tenant. */
    JdbcExchangeRates(JdbcUnitOfWork work) {
        this.work = work;
    }

    /** Records a rate behind the others of its day. */
    public void record(ExchangeRate rate) {
        work.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("insert into exchange_rate (tenant,"
                    + " base_currency, quote_currency, rate_type, rate_date, ordinal, rate)"
                    + " select ?, ?, ?, ?, ?, coalesce(max(ordinal), 0) + 1, ? from exchange_rate where tenant = ?"
                    + " and base_currency = ? and quote_currency = ? and rate_type = ? and rate_date = ?")) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(rate.base().getCurrencyCode())
                        .text(rate.quote().getCurrencyCode())
                        .text(rate.type().name())
                        .day(rate.date())
                        .text(rate.rate().toString())
                        .text(work.tenant())
                        .text(rate.base().getCurrencyCode())
                        .text(rate.quote().getCurrencyCode())
                        .text(rate.type().name())
                        .day(rate.date());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, RateType type, LocalDate date) {
        return work.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select rate, rate_date from exchange_rate"
                    + " where tenant = ? and base_currency = ? and quote_currency = ? and rate_type = ?"
                    + " and rate_date <= ? order by tenant desc, base_currency desc, quote_currency desc,"
                    + " rate_type desc, rate_date desc, ordinal desc fetch first 1 rows only")) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(from.getCurrencyCode())
                        .text(to.getCurrencyCode())
                        .text(type.name())
                        .day(date);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new ExchangeRate(
                                    from,
                                    to,
                                    Rational.parse(row.getString(1)),
                                    type,
                                    row.getObject(2, LocalDate.class)))
                            : Optional.empty();
                }
            }
        });
    }
}
