package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.document.DocumentFigures;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentNumber;
import dev.erpkit.accounting.document.DocumentTax;
import dev.erpkit.accounting.document.Instalment;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.IssuedLine;
import dev.erpkit.accounting.document.LineReference;
import dev.erpkit.accounting.document.LineRole;
import dev.erpkit.accounting.document.LineTax;
import dev.erpkit.accounting.document.TaxDifference;
import dev.erpkit.accounting.document.TaxKey;
import dev.erpkit.accounting.document.TaxOrigin;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxTreatment;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Reads documents: the heads that a condition chooses, then what hangs on each. */
final class DocumentReading {
    private final String tenant;

    DocumentReading(String tenant) {
        this.tenant = tenant;
    }

    /** A document and its place. */
    record Placed(long position, IssuedDocument document) {}

    /** What hangs on a document, read by its position. */
    private record Parts(
            ImmutableList<IssuedLine> lines,
            ImmutableList<DocumentTax> taxes,
            ImmutableList<TaxDifference> differences,
            ImmutableList<Instalment> instalments,
            MutableSortedMap<String, String> facts) {}

    /** A head whose parts are still to be read. */
    private record Head(
            long position,
            CurrencyUnit currency,
            CurrencyUnit base,
            Optional<ExchangeRate> rate,
            LocalDate taxPoint,
            String taxPolicy,
            Optional<String> totalRounding,
            long rounding,
            long roundingBase,
            IssuedDocument.Builder document) {
        Placed with(Parts parts) {
            DocumentFigures figures = new DocumentFigures(
                    currency,
                    base,
                    rate,
                    taxPoint,
                    taxPolicy,
                    totalRounding,
                    parts.lines(),
                    parts.taxes(),
                    parts.differences(),
                    rounding,
                    roundingBase,
                    parts.instalments());
            return new Placed(
                    position,
                    document.figures(figures).facts(parts.facts().toImmutable()).build());
        }
    }

    Optional<IssuedDocument> first(Connection connection, Where where) throws SQLException {
        return select(connection, where).collect(Placed::document).getFirstOptional();
    }

