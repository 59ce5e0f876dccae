"""English words, and the Chinese of which some must stand near for one to be said. Data only.

A row is one line: Chinese = English, as in `parity_words`; what a row leaves out is no claim that the program reads.
"""

# ruff: noqa: E501 - a row of a table is one line

WHO = r"""
政府|府|官|省|市|区|县|财|国|机关|当局|行政|政|部门 = governments?|authorit(?:y|ies)
市长|区长|县长|省长|镇长|领导 = mayors?|governors?
企|公司|商|厂|单位|集团|业|店|社会力量|施工|队|社|投资|包|中车|行|机构|家|法人|经营|主体|用工|户|园 = compan(?:y|ies)|firms?|enterprises?|corporations?|contractors?
志愿|义|自发|热心|爱心|主动|自愿|入户 = volunteer\w*
军|兵|部队|战|武警|双拥|队 = army|troops|soldiers?|military
警|公安|派出所|保安|治安|交管 = police\w*
专家|专业|学者|教授|师|技术|懂|设计|行家|检测|匠 = experts?|specialists?
师|教|课|讲|学 = teachers?
医|诊|护|大夫|卫|病|挂号|看 = doctors?|nurses?|physicians?
学|孩|童|生|少年|考|小朋友|娃|暑|课 = students?|pupils?
孩|童|幼|儿|子女|学|娃|少年|小朋友|校|家长|小 = child(?:ren)?(?:’s)?|kids?
老|高龄|长者|敬|婆|爷|奶|岁|孝|年纪|结对 = elderly|seniors?|pensioners?|old (?:people|women|men|person|villagers)
官|干|领导|书记|主任|局|机关|政|职|员|部门|执法|负责|委|科|办|工作|公务|网格|村|走访|街道|管|公文|内部 = officials?|cadres?
邻|街坊|居|楼|院|互|里|户|旁|隔壁|家 = neighbou?rs?
民|群|业主|百姓|户|人|街坊|大家|邻|老|院|自治|代表|小区|家|妇|谁|众|社区|回|迁|当面|意见 = residents?
农|村|田|种|养|菜|地|渔|户|果 = farm(?:er|ers|ing)?
商|店|铺|摊|贩|经营|市场|户|门面|老板|主|馆|坊|门前|卖|购|老字号|园 = shops?|shopkeepers?|merchants?|traders?|stallholders?|vendors?
司机|驾|开车|车 = drivers?
律|法|师 = lawyers?
记者|报|媒|刊|文 = reporters?|journalists?|newspapers?|media
电视|央视|台 = television
游|旅|客|来|参观|访|观|逛|慰|接待|人次|生人|船|景|湖|人多 = tourists?|visitors?
业主|主|户|店|所有|产权|老板|自 = owners?
摄|照|图|影|拍 = photograph\w*
编 = editors?
妇|女|妈|婆|媳|母|姐|嫂|娘|奶|婚|孕 = wom[ae]n|mothers?|wife|wives
外国|国外|外商|外资|海外|国际|外|出口 = foreign\w*
捐|赠|善|爱心|赞助|募|献 = donat\w*|charit\w*|sponsor\w*
渔|船|鱼 = fisher\w*
"""
"""Who is named."""

WAY = r"""
免|不收|无偿|不要钱|义务|不花|公益|白|送|不用|费用 = at no cost|free of charge|no fees?|without charge
信|邮|函|寄|递 = by (?:letter|post|mail)
现场|当面|线下|窗口|亲|本人|上门|到|面对面 = in person
提前|早|先|预 = ahead of (?:schedule|time|plan)|in advance
诉|意见|反映|不满|嫌|怨|举报|信访|求|告|问题|热线|扰|问|急难|说|有人 = complain\w*
表扬|赞|好评|满意|肯定|欢迎|夸|荣|表彰|奖|优 = prais\w*|commended
满|顺|服|好|愿 = satisf\w*|content(?:ed)?
代价|成本|费|钱|资|价|花|元|额|投|惠|贴|补|药|分摊 = costs?
急|抢|险|警|救 = emergenc\w*|urgent\w*
建议|议|劝|主张|导|顾问|提 = advised?|advis(?:es|ing|ory)
首|第一|初|头一|率先|开创|新 = first time
钱|资|款|元|费|补|金|投|财|账|工资|出|花|罚|收 = money
补|助|贴|资|奖|扶|拨|上级|救|惠|优惠|款|保障 = subsid\w*|grants?
罚|处|惩|违 = fined|fines|penalt\w*
奖|表彰|荣|评|优|先进|获|授|称号|牌|勋|明星|岗|章|红旗 = award\w*|prizes?|medals?
法|规 = lawful\w*|legally
违|非法|私|乱|黑|无证|不法|占|店外|广告 = illegal\w*|unlicensed
合法|法|正规|证 = legal
强制|必须|要求|应|须|义务 = compulsory|mandatory
"""
"""In what way, and with whose money."""

