package dev.erpkit.accounting.declaration.japan;

import java.time.LocalDate;

/** The two rates since October 2019, national and local parts together: Consumption Tax Act, article 29. */
public enum ConsumptionRate {
    /** The reduced rate of 8 %, of which 6.24 % are national. */
    REDUCED(8, 624),
    /** The standard rate of 10 %, of which 7.8 % are national. */
    STANDARD(10, 780);

    static final LocalDate SINCE = LocalDate.of(2019, 10, 1);

    private final long percent;
    private final long nationalPerTenThousand;

    ConsumptionRate(long percent, long nationalPerTenThousand) {
        this.percent = percent;
        this.nationalPerTenThousand = nationalPerTenThousand;
    }

    /** The whole rate in percent. */
    public long percent() {
        return percent;
    }

    /** The national part in ten-thousandths. */
    public long nationalPerTenThousand() {
        return nationalPerTenThousand;
    }

    /** What an amount with tax is without it, cut off to the yen. */
    long net(long gross) {
        return Yen.share(gross, 100, 100 + percent);
    }

    /** The national tax on an amount without tax, cut off to the yen. */
    long nationalOnNet(long net) {
        return Yen.share(net, nationalPerTenThousand, 10_000);
    }

    /** The national tax in an amount with tax, such as 7.8/110 of it, cut off to the yen. */
    long nationalInGross(long gross) {
        return nationalInGross(gross, 100);
    }

    /** The same times a share in percent, cut off once. */
    long nationalInGross(long gross, long sharePercent) {
        return Yen.share(gross, nationalPerTenThousand * sharePercent, (100 + percent) * 10_000);
    }
}