    MutableList<Placed> select(Connection connection, Where where) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from document");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(head(row));
            }
        }
        MutableList<Placed> placed = Lists.mutable.empty();
        for (Head head : heads) {
            placed.add(head.with(parts(connection, head)));
        }
        return placed;
    }

    private static Head head(ResultSet row) throws SQLException {
        CurrencyUnit currency = Row.currency(row.getString("currency"), row.getInt("digits"));
        CurrencyUnit base = Row.currency(row.getString("base_currency"), row.getInt("base_digits"));
        String rate = row.getString("rate");
        IssuedDocument.Builder document = IssuedDocument.builder();
        document.id(DocumentId.of(row.getString("id")))
                .kind(DocumentKind.parse(row.getString("kind")))
                .number(new DocumentNumber(
                        new SeriesId(row.getString("series"), row.getInt("fiscal_year")), row.getLong("number")))
                .party(PartyId.of(row.getString("party")))
                .documentDate(row.getObject("document_date", LocalDate.class))
                .effectiveDate(row.getObject("effective_date", LocalDate.class))
                .original(Row.text(row, "original").map(DocumentId::of))
                .supplierNumber(Row.text(row, "supplier_number"))
                .narrative(Row.text(row, "narrative"))
                .issuedAt(Row.instant(row, "issued_at"))
                .issuedBy(Actor.of(row.getString("issued_by")))
                .fingerprint(Digest.parse(row.getString("fingerprint")));
        return new Head(
                row.getLong("position"),
                currency,
                base,
                rate == null
                        ? Optional.empty()
                        : Optional.of(new ExchangeRate(
                                currency,
                                base,
                                Rational.parse(rate),
                                new RateType(row.getString("rate_type")),
                                row.getObject("rate_date", LocalDate.class))),
                row.getObject("tax_point", LocalDate.class),
                row.getString("tax_policy"),
                Row.text(row, "total_rounding"),
                Row.minor(row.getBigDecimal("rounding"), currency),
                Row.minor(row.getBigDecimal("rounding_base"), base),
                document);
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(Connection connection, String table, String order, Head head, Reader reader) throws SQLException {
        try (PreparedStatement statement = Where.of(tenant)
                        .and("position = ?", head.position())
                        .ordered("tenant, position, " + order)
                        .prepare(connection, "select * from " + table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private Parts parts(Connection connection, Head head) throws SQLException {
        CurrencyUnit currency = head.currency();
        MutableList<DocumentTax> taxes = Lists.mutable.empty();
        each(
                connection,
                "document_tax",
                "ordinal",
                head,
                row -> taxes.add(new DocumentTax(
                        key(row),
                        Row.minor(row.getBigDecimal("taxable"), currency),
                        Row.minor(row.getBigDecimal("tax"), currency),
                        Row.minor(row.getBigDecimal("taxable_base"), head.base()),
                        Row.minor(row.getBigDecimal("tax_base"), head.base()))));
        MutableList<TaxDifference> differences = Lists.mutable.empty();
        each(
                connection,
                "document_tax_difference",
                "ordinal",
                head,
                row -> differences.add(new TaxDifference(
                        row.getString("code"),
                        Row.minor(row.getBigDecimal("computed"), currency),
                        Row.minor(row.getBigDecimal("printed"), currency))));
        MutableList<Instalment> instalments = Lists.mutable.empty();
        each(
                connection,
                "document_instalment",
                "ordinal",
                head,
                row -> instalments.add(new Instalment(
                        row.getObject("due_date", LocalDate.class),
                        Amounts.ofMinor(Row.minor(row.getBigDecimal("amount"), currency), currency))));
        MutableSortedMap<String, String> facts = SortedMaps.mutable.empty();
        each(connection, "document_fact", "name", head, row -> facts.put(row.getString("name"), row.getString("fact")));
        return new Parts(
                lines(connection, head),
                taxes.toImmutable(),
                differences.toImmutable(),
                instalments.toImmutable(),
                facts);
    }

    private ImmutableList<IssuedLine> lines(Connection connection, Head head) throws SQLException {
        CurrencyUnit currency = head.currency();
        MutableIntObjectMap<MutableList<LineTax>> taxes = IntObjectMaps.mutable.empty();
        each(
                connection,
                "document_line_tax",
                "line, ordinal",
                head,
                row -> taxes.getIfAbsentPut(row.getInt("line"), Lists.mutable::empty)
                        .add(new LineTax(
                                key(row),
                                Row.minor(row.getBigDecimal("taxable"), currency),
                                Row.minor(row.getBigDecimal("tax"), currency),
                                origin(row))));
        MutableIntObjectMap<Dimensions> dimensions = IntObjectMaps.mutable.empty();
        each(connection, "document_line_dimension", "line, axis", head, row -> {
            Dimensions before = dimensions.getIfAbsent(row.getInt("line"), Dimensions::none);
            dimensions.put(row.getInt("line"), before.with(row.getString("axis"), row.getString("member")));
        });
        MutableList<IssuedLine> lines = Lists.mutable.empty();
        each(connection, "document_line", "line", head, row -> {
            int number = row.getInt("line");
            lines.add(new IssuedLine(
                    number,
                    LineRole.parse(row.getString("role")),
                    row.getString("description"),
                    Rational.parse(row.getString("quantity")),
                    row.getString("unit"),
                    Rational.parse(row.getString("unit_price")),
                    Rational.parse(row.getString("discount_percent")),
                    Rational.parse(row.getString("discount_amount")),
                    row.getString("qualifier"),
                    dimensions.getIfAbsent(number, Dimensions::none),
                    Row.minor(row.getBigDecimal("net"), currency),
                    Row.minor(row.getBigDecimal("net_base"), head.base()),
                    taxes.getIfAbsent(number, Lists.mutable::empty).toImmutable(),
                    takes(row)));
        });
        return lines.toImmutable();
    }

    private static Optional<LineReference> takes(ResultSet row) throws SQLException {
        String document = row.getString("takes_document");
        return document == null
                ? Optional.empty()
                : Optional.of(new LineReference(
                        DocumentId.of(document),
                        row.getInt("takes_line"),
                        Rational.parse(row.getString("takes_share"))));
    }

    private static Optional<TaxOrigin> origin(ResultSet row) throws SQLException {
        Optional<String> unrounded = Row.text(row, "unrounded");
        return unrounded.isEmpty()
                ? Optional.empty()
                : Optional.of(new TaxOrigin(row.getString("totalled_under"), Rational.parse(unrounded.get())));
    }

    private static TaxKey key(ResultSet row) throws SQLException {
        String treatment = row.getString("treatment");
        return new TaxKey(
                row.getString("code"),
                TaxPart.Of.valueOf(row.getString("part")),
                row.getString("account"),
                boxes(row.getString("boxes")),
                Lists.immutable
                        .of(TaxTreatment.values())
                        .detectOptional(each -> each.text().equals(treatment))
                        .orElseThrow(),
                Row.text(row, "tax_rate").map(Rational::parse),
                row.getBoolean("recoverable"));
    }

    /** Boxes have no line breaks in their names. */
    static String boxes(ImmutableList<BoxTag> boxes) {
        return boxes.collect(tag -> (tag.sign() > 0 ? "+" : "-") + tag.box()).makeString("\n");
    }

    private static ImmutableList<BoxTag> boxes(String text) {
        return text.isEmpty()
                ? Lists.immutable.empty()
                : Lists.immutable
                        .of(text.split("\n", -1))
                        .collect(box -> new BoxTag(box.substring(1), box.startsWith("+") ? 1 : -1));
    }
}
