"""Measures, currencies and shares: each has one English and is never typed in a content file. Data, and its lookup.

English names and symbols follow the SI Brochure (9th edition) and CLDR; 亩 is mu, 元 is yuan, behind the amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Measure:
    """`scale` base units of a dimension (m², m, m³, kg, yuan, month, minute …). `one` and `other` are its English noun.

    Alike where it never changes (mu, yuan). `short`: the international symbol.
    """

    zh: str
    dimension: str
    scale: Fraction
    one: str
    other: str
    short: str = ""


_TABLE = """
area       1          square_meter      square_meters      m²    平方米 平米 ㎡ m² m2 平方
area       1000000    square_kilometer  square_kilometers  km²   平方公里 平方千米 km² km2
area       1/10000    square_centimeter square_centimeters cm²   平方厘米
area       10000      hectare           hectares           ha    公顷
area       2000/3     mu                mu                 -     亩
area       200000/3   qing              qing               -     顷
volume     1          cubic_meter       cubic_meters       m³    立方米 立方 m³ m3
volume     1/1000     liter             liters             L     升
volume     1/1000000  milliliter        milliliters        mL    毫升
length     1          meter             meters             m     米
length     1000       kilometer         kilometers         km    公里 千米 km
length     1/100      centimeter        centimeters        cm    厘米 公分 cm
length     1/1000     millimeter        millimeters        mm    毫米 mm
length     1852       nautical_mile     nautical_miles     -     海里
length     1609.344   mile              miles              -     英里
length     500        li                li                 -     里 华里
length     10/3       zhang             zhang              -     丈
length     1/3        chi               chi                -     尺
mass       1000       metric_ton        metric_tons        t     吨
mass       1          kilogram          kilograms          kg    公斤 千克 kg
mass       1/2        jin               jin                -     斤
mass       50         dan               dan                -     担
mass       1/1000     gram              grams              g     克
mass       1/1000000  milligram         milligrams         mg    毫克
coal       1000       metric_ton_of_standard_coal metric_tons_of_standard_coal tce 吨标准煤 吨标煤
yuan       1          yuan              yuan               -     元 圆 块钱 人民币 元人民币
dollar     1          US_dollar         US_dollars         US$   美元 美金
hkdollar   1          Hong_Kong_dollar  Hong_Kong_dollars  HK$   港元 港币
euro       1          euro              euros              €     欧元
pound      1          pound_sterling    pounds_sterling    £     英镑
yen        1          Japanese_yen      Japanese_yen       -     日元
month      12         year              years              -     年 个年头
month      12         year_of_age       years_of_age       -     岁 周岁
month      12         anniversary       anniversaries      -     周年
month      1          month             months             -     个月 月
month      3          quarter           quarters           -     个季度 季度
month      1200       century           centuries          -     个世纪 世纪
minute     1440       day               days               -     天 日 昼夜 个昼夜
minute     1440       working_day       working_days       -     个工作日 工作日
minute     10080      week              weeks              -     周 个星期 星期 个周
minute     60         hour              hours              -     小时 个小时 个钟头 钟头
minute     60         class_hour        class_hours        -     学时 课时 个学时 个课时
minute     15         quarter_hour      quarter_hours      -     刻钟
minute     1          minute            minutes            -     分钟
minute     1/60       second            seconds            -     秒 秒钟
term       1          semester          semesters          -     学期 个学期
term       2          academic_year     academic_years     -     学年 个学年
celsius    1          degree_Celsius    degrees_Celsius    °C    ℃ °C 摄氏度
fahrenheit 1          degree_Fahrenheit degrees_Fahrenheit °F    ℉ °F 华氏度
power      1          kilowatt          kilowatts          kW    千瓦 kW
power      1000       megawatt          megawatts          MW    兆瓦 MW
power      1000000    gigawatt          gigawatts          GW    吉瓦 GW
power      1/1000     watt              watts              W     瓦
apparent   1          kilovolt-ampere   kilovolt-amperes   kVA   千伏安 kVA
voltage    1          kilovolt          kilovolts          kV    千伏 kV
voltage    1/1000     volt              volts              V     伏
energy     1          kilowatt-hour     kilowatt-hours     kWh   千瓦时 度电 kWh
energy     1000       megawatt-hour     megawatt-hours     MWh   兆瓦时 MWh
sound      1          decibel           decibels           dB    分贝 dB
data       1          gigabyte          gigabytes          GB    GB
data       1000       terabyte          terabytes          TB    TB
speed      1          kilometer_per_hour kilometers_per_hour km/h 公里/小时 千米/小时 km/h
speed      18/5       meter_per_second  meters_per_second  m/s   米/秒 m/s
flow       1          cubic_meter_per_second cubic_meters_per_second m³/s 立方米/秒
density    1          person_per_square_kilometer people_per_square_kilometer - 人/平方公里 人/平方千米
dust       1          microgram_per_cubic_meter micrograms_per_cubic_meter µg/m³ 微克/立方米 μg/m3
dust       1000       milligram_per_cubic_meter milligrams_per_cubic_meter mg/m³ 毫克/立方米
solution   1          milligram_per_liter milligrams_per_liter mg/L 毫克/升
yield      1          kilogram_per_mu   kilograms_per_mu   -     公斤/亩 千克/亩
yield      1/2        jin_per_mu        jin_per_mu         -     斤/亩
haulage    1          ton-kilometer     ton-kilometers     -     吨公里
travel     1          passenger-kilometer passenger-kilometers - 人公里
container  1          TEU               TEUs               -     标准箱 标箱 TEU
share      1          percent           percent            -     % ％ 成 百分之
share      1/10       per_thousand      per_thousand       -     ‰ 千分之
points     1          percentage_point  percentage_points  -     个百分点 百分点
points     1/100      basis_point       basis_points       -     个基点 基点
multiple   1          times             times              -     倍
"""
_PRICES = (
    "square_meter 平方米|square_meter 平米|metric_ton 吨|kilogram 公斤|jin 斤|mu 亩|cubic_meter 立方米|person 人|"
    "kilowatt-hour 千瓦时|kilowatt-hour 度|household 户|month 月|year 年|day 天|hour 小时"
)
"""What a price is for: 元/平方米 is yuan per square meter."""


def _measures() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for line in _TABLE.strip().splitlines():
        dimension, scale, one, other, short, *forms = line.split()
        names = one.replace("_", " "), other.replace("_", " "), short.replace("-", "") if short == "-" else short
        found |= {zh: Measure(zh, dimension, Fraction(scale), *names) for zh in forms}
    for each in _PRICES.split("|"):
        en, zh = each.split()
        price = f"yuan per {en.replace('_', ' ')}"
        found[f"元/{zh}"] = Measure(f"元/{zh}", f"yuan per {en}", Fraction(1), price, price)
    return found


MEASURES = _measures()
"""Every Chinese form with its measure."""

CURRENCIES = frozenset({"yuan", "dollar", "hkdollar", "euro", "pound", "yen"})
"""Dimensions of money; a sign of theirs (US$) stands before the amount, a name behind it."""
