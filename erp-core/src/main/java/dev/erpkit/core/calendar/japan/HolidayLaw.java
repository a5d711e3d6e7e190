package dev.erpkit.core.calendar.japan;

import static dev.erpkit.core.calendar.japan.HolidayRule.IN_FORCE;
import static dev.erpkit.core.calendar.japan.HolidayRule.fixed;
import static dev.erpkit.core.calendar.japan.HolidayRule.imperial;
import static dev.erpkit.core.calendar.japan.HolidayRule.monday;
import static dev.erpkit.core.calendar.japan.HolidayRule.national;
import static java.time.Month.APRIL;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Article 2 of the Act on National Holidays (国民の祝日に関する法律, 昭和23年法律第178号) as it stood from 1970 on, and the days of
 * imperial ceremonies. What changed the list:
 *
 * <ul>
 *   <li>平成元年法律第5号: みどりの日 on 29 April, the Emperor's birthday on 23 December, from 1989;
 *   <li>平成7年法律第22号: 海の日 from 1996;
 *   <li>平成10年法律第141号: 成人の日 and 体育の日 on second Mondays from 2000;
 *   <li>平成13年法律第59号: 海の日 and 敬老の日 on third Mondays from 2003;
 *   <li>平成17年法律第43号: 昭和の日 on 29 April, みどりの日 on 4 May, from 2007;
 *   <li>平成26年法律第43号: 山の日 from 2016;
 *   <li>平成29年法律第63号, supplementary article 10: the Emperor's birthday on 23 February in place of 23 December, in
 *       force since 30 April 2019, so that 2019 had none;
 *   <li>平成30年法律第57号: スポーツの日 in place of 体育の日 from 2020;
 *   <li>平成30年法律第55号 and 令和2年法律第68号: the days moved for the Olympic Games in 2020 and 2021.
 * </ul>
 *
 * <p>Days of ceremonies: 平成元年法律第4号 (funeral of Emperor Showa), 平成2年法律第24号 and 平成30年法律第99号 (accessions),
 * 平成5年法律第32号 (wedding of the Crown Prince). The 2019 act alone counts its two days as national holidays for
 * article 3, so only these have kind {@code NATIONAL} beside those of article 2.
 */
final class HolidayLaw {
    private static final int START = JapaneseHolidays.FIRST_YEAR;

    static final ImmutableList<HolidayRule> RULES = Lists.immutable.of(
            national("元日", "New Year's Day", START, IN_FORCE, fixed(JANUARY, 1)),
            national("成人の日", "Coming of Age Day", START, 1999, fixed(JANUARY, 15)),
            national("成人の日", "Coming of Age Day", 2000, IN_FORCE, monday(2, JANUARY)),
            national("建国記念の日", "National Foundation Day", START, IN_FORCE, fixed(FEBRUARY, 11)),
            national("天皇誕生日", "Emperor's Birthday", START, 1988, fixed(APRIL, 29)),
            national("天皇誕生日", "Emperor's Birthday", 1989, 2018, fixed(DECEMBER, 23)),
            national("天皇誕生日", "Emperor's Birthday", 2020, IN_FORCE, fixed(FEBRUARY, 23)),
            national("春分の日", "Vernal Equinox Day", START, IN_FORCE, Equinoxes::vernal),
            national("みどりの日", "Greenery Day", 1989, 2006, fixed(APRIL, 29)),
            national("みどりの日", "Greenery Day", 2007, IN_FORCE, fixed(MAY, 4)),
            national("昭和の日", "Showa Day", 2007, IN_FORCE, fixed(APRIL, 29)),
            national("憲法記念日", "Constitution Memorial Day", START, IN_FORCE, fixed(MAY, 3)),
            national("こどもの日", "Children's Day", START, IN_FORCE, fixed(MAY, 5)),
            national("海の日", "Marine Day", 1996, 2002, fixed(JULY, 20)),
            national("海の日", "Marine Day", 2003, 2019, monday(3, JULY)),
            national("海の日", "Marine Day", 2020, 2020, fixed(JULY, 23)),
            national("海の日", "Marine Day", 2021, 2021, fixed(JULY, 22)),
            national("海の日", "Marine Day", 2022, IN_FORCE, monday(3, JULY)),
            national("山の日", "Mountain Day", 2016, 2019, fixed(AUGUST, 11)),
            national("山の日", "Mountain Day", 2020, 2020, fixed(AUGUST, 10)),
            national("山の日", "Mountain Day", 2021, 2021, fixed(AUGUST, 8)),
            national("山の日", "Mountain Day", 2022, IN_FORCE, fixed(AUGUST, 11)),
            national("敬老の日", "Respect for the Aged Day", START, 2002, fixed(SEPTEMBER, 15)),
            national("敬老の日", "Respect for the Aged Day", 2003, IN_FORCE, monday(3, SEPTEMBER)),
            national("秋分の日", "Autumnal Equinox Day", START, IN_FORCE, Equinoxes::autumnal),
            national("体育の日", "Health and Sports Day", START, 1999, fixed(OCTOBER, 10)),
            national("体育の日", "Health and Sports Day", 2000, 2018, monday(2, OCTOBER)),
            // the act for the new name was out but not yet in force: calendars of that year print both names
            national("体育の日（スポーツの日）", "Health and Sports Day", 2019, 2019, monday(2, OCTOBER)),
            national("スポーツの日", "Sports Day", 2020, 2020, fixed(JULY, 24)),
            national("スポーツの日", "Sports Day", 2021, 2021, fixed(JULY, 23)),
            national("スポーツの日", "Sports Day", 2022, IN_FORCE, monday(2, OCTOBER)),
            national("文化の日", "Culture Day", START, IN_FORCE, fixed(NOVEMBER, 3)),
            national("勤労感謝の日", "Labour Thanksgiving Day", START, IN_FORCE, fixed(NOVEMBER, 23)),
            imperial("大喪の礼", "Funeral of Emperor Showa", 1989, FEBRUARY, 24),
            imperial("即位礼正殿の儀", "Enthronement Ceremony", 1990, NOVEMBER, 12),
            imperial("結婚の儀", "Wedding of the Crown Prince", 1993, JUNE, 9),
            national("休日（祝日扱い）", "Accession of the Emperor", 2019, 2019, fixed(MAY, 1)),
            national("休日（祝日扱い）", "Enthronement Ceremony", 2019, 2019, fixed(OCTOBER, 22)));

    private HolidayLaw() {}
}
