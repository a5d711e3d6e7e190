package dev.erpkit.accounting;

import dev.erpkit.accounting.asset.Methods;
import dev.erpkit.accounting.budget.ControlPolicy;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.deferral.LockedPart;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.document.DocumentGuard;
import dev.erpkit.accounting.dunning.DunningProcedure;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.ErpValue;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.immutables.value.Value;

/** What a host decides about its books and the business around them. Whatever is a supplier is asked in the unit of work. */
@ErpValue
@Value.Immutable
public sealed interface BusinessSetup permits ImmutableBusinessSetup {
    /** The books; the first of them is the one whose open items, currency and fiscal years the business has. */
    BooksSetup books();

    /** What the events of the business come to in the books. */
    Supplier<PostingRules> rules();

    /** The taxes of documents. */
    Supplier<Taxes> taxes();

    /** The declarations that are filed. */
    ImmutableList<DeclarationForm> forms();

    /** The host's last word on documents. */
    DocumentGuard documentGuard();

    /** How credits are set off against what they credit; without it they are not. */
    Optional<MatchingPolicy> creditMatching();

    /** The accounts to which open items are given up as a loss. */
    ImmutableSet<AccountId> losses();

    /** How each party is dunned, if at all. */
    Function<PartyId, Optional<DunningProcedure>> dunning();

    /** The depreciation methods. */
    Methods depreciation();

    /** The axes and their members; without it coordinates are free. */
    Optional<Supplier<DimensionCatalogue>> dimensions();

    /** How budgets are held; without it they stop nothing. */
    Optional<ControlPolicy> budgetControl();

    /** On which day a part of a deferral counts whose own day is locked. */
    LockedPart lockedDeferrals();

    /** The business days of recurring events. */
    BusinessCalendar calendar();

    /** A builder; no rules, taxes, declarations, guards or dunning, the standard depreciation methods, no holidays. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a setup. */
    final class Builder extends ImmutableBusinessSetup.Builder {
        Builder() {
            rules(PostingRules.of());
            taxes(Taxes.of());
            forms(Lists.immutable.empty());
            documentGuard(DocumentGuard.none());
            losses(Sets.immutable.empty());
            dunning(party -> Optional.empty());
            depreciation(Methods.standard());
            lockedDeferrals(LockedPart.OWN_DAY);
            calendar(BusinessCalendar.of(HolidayCalendar.none()));
        }

        /** These rules for good. */
        public Builder rules(PostingRules always) {
            return rules(() -> always);
        }

        /** These rules for good. */
        public Builder rules(PostingRule... always) {
            return rules(PostingRules.of(always));
        }

        /** These taxes for good. */
        public Builder taxes(Taxes always) {
            return taxes(() -> always);
        }

        /** These forms. */
        public Builder forms(DeclarationForm... all) {
            return forms(Lists.immutable.with(all));
        }

        /** One procedure for every party. */
        public Builder dunning(DunningProcedure everybody) {
            return dunning(party -> Optional.of(everybody));
        }
    }
}