DEEDS = r"""
建|造|修|盖|设|添|打造|落成|搭|立|兴|成|构|改|铺|架|办|筑|新|砌|施工|产|制 = built|rebuilt|constructed|erected
租|赁|住|流转 = rent(?:s|ed|ing|al|als)?|leas(?:e|es|ed|ing)
买|购|采|置 = buy(?:s|ing)?
强|加|提|增|深|巩|壮|健|夯|抓|严 = strengthen\w*
改|提|优|好|升|善|进|修|治|整|美|完善|加强|变 = improv\w*
集|收|取|征|募|要|采|摘|运|领|汇|税|缴 = collect(?:s|ed|ing)?
挖|掘|刨|桩|基坑|出土|土 = dug|dig|digging|excavat\w*
种|植|栽|绿|苗|造|厂|站|树|花|草|株|阀|补|养|林果 = plant(?:ed|s|ing)?
修|补|维|整|养|治|换|缮|救|抢|复|改|硬化|沟 = repair\w*|mend(?:ed|s|ing)?
恢复|修|复|整|还|重|治|旧|改|回 = restor\w*
训|培|教|学|习|练|课|列|车|铁|演|站 = train(?:ed|s|ing)?
招|聘|录|雇|用|配|增|引|派|组|征|抽|请 = hired|hir(?:e|es|ing)|recruit\w*
签|约|订|登|协议|合同|牌|标|示|字|志|定|名 = sign(?:ed|s|ing|boards?)?
交|送|给|配|发|投|派|出厂|下线|上门|带|递|骑|快 = deliver\w*
查|检|巡|察|督|验|核|看|排|抽|考|控|鉴 = inspect\w*|check(?:s|ed|ing)?
发现|找|查|寻|见|排|搜 = discover\w*
决|定|议|商|评|拍板|民主|说了算|判|自|主意 = decid\w*
选|推|评|举|挑|定|聘|当|点|采|起|决 = elect(?:ed|s|ing|ions?)?|chose\w*|choos\w*
赢|胜|获|夺|得|评|荣|奖 = won|wins?
生产|产|出|造|制|做 = produc(?:ed|es|ing|tion)|manufactur\w*
借|阅 = borrow\w*|lent|lends?
同意|商|议|协|答应|愿|应|识|约|意|定|说好|签|订 = agreed|agrees|agreements?
说|称|讲|道|示|介绍|告|言|认为|叹|谈|话|写|据|问|回|报|文|指|语|讨|记|要求|喊|提|问|答|述|映|要 = says|(?<!the )(?<!their )(?<!a )say|said|tells?
入|参|加|联|连|接|并|会员|汇|报名|社|一起|跻|进|贯通|和|与|、 = join(?:ed|s|ing)?
拓|宽|扩|大|加 = widen\w*
"""
"""What is done."""

