package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.document.DocumentFigures;
import dev.erpkit.accounting.document.DocumentTax;
import dev.erpkit.accounting.document.Instalment;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.IssuedLine;
import dev.erpkit.accounting.document.LineReference;
import dev.erpkit.accounting.document.LineTax;
import dev.erpkit.accounting.document.TaxDifference;
import dev.erpkit.accounting.document.TaxKey;
import dev.erpkit.accounting.document.TaxOrigin;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Writes one document. */
final class DocumentWriting {
    private final Connection connection;
    private final String tenant;
    private final long position;

    DocumentWriting(Connection connection, String tenant, long position) {
        this.connection = connection;
        this.tenant = tenant;
        this.position = position;
    }

    void write(IssuedDocument document) throws SQLException {
        head(document);
        lines(document.figures());
        dimensions(document.figures());
        lineTaxes(document.figures());
        taxes(document.figures());
        differences(document.figures());
        instalments(document.figures());
        facts(document);
    }

    private PreparedStatement insert(String table, int columns) throws SQLException {
        return connection.prepareStatement("insert into " + table + " values (?, ?" + ", ?".repeat(columns) + ")");
    }

    private Row row(PreparedStatement statement) throws SQLException {
        return Row.of(statement).text(tenant).number(position);
    }

    private void head(IssuedDocument document) throws SQLException {
        DocumentFigures figures = document.figures();
        CurrencyUnit currency = figures.currency();
        CurrencyUnit base = figures.baseCurrency();
        Optional<ExchangeRate> rate = figures.rate();
        try (PreparedStatement statement = insert("document", 26)) {
            row(statement)
                    .text(document.id().value())
                    .text(document.kind().text())
                    .text(document.number().series().name())
                    .number(document.number().series().year())
                    .number(document.number().number())
                    .text(document.party().value())
                    .day(document.documentDate())
                    .day(document.effectiveDate())
                    .day(figures.taxPoint())
                    .text(currency.getCurrencyCode())
                    .number(Amounts.digits(currency))
                    .text(base.getCurrencyCode())
                    .number(Amounts.digits(base))
                    .text(rate.map(ExchangeRate::rate))
                    .text(rate.map(ExchangeRate::type))
                    .day(rate.map(ExchangeRate::date))
                    .text(figures.taxPolicy())
                    .text(figures.totalRounding())
                    .decimal(figures.roundingMinor(), currency)
                    .decimal(figures.roundingBaseMinor(), base)
                    .text(document.original())
                    .text(document.supplierNumber())
                    .text(document.narrative())
                    .instant(document.issuedAt())
                    .text(document.issuedBy().id())
                    .text(document.fingerprint().toString());
            statement.executeUpdate();
        }
    }

    private void lines(DocumentFigures figures) throws SQLException {
        try (PreparedStatement statement = insert("document_line", 14)) {
            for (IssuedLine line : figures.lines()) {
                Optional<LineReference> takes = line.takes();
                row(statement)
                        .number(line.number())
                        .text(line.role().text())
                        .text(line.text())
                        .text(line.quantity().toString())
                        .text(line.unit())
                        .text(line.unitPrice().toString())
                        .text(line.discountPercent().toString())
                        .text(line.qualifier())
                        .decimal(line.netMinor(), figures.currency())
                        .decimal(line.netBaseMinor(), figures.baseCurrency())
                        .text(takes.map(LineReference::document))
                        .number(takes.map(reference -> (long) reference.line()).orElse(null))
                        .text(takes.map(LineReference::share))
                        .text(line.discountAmount().toString())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private void dimensions(DocumentFigures figures) throws SQLException {
        try (PreparedStatement statement = insert("document_line_dimension", 3)) {
            boolean any = false;
            for (IssuedLine line : figures.lines()) {
                for (Map.Entry<String, String> coordinate :
                        line.dimensions().values().castToSortedMap().entrySet()) {
                    row(statement)
                            .number(line.number())
                            .text(coordinate.getKey())
                            .text(coordinate.getValue())
                            .add();
                    any = true;
                }
            }
            if (any) {
                statement.executeBatch();
            }
        }
    }

    private void lineTaxes(DocumentFigures figures) throws SQLException {
        try (PreparedStatement statement = insert("document_line_tax", 13)) {
            for (IssuedLine line : figures.lines()) {
                for (int i = 0; i < line.taxes().size(); i++) {
                    LineTax tax = line.taxes().get(i);
                    key(row(statement).number(line.number()).number(i), tax.tax())
                            .decimal(tax.taxableMinor(), figures.currency())
                            .decimal(tax.taxMinor(), figures.currency())
                            .text(tax.origin().map(TaxOrigin::total))
                            .text(tax.origin().map(TaxOrigin::unrounded))
                            .add();
                }
            }
            statement.executeBatch();
        }
    }

    private static Row key(Row row, TaxKey key) throws SQLException {
        return row.text(key.code())
                .text(key.part().name())
                .text(key.account())
                .text(DocumentReading.boxes(key.boxes()))
                .text(key.treatment().text())
                .text(key.rate())
                .flag(key.recoverable());
    }

    private void taxes(DocumentFigures figures) throws SQLException {
        try (PreparedStatement statement = insert("document_tax", 12)) {
            for (int i = 0; i < figures.taxes().size(); i++) {
                DocumentTax tax = figures.taxes().get(i);
                key(row(statement).number(i), tax.tax())
                        .decimal(tax.taxableMinor(), figures.currency())
                        .decimal(tax.taxMinor(), figures.currency())
                        .decimal(tax.taxableBaseMinor(), figures.baseCurrency())
                        .decimal(tax.taxBaseMinor(), figures.baseCurrency())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private void differences(DocumentFigures figures) throws SQLException {
        try (PreparedStatement statement = insert("document_tax_difference", 4)) {
            for (int i = 0; i < figures.taxDifferences().size(); i++) {
                TaxDifference difference = figures.taxDifferences().get(i);
                row(statement)
                        .number(i)
                        .text(difference.tax())
                        .decimal(difference.computedMinor(), figures.currency())
                        .decimal(difference.printedMinor(), figures.currency())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private void instalments(DocumentFigures figures) throws SQLException {
        try (PreparedStatement statement = insert("document_instalment", 3)) {
            for (int i = 0; i < figures.instalments().size(); i++) {
                Instalment part = figures.instalments().get(i);
                row(statement)
                        .number(i)
                        .day(part.due())
                        .decimal(Amounts.minor(part.amount()), figures.currency())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private void facts(IssuedDocument document) throws SQLException {
        try (PreparedStatement statement = insert("document_fact", 2)) {
            for (Map.Entry<String, String> fact :
                    document.facts().castToSortedMap().entrySet()) {
                row(statement).text(fact.getKey()).text(fact.getValue()).add();
            }
            statement.executeBatch();
        }
    }
}
