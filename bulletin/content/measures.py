"""Measures, currencies and shares: each has one English and is never typed in a content file. Data, and its lookup.

English names and symbols follow the SI Brochure (9th edition) and CLDR; 亩 is mu, money is RMB before the amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Measure:
    """`scale` base units of a dimension (m², m, m³, kg, yuan, month, minute …). `one` and `other` are its English noun.

    Alike where it never changes (mu), `RMB` where it stands before the amount. `short`: the international symbol.
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
area       10000      hectare           hectares           ha    公顷
area       2000/3     mu                mu                 -     亩
volume     1          cubic_meter       cubic_meters       m³    立方米 立方 m³ m3
volume     1/1000     liter             liters             L     升
length     1          meter             meters             m     米
length     1000       kilometer         kilometers         km    公里 千米 km
length     1/100      centimeter        centimeters        cm    厘米 cm
length     1/1000     millimeter        millimeters        mm    毫米 mm
length     500        li                li                 -     里 华里
mass       1000       metric_ton        metric_tons        t     吨
mass       1          kilogram          kilograms          kg    公斤 千克 kg
mass       1/2        jin               jin                -     斤
mass       1/1000     gram              grams              g     克
yuan       1          RMB               RMB                -     元 圆 块钱 人民币 元人民币
dollar     1          US_dollar         US_dollars         US$   美元 美金
hkdollar   1          Hong_Kong_dollar  Hong_Kong_dollars  HK$   港元
euro       1          euro              euros              €     欧元
yen        1          Japanese_yen      Japanese_yen       -     日元
month      12         year              years              -     年
month      12         year_of_age       years_of_age       -     岁 周岁
month      12         anniversary       anniversaries      -     周年
month      1          month             months             -     个月 月
month      3          quarter           quarters           -     个季度 季度
month      1200       century           centuries          -     个世纪
minute     1440       day               days               -     天 日
minute     1440       working_day       working_days       -     个工作日
minute     10080      week              weeks              -     周 个星期 星期
minute     60         hour              hours              -     小时 个小时 个钟头
minute     1          minute            minutes            -     分钟
minute     1/60       second            seconds            -     秒
celsius    1          degree_Celsius    degrees_Celsius    °C    ℃ °C 摄氏度
power      1          kilowatt          kilowatts          kW    千瓦 kW
power      1000       megawatt          megawatts          MW    兆瓦 MW
energy     1          kilowatt-hour     kilowatt-hours     kWh   千瓦时 度电 kWh
share      1          percent           percent            -     % ％ 成 百分之
share      1/10       per_thousand      per_thousand       -     ‰ 千分之
points     1          percentage_point  percentage_points  -     个百分点 百分点
multiple   1          times             times              -     倍
"""


def _measures() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for line in _TABLE.strip().splitlines():
        dimension, scale, one, other, short, *forms = line.split()
        names = one.replace("_", " "), other.replace("_", " "), short.replace("-", "") if short == "-" else short
        found |= {zh: Measure(zh, dimension, Fraction(scale), *names) for zh in forms}
    return found


MEASURES = _measures()
"""Every Chinese form with its measure."""

_MORE = "degree degrees yuan renminbi tonne tonnes acre acres mile miles foot feet pound pounds fahrenheit"
ENGLISH_HEADS = (
    {name.split()[-1].lower() for measure in MEASURES.values() for name in (measure.one, measure.other)}
    | {*_MORE.split()}
) - {"times"}
"""Words for measures, on which the noun behind a classifier may not end; 三次 is three times."""

CLASSIFIERS = {
    "户": "household family home business company enterprise firm shop store merchant vendor trader entity "
    "taxpayer tenant user customer subscriber farm farmer restaurant owner",
    "次": "time visit session event drill round occasion meeting activity inspection patrol check trip show case class "
    "course lecture campaign consultation briefing performance training survey screening operation "
    "talk call review raid cleanup",
}
"""Classifiers with few right nouns: the English ends on one of these words, or on its plural."""