ENDS = r"""
拆|征|推|清|取缔|除|平 = demolish\w*|dismantl\w*|torn down|razed
拆|清|除|移|取缔|撤|迁|搬|去|收|运|挪|消|掉|摘|铲|打捞|化解|销|治|腾|解决|扫|捡 = removed|removes|removing
停|废|弃|闲|烂尾|荒|破产|作罢|放 = abandon\w*
解散|撤|散 = dissolv\w*|disband\w*
辞|裁|解聘|开除|免职|清退|下岗|退|解雇|解 = dismiss\w*|laid[ -]off
拒|不肯|不愿|不同意|不|垃圾|废|舍不得|未|没 = refus\w*|reject\w*
损|坏|毁|破|裂|淹|受灾|震|伤|残|冲|灾 = damag\w*|destroy\w*|ruin\w*
卖|售|销|营|贩|出|商|摊|转|店|市 = sells?|selling|sold|sales?
丢|失|遗|输|亏|没|损|少|下岗|不到 = lost|los(?:e|es|ing)|loss(?:es)?
关|停|闭|歇|封|取缔|倒|密|合|结|收 = closed|closes|closing|closures?|shut(?:s|ting)?
停|止|断|终|完|结束|不再|歇|免|罢|站|靠|挡|堵|堰|防|制|一直|断|解决 = (?<!one-)stop(?:ped|s|ping)?|halt(?:s|ed|ing)?|ceas\w*|suspend\w*
收|取|拿|夺|没收|采|带|端|搬|扣 = tak(?:e|es|en|ing) away|took away|confiscat\w*|seiz\w*
反对|抗|否|不同意|阻|不赞成|不愿|不肯 = oppos(?:e|es|ed|ing)|protest\w*
缩|窄|萎|减|降|退 = shr[aiu]nk\w*|weaken\w*
差|坏|劣|恶|重|糟|更 = worse(?:n\w*)?
禁|不准|不许|严|不得|不让 = forb\w*|bann?(?:ed|s)?|prohibit\w*
阻|碍|妨|挡|难 = hinder\w*
请|邀|约|召|叫|聘 = summon\w*|invit\w*
死|亡|逝|去世|遇难 = died|dead(?!-)|deaths?|killed
伤|残 = injur\w*
吵|闹|噪|纠纷|争|架|矛盾|声|调解|说不清 = quarrel\w*|disput\w*
否认|不承认 = den(?:y|ies|ied)
离|走|搬|剩|留|退|放|丢|弃|余|落|去|腾|空|左|在|外|存|交|遗|漏|没|未|不|发|出|班|启程 = left|leav(?:e|es|ing)
断|破|犯|违|停|碎|坏|开|早|动工|损|拆 = broke|broken|breaks?
"""
"""What undoes, stops or takes: a label names it no more than its Chinese does."""

KINDS = r"""
老|旧|古|昔|原|前|陈|早|年|岁|废|故|高龄|婆|爷|奶|祖|翻|破|危|史|背街|敬|孝|传|遗 = old|older|oldest
青|年轻|少|小|后生|学|孩|童|幼|代|生|龄|团 = young(?:er|est)?|youths?
小|微|细|口袋|迷你|少|短|单|巧|零|边角|低|轻|游园 = small(?:er|est)?|tiny
大|巨|宏|广|规模|重|主|多|特|高|强|远|上|总 = large(?:r|st)?|big(?:ger|gest)?|huge
短|缩|矮|缺|少|欠|不足|差|简|不|近|走|步|邻|分钟|临时 = short(?:er|est)?
深|浓|厚|化|加大 = deep\w*
浅 = shallow\w*
窄|狭|小|巷|缩 = narrow\w*
宽|扩|拓|大|广|阔|远|伸 = (?<!-)wide|wider|widest
私|民营|个体|民间|社会|自 = private\w*
公|政|厕|民|众|共|国|社会|群|便|百姓|开|示|普|宣|平安|治安 = public(?:ly)?
永|固定|常|长|久|定|编 = permanent\w*
临时|过渡|暂|短 = temporar\w*
联|共|同|合|协|互|一起|会|多方|集 = joint(?:ly)?
单独|独|分|各|另|专|别|不同|单|两|每|一户 = separate\w*
忙|繁|紧|热|旺|多|高峰 = busy|busiest
闲|空|废|荒|旧|没用|不用 = idle|vacant|disused|derelict
要|关键|核心|骨干|重点|主|大|先|急|钥|总|键|时机 = key|important
主|大|要|多|重|总|中心|骨|干|核心 = main(?:ly)?
次要|小|轻|微|支|背|少|一般|普通 = minor
农|村|乡|田 = rural
城|市|都|镇|区 = urban
东 = east(?:ern)?
西 = west(?:ern)?
南 = south(?:ern)?
北 = north(?:ern)?
满|齐|全|足|整|圆|充|总|都|完|客 = full
空|闲|无人|没|废 = empty
干|旱|晾|晒|燥|水|烘 = dry|dried|drying|dries
水冲|冲 = flush\w*
安全|险|患|防|稳|平安|保|护|消 = safe(?:ty|ly)?
危|险|患|毒 = danger\w*
脏|污|垃圾|乱|染|差 = dirty|pollut\w*
净|洁|清|扫|卫生|洗|保洁|环卫|打扫|创卫|治 = clean\w*
强|加|重|大|暴|严|繁|多|压 = heav(?:y|ily|ier|iest)
轻|亮|灯|照|明|光|浅|简|颜|点|火|淡 = lights?|lit
断头|死|堵 = dead-end
智|慧|码|数字|网|线|信息|电子|手机|云|远程|app|平台 = digital|smart|online
传统|老|古|旧|民俗|非遗|文化|习|红|传 = tradition\w*
普通|一般|日常|平|常态|惯|例|规 = ordinary|routine\w*
特|专|别|殊|名 = special
"""
"""What kind of thing."""

