"""What says how far something has come, how much of it, and whether not: the words of both languages. Data only."""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

_DAY = r"(?:[0-9一二三四五六七八九十]+(?:年|月|日)|年内|年底|明年|今年)"
HOPED = (
    r"有望(?!(?!月[底中初内]|城[市乡]|海[外内]|云[端上计])[城江岳月湖山海京云麓][^,，。；;]{0,6}"
    r"(?:[园区苑府城镇村路街巷湖山桥楼里站校馆院]|小区|社区|食堂|广场|大厦|中心|公司|项目))"
)
"""另有|望岳嘉园食堂: the second character may begin a name."""
_PARTS = (
    "(?:拆迁|征迁|征收|搬迁|清退|腾空|手续|四证|证照|土地证|许可证|招标|招投标|规划|设计|审批|批复|立项|可研|环评|"
    "确权|围挡|路基|土建|桥墩|桩基|地基|基坑|基础|筏板|主体|封顶|土地|用地|方案|论证|签约|协议|征求意见|勘察|测绘|摸底)"
)
STAGES: dict[str, str] = {
    "planned": (
        r"(?<![一二三四五两十]年)(?<!(?<![0-9]{3})[0-9]年)(?<![动度训施照按据定订作的性助学入选列该本此])计划(?!生育|外|内|单列|》|书|的|已|[,;]|$)"
        r"|(?:列入|纳入)[^,]{0,10}计划|(?<![模虚草])拟(?!态|定了|人)|力争|争取(?=在|于|到[0-9]|明年|年内|早日|实现|完成|用)"
        r"|规划(?=(?:总|新|拟)?(?:建|用地|占地|面积|投资|户|设|为|布局|[0-9]))|打算|预定|意向投资"
        r"|(?:正在|积极|加快|在)?[^,]{0,4}(?:谋划|筹备|筹建|酝酿)(?!了)"
        r"|下一步|今后|未来(?!已)"
    ),
    "aim": (
        rf"目标(?:任务)?(?:是|为|:|[0-9])|确保(?=[^,]*{_DAY}[^,]*(?:完|建|投|竣|交|达|实现|开))"
        r"|(?<![重主需只必不摘纲想])要(?=在|于|到|建|完|达|实现|打造|新|争取|力争|确保|把|让|使)"
    ),
    "expected": (rf"预计|预期|{HOPED}|可望|估计|预测"),
    "coming": (
        r"(?:即|必)将|(?<!已)将(?=于|把|在(?!建)|会|达|有|再|新|实[现施]|建(?!筑|设[用资])|完成|投|陆续|全[面力]|按|进一步|继续|以|对|为"
        r"|是|成(?!果)|试|探索|尝试|组织|设(?!计)|落|提供|采[取用]|选[取择]|配[备套]|免费|统一|优先|率先|分[期批步]|打造|开|加[快大强]|启动|推|举办|扩|形成|深[入化]|引|着力|努力|通|围绕|依[托法]|坚持|紧|突|积极|大力|不断|逐步|增|迎|争"
        r"|改[善造])|待(?=建|改造|拆|完|开工|启动|实施)|(?<![文光黎])明年|(?<![后0-9成工产用])后年(?!轻)|(?:[月日年底末]|年底)前[^,]{0,4}(?:完|建成|实现|达)"
        r"|(?:尚|还|仍)未(?=[^,]*(?:开工|启动|动工|完|建|竣|投))|未(?:开工|启动|动工|完工|建成|竣工)|待[^,]{0,8}后"
    ),
    "once": r"届时|(?:建成|竣工|完工|投用|投产|落成|改造完成|完成)(?:投用|运营|使用)?(?:之)?后",
    "applied_for": (r"(?<!成功)(?:申请|申报)(?!表|书|人|者|成功|到|[^,]{0,8}的(?!.*[0-9]))"),
    "under_way": (
        r"(?<![公端修校改纠订反])正在|(?:还|仍|尚)在(?![\u4e00-\u9fff]{0,6}(?:里|上|下|中|内|旁|边|外|家|村|街|路|园|区|市|墙|处|[,。]))|正(?=做|加[快紧]|推进|进行|建设|紧张|抓紧|有序|全力|积极)|(?<![实所内外存现])在(?=建(?!筑|国|军|工地|新[路街村里]|设(?!中))|办(?!理?公|事)|施工|改造(?!上|中|方))"
        r"|(?:建设|施工|推进|改造|装修|办理|实施|进行|安装)(?:之|当)?中(?!请|心|国|队|标|医|学|央|期)|开始(?=施工|建设|改造)"
        r"|(?:有序|加快|全力|稳步|强力|同步|扎实|正常)(?:推进|建设|实施|施工)|加快(?=办|施|建|改|进)"
        r"|着手|推进(?=[^,]{0,40}(?:项目|工程|片区|建设))"
    ),
    "habit": r"每(?:天|日|周|月|季度?|年)(?!.{0,6}(?:生产能力|产能))|常态化(?!、)|专人[0-9]+小时|限期",
    "begun": (
        r"启动|(?:已经?|全面|完成|进行)开挖|主体(?:工程)?(?:建设|施工|建)?至|开工(?![作程商资具艺厂])|(?<![劳流推带自机主移调])动工(?![作具资业])|破土|奠基|开建"
    ),
    "part": (
        rf"{_PARTS}[^,]{{0,8}}?(?:已经?|均已|全部|全面|基本)*(?:完成|完工|结束|办结|通过|确定|到位|圈建|完毕|拆除)|封顶"
        rf"|(?:完成|办结|办理完成|通过|进行)(?:了)?[^,0-9]{{0,16}}{_PARTS}(?=工作|任务|手续|施工|$|,)"
    ),
    "achieved": (
        r"已(?!有|具备|婚|知|故|(?:退|离)休的)|业已|均已|(?<!待)完成(?!后)|(?<![待未])建成(?!后|效|员|立)|竣工(?!后|验收条件)|完工(?!后|[作商])|开业(?!务)|开门(?:迎客|营业|纳客)|迎客(?![松厅人])|投用(?!后)|投入(?:使用|运营)"
        r"|(?<![村部])落成(?!后)|交付|(?<!地)下线(?!路|索)|(?<!交)通车(?![辆库])|办结|结束|完毕|(?<=[^0-9])到位(?![于置])|(?<![为除])了(?!解|然)|被评为|荣获|获得?(?!得感)|授予|入选(?![举择购])|当选|成功(?!能)|累计|(?<![优率])先后"
        r"|受(?:损|灾|淹|困|伤)(?!的)|(?:冲|损|烧|震|淹|压)[毁坏塌没垮](?!的)"
        r"|回迁(?!率|后|房|安置)|达到|增长|增加|同比|下降|减少|降至|翻番|翻了|(?<![落充])实现(?!路径)|(?<!公)共(?=清|拆|排|收|走|查|办|投|组|开|发|对|种|植|接|处|解)"
    ),
    "acted": (
        r"新(?:建|增|购|打造|栽|植)|改建|扩建|修建|建设|建[立起]|打造|改造|升级|提升|拆[除违]|拆(?=[0-9])|清[理运除洗扫]|整[治改]|取缔|排查|检查|走访|慰问"
        r"|发放|救助|帮扶|帮助|开展|组织|举办|召开|签[订约]|投[入资]|栽[植种]|种植?|植树|绿化|粉[刷饰]|修[补复缮]|铺设|硬化|美化|亮化|[安加]装|配[备置]|更新|购置"
        r"|添置|增[设加添]|聘[用请]|招[聘募收]|培[训养]|吸引|引[进导]|收容|办理|受理|调解|化解|处[理置]|查[处获]|暂扣|参[与加]|服务(?![^,]{0,20}(?:项目|工程|·)(?:[,;:]|$))|认领|成立|创建|采集"
        r"|接待|惠及|受益|解决|纳入|冲洗|覆盖|规范|演练|宣传|征[迁收]|抽调|执勤|值[守班]|报告|划定|对接|评(?![级组比])|义务|赠送|捐|筹|表彰|验收|复查|改[水厕]"
        r"|[收处]到|进驻|入驻|分[为成]|推[行进广]|建(?=[0-9])|修(?=[0-9])|印制|张贴|悬挂|审批|流转|减[少税免]|下派|选派|聚集|带动|脱贫|出台|启用|引入"
    ),
    "decided": (r"(?<!取)决定(?!于|性|因素|权)|商定|议定"),
    "designed": (r"设计(?=日|年|能力|规模|容量|时速|产能|处理|[0-9])(?:日|年)?(?:处理|生产|产|供|发电|接待|通行)?"),
    "is": (
        r"现有|(?:共|设|拥|建|含|占|辖区)有|[共有](?=[0-9])|下[辖设]|管辖|辖(?=[0-9])|占(?!地|道|用|比[^0-9]{3})|位于|具备|分布|常住|居住"
        r"|平方公里的|辖区(?:台账内|内|沿街)?(?=[0-9])|(?:成立|建校|建院|建成|开馆|运营|通车)近?[0-9]+[多余]?年"
    ),
}
"""The Chinese words of stages by kind. `aim` is a wish, `coming` planned or expected, `once` the day when it is there (建成后);
`habit` goes on (每天); `begun` is a start, which a date has achieved and a work is under way by; `decided` is achieved for a
date, planned for what it is of; `designed` will be or is there; `part` a step on the way (拆迁, 桩基); `acted` says not how
far; `is` exists."""
NAMES = r"\"[^\"]{4,40}\"|《[^》]{1,60}》"
COMPOUNDS = (
    r"(?:拆除|拆迁|改造|建设|重建|整治|升级|征迁|竣工验收|城镇化)+(?:项目|工程|任务(?!完)|条件|用地|方案|片区|安置区|示范区|单位|资金)"
    r"|入驻(?:企业|商户|单位|率)|成立(?=近?[0-9]+[多余]?年)|规划(?:手续|部门|编制)|总投资|增长点|服务中心|服务平台|人力资源|管理(?:中心|处|所|科|局|区|人员|单位)|服务(?:业|站|队)|新增长"
    r"|(?:修复|修缮|维修|改造|处理|处置|回收|清运|接待|培训|救助|培育|加工|配送|展示|展览|制作|生产|研发|采购|创建|体验|救援|服务)(?:中心|车间|基地|工坊|[站室所馆厂])"
    r"|(?:建设|改造|投资|开展|组织|施工|签约|培训)(?=的[^,]{0,12}[0-9])"
)
"""Words of stages within what only names something."""

