package dev.erpkit.testkit.generate;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.ContactPoint;
import dev.erpkit.crm.party.PartyProfile;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Customers, their near duplicates, and what happens to them. */
public final class CustomerArbitraries {
    private static final String[] FAMILY = {"山田", "髙橋", "高橋", "佐藤", "Suzuki", "Müller"};
    private static final String[] GIVEN = {"太郎", "花子", "たろう", "Ichirō", "Anna", ""};
    private static final String[] FIRMS = {"株式会社ヤマダ商事", "㈱やまだ商事", "ACME Inc.", "Acme", "鈴木工業(有)"};
    private static final String[] MAILS = {"a@yamada.example", "b@yamada.example", "c@gmail.com", "d@gmail.com"};
    private static final String[] PHONES = {"03-1234-5678", "+81 3 1234 5678", "０３（１２３４）５６７８", "06-6543-2109"};
    private static final String[] ADDRESSES = {"東京都千代田区丸の内1-9-2", "東京都千代田区丸の内一丁目9番2号", "大阪市北区梅田3-1"};

    private CustomerArbitraries() {}

    /** What is done to customers. */
    public enum What {
        /** One consents. */
        CONSENT,
        /** One withdraws. */
        WITHDRAW,
        /** Two are merged. */
        MERGE,
        /** A merge is taken back. */
        UNMERGE,
        /** Something is said. */
        TALK,
        /** Something is planned. */
        PLAN,
        /** A message is claimed. */
        SEND
    }

    /**
     * One command; many of them are refused, which must change nothing.
     *
     * @param what what is done
     * @param party to which of the customers
     * @param other with which other one
     * @param hours how long after the command before
     */
    public record Deed(What what, int party, int other, int hours) {}

    /** Up to thirty commands to some customers. */
    public static Arbitrary<List<Deed>> deeds(int customers) {
        Arbitrary<Integer> one = Arbitraries.integers().between(0, customers - 1);
        return Combinators.combine(Arbitraries.of(What.class), one, one, Arbitraries.of(0, 1, 30, 200))
                .as(Deed::new)
                .list()
                .ofMaxSize(30);
    }

    /** Profiles with the ids P0, P1 ... out of few names and addresses, so that many nearly agree. */
    public static Arbitrary<List<PartyProfile>> nearDuplicates() {
        Arbitrary<PartyProfile> person = Combinators.combine(
                        Arbitraries.of(FAMILY),
                        Arbitraries.of(GIVEN),
                        Arbitraries.of(FIRMS).optional(),
                        Arbitraries.of(MAILS).optional(),
                        Arbitraries.of(PHONES).optional(),
                        Arbitraries.of(ADDRESSES).optional())
                .as((family, given, firm, mail, phone, address) -> {
                    PartyProfile.Builder profile = PartyProfile.person("P", (family + " " + given).strip());
                    profile.organisation(firm);
                    mail.ifPresent(text -> profile.add(ContactPoint.of(ContactKind.EMAIL, text)));
                    phone.ifPresent(text -> profile.add(ContactPoint.of(ContactKind.PHONE, text)));
                    address.ifPresent(text -> profile.add(ContactPoint.of(ContactKind.POSTAL, text)));
                    return profile.build();
                });
        Arbitrary<PartyProfile> firm = Combinators.combine(
                        Arbitraries.of(FIRMS), Arbitraries.of(MAILS).optional())
                .as((name, mail) -> {
                    PartyProfile.Builder profile = PartyProfile.organisation("P", name);
                    mail.ifPresent(text -> profile.add(ContactPoint.of(ContactKind.EMAIL, text)));
                    return profile.build();
                });
        return Arbitraries.frequencyOf(Tuple.of(4, person), Tuple.of(1, firm))
                .list()
                .ofMinSize(2)
                .ofMaxSize(8)
                .map(CustomerArbitraries::numbered);
    }

    private static List<PartyProfile> numbered(List<PartyProfile> profiles) {
        return IntStream.range(0, profiles.size())
                .mapToObj(i -> {
                    PartyProfile.Builder profile = PartyProfile.builder();
                    return profile.from(profiles.get(i))
                            .party(PartyId.of("P" + i))
                            .build();
                })
                .toList();
    }
}