WHERE = r"""
街道|镇|乡|街|各地|篇|地 = subdistricts
社区|村|居|院|小区|邻|公|群|众|区|共建 = communit(?:y|ies)
小区|院|楼|家属|宅|区|扫 = compounds?|courtyards?
村|农|乡|屯|庄|寨|组 = villages?
市|城|郑|京|都|镇|州|府|创文|创卫 = cit(?:y|ies)
镇|乡|村|城|市 = towns?|townships?
家|户|房|屋|住|宅|居|所|楼|寓|安置|回|入|套|巢|外|上门|返|院|就近|近 = homes?|houses?|housing|flats?|apartments?|households?
医|诊|卫|院 = hospitals?|clinics?
厂|工|产|企|车间|坊|公司|园|磨 = factor(?:y|ies)|mills?
园|绿|花|景|停 = (?<!car )parks?(?! and ride)
车|泊|停 = parking|parked
路|街|道|巷|线|里弄|胡同|车|沿|环|城|占道|市容|摆摊|摊 = roads?|streets?|lanes?|alleys?
河|江|渠|溪|水|湖|岸|沟|港|堤|黄|淤 = rivers?|streams?|canals?
桥 = bridges?
铁|轨|站|线|列车 = metro|subways?|railways?|rail
公交|班车|车|站|专线|线路|班次|发车|几路|一班 = bus(?:es)?
书|阅|刊|册|图|纸|账|本|集子|籍|馆|读者证|预约|订 = librar(?:y|ies)|books?|bookshops?
梯 = elevators?|lifts?
楼梯|楼道|梯|阶|楼 = stairs?|stairwells?
厕 = toilets?|latrines?
树|林|绿|苗|木|桐|柏|槐|杨|柳|松|银杏|樱|椿|楸|植|株|果|认养 = trees?|saplings?
灯|亮|照 = lamps?
墙|壁 = walls?
雪|冰 = snow|ice
垃圾|废|余|杂|渣|污|脏|清|弃|物 = garbage|waste|rubbish|trash
船|渡|舟|艇|航 = boats?|ferr(?:y|ies)
"""
"""Where, and of which thing."""

WHEN = r"""
冬|寒|暖|雪|冷|年底|腊 = winters?
夏|暑|热|伏|汛 = summers?
春|节|泉|清明 = springs?
秋 = autumns?
早|晨|上午|清|朝|天亮|一大早 = mornings?
晚|散步|夜|傍|灯|黄昏|暗|全天|昼|不间断|值守|宿|住 = evenings?|nights?
午 = afternoons?|noon
[周期拜][一] = mondays?
[周期拜]二 = tuesdays?
[周期拜]三 = wednesdays?
[周期拜]四 = thursdays?
[周期拜]五 = fridays?
周末|[周期拜]六|双休 = saturdays?
周末|[周期拜][日天]|双休 = sundays?
周末|双休|[周期拜][六日] = weekends?
原(?!文|则|因|料)|(?<![目当眼面提])前(?!来|往|期|[进景沿])|曾|昔|过去|以往|早[先年]|当年|年轻时|本来|旧址 = formerly
原|前|曾|旧|老|昔|过去|早|退|当年|年轻时|本 = used to be
有时|偶|少|难得|罕|稀 = rare(?:ly)?|seldom|occasional\w*
定|常|每|按|固定|轮|期|日 = regular(?:ly)?
周|星期|七天|礼拜|旬|半个月 = weeks?
月|季|半年 = months?
时|钟|点 = hours?
再|又|还|重|次|二|反|回|新|复|开门|接|继续 = again
月末|月底 = month-end
年末|年底|年终 = year-end
从前|以往|过去|原先|原来|[以之]前|早[先年]|昔|曾|近 = in the past(?! (?:x|\d|few|year|two|three|several|month|week|decade))
"""
"""When, and how often."""
