package dev.erpkit.accounting.asset.japan;

import dev.erpkit.accounting.asset.DepreciationMethod;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.Part;
import dev.erpkit.accounting.asset.Progress;
import dev.erpkit.core.outcome.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The methods of assets acquired before April 2007. 旧定額法: 90 % of the cost times the rate; 旧定率法: the book value at the start
 * of the year times the rate. Both stop at 5 % of the cost, and from the year after that go on for five equal years down to 1
 * yen (in force since fiscal years that began in April 2007).
 *
 * @param declining which of the two
 * @param given the rate in thousandths, 0 for that of the table
 */
record OldMethod(boolean declining, long given) implements DepreciationMethod {
    private static final Pattern FORM = Pattern.compile("jp-old-(straight-line|declining):(0\\.[0-9]{3})");
    private static final int YEARS_AFTER = 5;

    static Optional<DepreciationMethod> parse(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        long rate = new BigDecimal(form.group(2)).movePointRight(3).longValueExact();
        return rate == 0
                ? Optional.empty()
                : Optional.of(new OldMethod(form.group(1).equals("declining"), rate));
    }

    @Override
    public String text() {
        String name = declining ? "jp-old-declining" : "jp-old-straight-line";
        return given == 0 ? name : name + ":" + BigDecimal.valueOf(given, 3).toPlainString();
    }

    @Override
    public Renewal renewal() {
        return Renewal.YEAR;
    }

    /** Five hundredths of the cost, cut to whole units as the tax office does. */
    private static long five(Progress progress) {
        return progress.cost() / 20;
    }

    /** Remembers when the year began at whose start 5 % was reached, plus one, since nothing remembered is 0. */
    @Override
    public void renewed(Progress progress) {
        if (progress.remembered() == 0 && progress.bookValue() <= five(progress)) {
            progress.remember(progress.baseTick() + 1);
        }
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        long year = progress.year();
        if (progress.remembered() > 0) {
            // five years in all: what is left at the start of the year over the years that are left
            long left = progress.remembered() - 1 + YEARS_AFTER * year - progress.baseTick();
            return left <= 0
                    ? Part.all(progress.rest())
                    : new Part(progress.base() - progress.residual(), to - from, left);
        }
        long rate = given > 0
                ? given
                : RateTable.OLD_DECLINING
                        .of(TaxLaw.years(progress.lifeMonths()))
                        .orElseThrow()
                        .rate();
        Part by = declining
                ? new Part(progress.base(), rate * (to - from), 1000 * year)
                : new Part(progress.cost(), 9 * rate * (to - from), 10_000 * year);
        long most = progress.bookValue() - five(progress);
        return exceeds(by, most) ? Part.all(most) : by;
    }

    private static boolean exceeds(Part by, long most) {
        return BigInteger.valueOf(by.base())
                        .multiply(BigInteger.valueOf(by.numerator()))
                        .compareTo(BigInteger.valueOf(most).multiply(BigInteger.valueOf(by.denominator())))
                > 0;
    }

    @Override
    public boolean takesRest(Progress progress, long to, long amount) {
        return progress.remembered() > 0 && to >= progress.remembered() - 1 + YEARS_AFTER * progress.year();
    }

    @Override
    public Optional<Refusal> refusal(DepreciationTerms terms, LocalDate acquired) {
        Optional<Refusal> life =
                given > 0 ? Optional.empty() : TaxLaw.life("jp-old-declining", RateTable.OLD_DECLINING, terms);
        return life.or(() -> TaxLaw.day(text(), acquired, LocalDate.MIN, JapaneseMethods.APRIL_2007));
    }
}
