"""Words that fall apart into Mandarin syllables and are none, and Chinese names in a spelling that is not pinyin's."""

from __future__ import annotations

_ENGLISH = """
aba abide abiding abode abu abuse ache acumen adage ade adipose aga age agenda agua aha aide ailing aiming aka ake aku
ala alamo alan ale alibi alike along alongside alumina ama amaze amen ami amin amuse ana angelica angelique angle
angling ani anima animating anise anna anti antigen antique apa apache arise arisen arouse aru ase aside ataxia awa
awake awaken awakening awoke aye babu bade baiting baka bake baku bale bali banana banda bandage banding bangle bani
banning banyan bari baru base baseman basilica bayou beige bending bennie bibi bide bike bile binding binge biting
bitumen boba bobo bode bodega bogan bola bonanza bose boxing buying cabana cabin cacao cache cade cage cajun cake
calamari canada candida canning cantina capitalize capitan carina case catalina catamaran chaise chaka change
changeling chanting chapin chase cheque chile chili china citizen cumin cunning cupola cutie dade dale damage dangle
dangling dari data database dating daze debating debilitating decade decide defense defuse delaying deluge delve
demanding demi demise demonize depending depose desi detailing dietitian dike dingle dining dipole disengage disuse
dixie douse dude duke duma edema eke elan elude emu enchanting ending engage erika eta etude exile exude eye facade
facile fade fading fake fanning farina faze fouling fuji fuming fuse fuselage futile gabi gage gaining gala gale
galena gaming ganga gaping gating gaze gazebo genie gentile gouge guide guile guise gunman gunning guru haji hala hale
halide halve hangman hanna hasan haze henna heritage hesitating house huge hula hulu human hunting jingle juba juke
junta kaka kala kale kali kamala kamikaze kana karaoke lake lakeside lama lamenting landing language latitude laying
legalize lemonade license lichen liege like liken limiting limo lina linen lingua lining linkage lipa louse luge luke
lumen luna lunge machi made mage magenta maha maidan mailing maize make mala malaise male mali manage mandala manga
mani manila manna manning manta marina marinade maru masa masha mating maxima maximize maya maze mending mensa mica
michigan mike mila mile mina minding mingle minima minimize mining minnie mise misuse mitigating mobile mobilise
mobilize mocha mode modeling modena module mole molecule momo mona moulin mouse mule muse nada naga nailing naming
nana napa nasi niche nude nuke outage outing pagan page pale pali palisade panache panama pancake panda panning
panting papaya parentage pari pasha patina paying pending penning pika pike pile piling pina pining pinning piping
pique piranha pita pixie poke pole pose pouting puma pupa range ranting ride ridicule riding ripen rise risen rishi
rita rouge rouse routing rude rule ruling running ruse sabina sabotage sade safari saga sage sailing sake sale salina
salve sanding sari saya saying sedan semen semi sending senile senna sense sewage shade shading shake shaken shale
shaman shaping shining shouting sicilian side sidi siding silica sima simian siren sisi size suiting sunken sunrise
taiga tailing take taken tale tali tana tangle tanning tarantula taxi taxing tide tile tiling timing tingle tingling
titian tuba tubing tula tuna tuning tutu wade wadi wading wage waiting waka wake wale wali waning wanna wanting wasabi
waxing woke woman yale yaya yule zaman zeta
"""
_FOREIGN = """
ada adelaide adele aidan aiding aiken alabama ali amanda angela angelina anglican anita annie anticipating antigua api
ari asa ashe awaiting bangladeshi bengali benji bianca boca bohemian bona bowen buchanan cali canadian capita casa
catalan channing chemo chennai chihuahua citing cuba cuban cuomo dalai damian dana dani decaying deciding defending
deleting deli demo denise dieting dina dubai duncan duran editing educating egan elena eli eliminating elisa elise
eliza emailing emi emile emo emoji enrique erica ernie exiting fabian facilitating fannie fatima faye fukushima gaza
gemini guiding gunmen guyana haiku haiti haitian handing hansen hari hating heidi helena henri jimi jude julian julie
karan karen katie kaye kenya kenyan kuala laguna lana lankan latina leila lena lenin liga lima linda lisa liza luca
luka machining malibu mama mandela manipulating manu maori mari mata maxi maximise mayan michele michelin midi mika
milan mimi mini minimise miranda mixing modi monica monique moran mori musa nadu naomi napoli nasa natalie natasha
nike nile nina paige parenting pasadena pisa quran renting rica rican ruben rubin ruining sadie saharan sama samaritan
sami santa santana sasha sata sega selena shaming sheridan sinai subaru sudan sumo sunni susan susanna sushi tanaka
tanya tata tina titan toulouse wailing woken women yakuza yamaha yemen yuri zeke zulu zuma
"""
ENGLISH = frozenset(_ENGLISH.split())
"""English words of two syllables or more that a newspaper may use: Dance, Lane, Banana."""
FOREIGN = frozenset(_FOREIGN.split())
"""Names and words of other countries."""
LEADS = frozenset(("a", "an", "can", "he", "hen", "long", "me", "men", "run", "she", "tan", "you"))
"""English words of one syllable that may stand before a name: Can Li Ming come?"""
USUAL = {
    "hong kong": "港", "macao": "澳", "macau": "澳", "inner mongolia": "蒙", "tibet": "藏", "shaanxi": "陕 秦",
    "harbin": "哈", "urumqi": "乌鲁木齐", "lhasa": "拉萨", "hohhot": "呼和浩特 呼市", "ordos": "鄂尔多斯",
    "kashgar": "喀什", "hotan": "和田", "turpan": "吐鲁番", "altay": "阿勒泰", "shigatse": "日喀则",
    "manchuria": "满洲", "taipei": "台北", "canton": "广", "cantonese": "粤 广", "tsinghua": "清华", "peking": "北 京",
    "tsingtao": "青岛", "kweichow": "贵州", "moutai": "茅台", "yangtze": "江", "yellow river": "黄",
    "pearl river": "珠", "mekong": "湄公 澜沧", "tai chi": "太极", "taichi": "太极", "sun yat": "中山 孙",
    "xi jinping": "习近平 总书记",
}  # fmt: skip
"""What the Chinese has where the English has such a name: one of these."""
SHORT = {
    "beijing": "京", "tianjin": "津", "shanghai": "沪 申", "chongqing": "渝", "hebei": "冀", "shanxi": "晋",
    "liaoning": "辽", "jilin": "吉", "heilongjiang": "黑", "jiangsu": "苏", "zhejiang": "浙", "anhui": "皖 徽",
    "fujian": "闽", "jiangxi": "赣", "shandong": "鲁", "henan": "豫", "hubei": "鄂", "hunan": "湘", "guangdong": "粤",
    "guangxi": "桂", "hainan": "琼", "sichuan": "川 蜀", "guizhou": "黔", "yunnan": "滇", "gansu": "甘 陇",
    "qinghai": "青", "ningxia": "宁", "xinjiang": "新疆 疆", "taiwan": "台", "nanjing": "宁", "guangzhou": "穗",
    "chengdu": "蓉",
}  # fmt: skip
"""Places that the Chinese may call by one character: 豫剧 is Henan opera."""
