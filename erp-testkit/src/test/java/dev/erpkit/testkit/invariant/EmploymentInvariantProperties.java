package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.PersonFile;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.japan.bankfile.HalfWidthKana;
import dev.erpkit.hr.japan.bankfile.ZenginFile;
import dev.erpkit.hr.japan.bankfile.ZenginOrderer;
import dev.erpkit.testkit.generate.DateArbitraries;
import dev.erpkit.testkit.generate.PeopleArbitraries;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Invariant 18, and what holds of contracts and personal data. */
class EmploymentInvariantProperties {
    private static final ZenginOrderer ORDERER =
            new ZenginOrderer("1234567890", "カ)テスト", "0001", "ミズホ", "001", "ホンテン", "1", "1234567");

    @Provide
    Arbitrary<ImmutableList<EmploymentChange>> careers() {
        return PeopleArbitraries.careers();
    }

    @Provide
    Arbitrary<List<CreditTransfer>> transfers() {
        return PeopleArbitraries.yenTransfers().list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return DateArbitraries.days();
    }

    @Provide
    Arbitrary<PersonalData> data() {
        return PeopleArbitraries.data();
    }

    @Provide
    Arbitrary<String> kana() {
        return Arbitraries.strings()
                .withCharRange('ァ', 'ヶ')
                .withCharRange('ぁ', 'ゖ')
                .withChars("ー A1()")
                .ofMaxLength(30);
    }

    @Property
    void contracts_of_one_engagement_never_overlap(
            @ForAll("careers") ImmutableList<EmploymentChange> career, @ForAll("days") LocalDate day) {
        PersonFile file = new PersonFile();
        career.forEach(file::apply);
        ImmutableList<LocalDate> days = file.validities()
                .collect(range -> range.startInclusive())
                .newWithAll(file.validities().collect(range -> range.lastDay()))
                .newWith(day);
        assertThat(EmploymentInvariants.engagementsNeverOverlap(file, days)).isEmpty();
        assertThat(file.contractsOn(day).collect(holding -> holding.validity()).allSatisfy(v -> v.contains(day)))
                .isTrue();
    }

    @Property(tries = 300)
    void a_bank_file_sends_what_is_to_be_sent_and_reads_back(
            @ForAll("transfers") List<CreditTransfer> transfers, @ForAll("days") LocalDate day) {
        ImmutableList<CreditTransfer> all = Lists.immutable.ofAll(transfers);
        ZenginFile file =
                ZenginFile.of(ORDERER, ZenginFile.Kind.SALARY, day, all).orElseThrow();
        assertThat(EmploymentInvariants.fileMatches(file, all)).isEmpty();
        assertThat(file.records().allSatisfy(record -> record.length() == 120)).isTrue();
    }

    @Property
    void every_kana_has_a_half_width_form_that_stays_the_same(@ForAll("kana") String name) {
        String half = HalfWidthKana.of(name).orElseThrow();
        assertThat(HalfWidthKana.of(half)).contains(half);
        assertThat(half).doesNotContainPattern("[ｦｧｨｩｪｫｬｭｮｯｰ]");
    }

    @Property
    void personal_data_never_shows_in_text(@ForAll("data") PersonalData data) {
        String text = data.toString() + data.accounts();
        data.name().ifPresent(name -> assertThat(text).doesNotContain(name));
        data.accounts().forEach(account -> assertThat(text).doesNotContain(account.number()));
    }
}