MARKS = r"""
stage = @planned expected coming = 计划|往后|[还就都也]会|到(?=20\d\d年)|不低于|安置|肯|由|用来|要|规划|争取|目标|设[计想]|准备|届时|[以今]后|后续|[成工]后|[全总]长|力争|[努着大全]力|确保|前期|[日月年底]前|推行|申[请报]|预|待|酝酿|将|未|希望|说|必须|须|应|可|等待|等.{0,3}手续|年内|年底前|工期|内完|前完|明年|次年|下[月周年期]|期间|使|实施 = will(?! have been)|(?<!aim )(?:is|are) to(?! the| be had)|to be (?:built|done(?! again)|(?:complet|finish|renovat|demolish|remov|rebuil|install|deliver|repair)\w*)|plans? to|(?:(?:is|are|being|was|were) )?(?<!than )planned(?=[;.,]|$| (?!to|as|in|on|for|by|works?)|\Z)|(?:is|are|being|was|were) planned|(?:is|are) expected to|(?:is|are) about to|(?:means|intends?|hopes) to|(?:is|are|was|were) planning|(?:is|are) soon = plan(?!t)\w*|expect\w*|to be|due|schedul\w*|project(?:ed|ions?)|estimat\w*|aim\w*|intend\w*|propos\w*|set to|going to|target\w*|would|shall|about to|next|soon|may|might|(?:not|n.t) (?:yet )?(?:been )?(?:\w+ yet|begun|built|started|finished|completed?|open\w*|put to use)|yet to|(?:is|are|wants?|bid\w*|work\w*|help\w*|order|ready|yet|begin|start\w*|so as|not) to|until|if|waits?|awaits?|phase|prepar\w*|appl\w+|draft\w*|drawing|design\w*|return|ahead|think\w*|mind|sought|seek\w*|consider\w*|talk\w*|idea|in view|on \w+ list|wants?
stage = @under_way = 正|着|中|在|推进|加快|陆续|仍|还|继续|不断|启动|开工|动工|开始|落地|进场|实施|施工|建|改|开展|开挖|深化|改善|提升|打造|做|边|越|推 = (?:is|are) (?:gradually|now) (?!plann)\w+ing|(?:is|are) (?:still |now )?being|(?:is|are|has|have) begun|under ?way|under construction|in progress = being|under|progress|works?|while|reach\w*|now|current\w*|ongoing|still|process|continu\w*|gradual\w*|hand|start\w*|beg[aiu]n\w*|launch\w*|\w{3,}ing|way|on|awaiting|keep\w*|speed\w*|sped|accelerat\w*|step\w* up|push\w*|press\w*|quicken\w*|faster|forward|ahead
stage = !@achieved part = 了|完|成|毕|好|齐|获|先后|累计|共|新|被|过|到|起|达|结束|通过|封顶|立|开|动工|设|办|改|拆|搬|换|建|回|来|出|入|收|定|签|选|挂|贴|[其有]中|均|都|在先|种|挪|整|解决|加|添|增|栽|修|铺 = !(?:has|have|had) (?:now |already |also |since |largely |all |all been |been )*(?:\w+ed|(?:re)?built|made|begun|set|won|put|done|taken|given|seen|gone|grown|moved|cut|come|become)|(?:was|were) (?!planned|expected|due)(?:\w+ed|built|set up)|^(?:invested|built|opened)|topped out|already \w+|(?<!be )(?:finished|completed?|done)(?=[;.,]|$| (?:for|in|at|by|on)\b)|(?:is|are) (?:also |all |now |largely )*(?:complete|completed|finished|done|over) = complet\w*|finish\w*|\w+ed|built|made|done|ready|did|was|were|had|has|have|put|set|won|spent|got|took|held|came|went|gave|ran|became|brought|sent|back|in place|over|settled|now|gone|left|kept|new|in use|chosen|since|found|grew|rose|fell|led|laid|sold|bought|paid|cut|is an?|are the|stands?|hangs?|open
extent = (?<!安)全部|所有|一律|每个(?!月|季)|(?<!几乎)每家|人人|家家|户户|全体|个个|全覆盖 = 全|每|各|均|都|齐|统|总|共|整|皆|满|遍|逐|凡|随|任何|处|个个|一切|无论|谁|哪|一起|清一色|唯|尽|大家|家门|一|没 = (?<!not )(?<!at )(?<!after )(?<!of )(?<!in )(?<!old compounds )(?<!for )all(?!,| but| this| (?:over|right|at once|day|my|the more|but|of (?:it|them)|year|together))|entire(?:ly)?|(?<!care)fully|everything|completely|in all (?=[a-z]+s\b) = all|every\w*|each|entire\w*|full\w*|whole|complete\w*|both|any\w*|throughout|across|wholly|no|none|not a|common|same|villages|units|departments|one|wherever|always|general\w*|together|in turn|\w+-wide|\w+wide|universal\w*|those|they|them
extent = !各(?=社区|村|单位|部门|级|支部) = 家家|人人|户户|个个|全|每|均|都|齐|统|总|皆|满|遍|逐|凡|任何|处|一切|无论|谁|哪|一|大家|大多不|熟 = !every(?! \d|day| day| week| month| year| time| now| other)|everybody|everyone|(?<! )each(?! other| day| week| month| year| of) = all|every\w*|each|entire\w*|full\w*|whole|both|any\w*|throughout|across|no|none|common|\w+s|\w+-wide|\w+wide|one|general\w*
extent = !其余|剩下的?|余下 = 余|剩|另|别的|还|再|后 = the (?:rest|others|remainder) = all but|one|rest|others?|remain\w*|left|balance|further|more|yet|besides|stay\w*|still|beyond
extent = 大多|多数|居多|多半|大部分|多由|多为|多是|(?<=[一-龥])(?<![很许更最太过大好众诸不增居余万千百十亿几差至再繁])多(?=[能写可要有看纳改])|主要(?=[是由]|担任|用于)|过半|绝大|(?<!无)基本(?=[统具协整改实完建办]) = 多|主|大|半|基本|最|普遍|一般|往往|几乎|常|重|高|旺|集中 = mostly|largely|mainly|(?<!the )(?<!at )(?<!one of the )most (?!of all|\w+ed\b)(?=[a-z]+s\b)|(?:the|a) majority|chiefly|basically = most\w*|largely|main\w*|majority|chief\w*|basic\w*|more|half|primar\w*|much|mass|generally|all but|nearly|almost|essential\w*|often|usually|many|bulk|above all|particular\w*|special\w*|substantial\w*|villagers turn
extent = (?<!大)(?<!干)部分(?!的)|(?<![没自所原现具])有的(?!放|写)|一些|个别|若干|少数(?!民)|有人(?=主张|嫌|说|要|担心|反对|舍)|有(?:家长|路段) = 有|些|若|少|几|半|一度|某|多|局部|分|许|旧|曾|约|再|其中|含 = (?<!and )some(?! \d|day|times?|where)|a few|partly|in part = some\w*|few\w*|part\w*|several|certain|one or two|handful|various|those|others?|a number|a|any\w*|individual\w*|nobody|no one
extent = (?<![一两二三四五六七八九十百千万亿0-9这那船余多不])只(?![增减、，。])(?=[一-龥])(?![要能好有])|仅(?=[一-龥])(?!供|次)|唯一 = 只|仅|唯|才|单|就|专|光|不过|除|一|少|限|不 = only(?! \d)|solely|exclusively|nothing but = only|just|alone|sole\w*|merely|no|not|but|except|exclusive\w*|single|simply|selection|nothing|limited|one|never|unless|until|all
extent = 首个|首批|第一个|率先 = 首|第|先|一|初|前|新|率|头|冠|开|始|最 = (?:’s|its|their) first(?! (?:half|nine|three|two|six|ten|of|time)) = first\w*|pioneer\w*|begin\w*|lead\w*|ahead|earliest|original\w*|initial\w*|start\w*|new|before|front|open\w*|led
extent = 独(?=居|自)|单独 = 独|单|自|只|仅|不管|一个人 = alone = alone|(?:by|for) (?:them|him|her|it)sel\w+|own|single|sole\w*|solitary|only|nobody
extent = 定期|不间断|经常|常态化 = 常|每|按|期|时|惯|轮|连|总|不断|持续|始终 = regularly|continuous(?:ly)?|always = regular\w*|every|each|continu\w*|never|always|constant\w*|routine\w*|often|normal\w*|usual\w*|standing|without|(?!elderly|famil|only)\w+ly|from time|ordinary|common|still
extent = 最(?=大|多|高|早|长|少|低)(?!限度|.[0-9]) = 最|第一|首|冠|头|极|榜|尤|主 = the (?:largest|biggest|highest|longest|oldest|earliest|fewest|smallest|lowest)|the most frequent|the least = \w+est|most|least|top\w*|first|record|lead\w*|max\w*|min\w*|more|head\w*|ahead|up to|at best|dominat\w*|less|fewer
polarity = 没有(?=[一-龥])(?!了)|(?<=[议对学找用收认修说])不[成上会着起动清完](?!也|都|多)|不是(?=[一-龥])|不用|不收|闲置|走不动|(?<![一-龥])不(?=[一-龥]{2})(?!锈|如|然|妨|放心|断|仅|但|少|同|到|足|只|光|论|管|间|得不|久|时|过|料|妨|禁|忘|计入)|[未没](?=[一-龥])(?!来|了|关|有|电)|无人(?!机|[一-龥]{1,3}的)|没(?=[。，；])|无(?=[电年日一固])|(?<![0-9一二三四五六七八九十差绝从要无得好是对进出去来找看])不(?=[一-龥])(?!锈|放心|断|仅|但|少|同|到|足|只|光|论|管|间|得不|久|时|过|料|妨|禁|良|法|满|动产|错|平|均|安|便|利|善|佳|好|大|高|多|远|了|起|上|下|成|住|如|止|已|由|幸|惜|乏|减|变|愧|忘|限|定|明|齐|全|当|适|清|完|懈|息|停|容|折|凡|俗|菲|绝|单|[一-龥]不|慢|低|易|亚|方便|排除|可|必|会|知|急|约|热|扰|够|超|力|符|怕|吃|计入|肯|忘|准) = 不|未|没|无|非|免|禁|否|勿|莫|难|缺|零|拒|尚|待|除|只|仅|才|废|失|再|绝|空|防|歇|断|离|坏|退|独|聋|背|存疑|才|太|过了?期 = (?<!or )not|n['’]t|never|neither|nor|none|without|cannot|nobody|nothing|no longer|no(?! \d|\.| (?:more|less|fewer|later|earlier) than) = no|nor|none|never|neither|nobody|nothing|nowhere|no-\w+|not|n['’]t|without|cannot|lack\w*|fail\w*|un(?!der|it|ion|ivers|til|less|ique|iform)\w+|in(?:ac[ct]|va|adequ|dire|depend|ex[ace]|secur|suff|vis|ab|co(?:mpl|nv|rr|ns))[a-z]+|im(?:po|pr)\w+|ill|dis(?!tric|cuss|play|trib|abled|ease|taste|patch|cover|pos|tinct|tanc|aster|c\b|h|infect)\w+|out of|free|stop\w*|ends|ended|idle|disused|empty|vacant|scrap|bar\w*|avoid\w*|refus\w*|hard\w*|rather|instead|only|before|until|unless|away|alone|miss\w*|except|but|waive\w*|exempt\w*|whether|prevent\w*|beyond|non\w*|worr\w*|fear\w*|reluct\w*|substandard|sub-standard|below|lost|gone|bann?(?:ed|s|ing)?|of the past|waiting|keep\w* (?:\w+ ){0,3}(?:off|away|out|from)|yet|stay\w*|later|possib\w*|apart|differ\w*|too \w+ (?:for|to)
denial = (?:本刊|编者|我们|原文|文中|报道)[^，。；]{0,4}(?:不(?!明)|未(?!署|必)|没(?!有点明))|不是(?!一回事)|并非|从未 = 不|未|没|非|无 = !$^ = not|no|n['’]t|never|neither|nor|none|without|cannot|un\w+|nothing|nobody|silent|differ\w*|rather|instead|separate\w*|apart|only|lacks?|omit\w*
polarity = 不得|不准|不许|禁止|严禁 = 不|无法|难|禁|勿|莫|免|失|没法|没能|谢绝|才 = cannot|may not|must not|can['’]t = not|n['’]t|no|never|cannot|bar\w*|ban\w*|forbid\w*|un\w+|without|keep\w*|must|only|prohib\w*|off|illegal\w*|stop\w*|free
lost words = 预计|(?<![一二三五十动度训])计划(?=[用在建改投总到完新把于安引])|(?<![模虚草])拟(?!定|态|人)|力争|有望|即将|(?<!即|必|已)将(?=[回投完建拆改]) = 计划|要|前|待|明年 = !$^ = expect\w*|plan(?!t)\w*|will|to|due|schedul\w*|project\w*|estimat\w*|aim\w*|intend\w*|propos\w*|target\w*|forecast\w*|anticipat\w*|would|shall|hop\w+|about|likely|should|soon|ahead|coming|next|future|forthcoming|sought|seek\w*
lost words = 临时|过渡期 = 短|暂 = !$^ = temporar\w*|interim|provisional\w*|transition\w*|stopgap|wait\w*|meantime|meanwhile|in between
lost words = (?<!几乎)每(?=[个户家处栋条名位村楼餐顿项座层块件台间所片支])|逐(?=[个户处栋条]) = 都|均|全 = !$^ = each|every\w*|all|per|any\w*|apiece|both|whole|throughout|\w+wide|across|respective\w*|own|individual\w*|(?:[\dx,.]+|one|two|three|yuan|hours?) (?:\w+ ){0,2}an?|an? (?:meal|head|household|family|person|time|building|room|flat|set|item|piece|floor)|by \w+|\w+ by \w+|one at a time|no|none|wherever|whenever|who\w*|always|in turn|average|[\dx,.]+ (?:to|for|in) (?:an?|one)
lost words = 主要(?=[是由为做用从卖经围])|以[^，。]{1,16}为主(?!题|线|体|导) = 主|多|大 = !$^ = main\w*|mostly|most|chief\w*|primar\w*|largely|larger?|principal\w*|key|core|major\w*|focus\w*|centr\w*|center\w*|dominat\w*|first|above all|central\w*|backbone|bulk|lead\w*|essential\w*|rel(?:y|ies|ied)|stress\w*|emphasi\w*
lost words = 不同(?!程度)|不一(?![样定]) = 异|别|各 = !$^ = differ\w*|uneven\w*|inconsisten\w*|var\w+|other|unlike|not|divers\w*|separate\w*|own|range
lost words = 申请|申报 = 请|报 = !$^ = appl\w+|sought|seek\w*|request\w*|bid|ask\w*|submi\w+|nominat\w*|propos\w*|declar\w+|put in for
lost words = 未达到|没有达到|未能|不及 = 未|不 = !$^ = not|n['’]t|fell|fails?|failed|miss\w*|below|short|under|without|yet|less|fewer
state = !$^ = 完|竣|成|建好|办好|结束|已|毕|落地|投用 = ~finished|~completed = $^
state = !$^ = 计划|规划|拟|将|预|待|要|未来|设计|筹 = ~planned|~proposed|~intended|~future|~forthcoming|~upcoming = $^
state = !$^ = 批|准|同意|通过 = ~approved|~authorized = $^
state = !$^ = 否|驳|拒|退 = ~rejected = $^
state = !$^ = 停|缓|搁|滞|中断|拖|晚|误 = ~stalled|~suspended|~halted|~delayed|~postponed = $^
state = !$^ = 弃|废|烂尾|荒|闲置|停 = ~abandoned|~disused|~derelict|~vacant = $^
state = !$^ = 未|没|半|烂尾|待 = ~unfinished|~half-finished|~half-built|~incomplete = $^
state = !$^ = 拆 = ~demolished|~razed = $^
state = !$^ = 现|已|原|既|老|旧|存 = ~existing = $^
state = !$^ = 原|前|旧|老|曾|过去 = ~former = $^
"""
"""Kind = surely = perhaps = surely = perhaps, in Chinese and in English; `@`: the kinds of STAGES that surely say it;
`!`: only against another mark of the kind; `~`: beside a noun."""
BESIDE = r"(?:the|an?|its|their|this|that|these|those) (?:[\d,.]+ |x+ |\w+ly )?(?=[a-z-]+ [a-z])"
BOTH_WAYS = r"\b(?:could|would|should|might|may|must)(?: \w+)? have \w+|hardly[^.;]*\bwithout\b|\b(?:never|without) (?:an? |any )?(?:stop|ceas|end|paus|rest|break|interrupt|fail|exception|let up|miss)\w*"
"""Two denials: never stops, hardly a family without."""
QUICKENED = r"\b(?:speed(?:s|ing)? up|sped up|accelerat\w*|step(?:s|ping)? up|quicken\w*|faster|(?:push|press)(?:es|ing)? (?:\w+ ){0,4}(?:ahead|forward|on))\b"
"""What 加快推进 is, said of what is ahead as of what is in hand."""
