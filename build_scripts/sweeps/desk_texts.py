"""Texts and names for folders of made-up reports: each unit writes differently, and nothing in them is a fault."""

import random

COUNTY = "青澜县"
GOVERNMENT = f"{COUNTY}人民政府"
OFFICE = f"{GOVERNMENT}办公室"
BUREAUS = (
    *("教育局", "科学技术局", "公安局", "民政局", "司法局", "财政局", "自然资源局", "生态环境局", "住房和城乡建设局"),
    *("交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康局", "退役军人事务局", "应急管理局"),
    *("审计局", "市场监督管理局", "统计局", "医疗保障局", "信访局", "城市管理局", "乡村振兴局", "人力资源和社会保障局"),
    *("林业局", "档案局", "粮食和物资储备局", "行政审批服务局", "体育局"),
)
TOWNS = ("白石镇", "临溪镇", "上营镇", "古桥镇", "龙泉乡", "松岗乡", "平湖镇", "花田乡")
STREETS = ("东城街道", "西城街道")

_ACTIVE = (
    "全年通过县政府门户网站公开信息{a}条，其中政策文件{b}条、办事指南{c}条",
    "围绕群众关切的办事事项，更新公开内容{a}条，答复网上咨询{b}次",
    "按照法定主动公开内容目录，发布工作动态{a}条，发布财政预决算信息{c}条",
    "把重点领域的信息列为公开的主要内容，公开{a}条，制作图解{c}个",
    "以会议公开、开放日等方式邀请群众代表{b}人参加，公开会议信息{a}条",
    "公开机构职能、年度计划和执行结果{a}条，解读材料{c}篇",
    "在办事大厅张贴服务清单{c}份，网上发布通知公告{a}条",
    "主动公开民生项目的进度{a}条，采购结果{b}条",
)
_MANAGE = (
    "对拟公开的内容逐条审查，更正表述不准的信息{c}条",
    "建立信息发布登记簿，编号登记{a}条，清理失效文件{c}件",
    "拟文时同步确定公开属性，审查公文{b}件",
    "定期核对网上信息与档案，补录{b}条",
    "指定专人管理公开目录，调整目录{c}项",
    "对历史文件开展了一次清理，重新标注{b}件",
    "由办公室统一归集各科室的信息{a}条后发布",
)
_PLATFORM = (
    "维护县政府网站的专栏{c}个，检查链接{b}次",
    "在便民服务点设置查阅点{c}处，配备查询电脑",
    "微信公众号推送信息{a}条，更新菜单{c}次",
    "公开栏每月更换一次内容，全年张贴{b}张",
    "按照集约化要求合并栏目{c}个，修复错误链接{b}处",
    "制作便民手册{b}份，放在服务窗口供群众取阅",
    "在村（社区）设置公开栏{b}块，内容由专人更换",
)
_OVERSIGHT = (
    "年初对公开工作作了工作考核安排，社会评议发放问卷{b}份，没有责任追究情形",
    "工作考核结果在年终会上通报，社会评议收到建议{c}条，未发生责任追究",
    "组织业务培训{c}次，将公开列入工作考核，社会评议满意，没有需要责任追究的情形",
    "接受人大代表视察{c}次，开展工作考核和社会评议各1次，全年无责任追究情况",
    "分管负责同志每季度听取汇报，工作考核列入年度任务，社会评议反馈{c}条，无责任追究",
    "对各科室开展抽查{c}次，抽查情况列入工作考核，社会评议收回问卷{b}份，无责任追究情形",
)
_PROBLEMS = (
    "政策解读的形式偏少，图文解读所占比重低",
    "部分栏目内容更新间隔较长，信息时效性不强",
    "基层经办人员更换频繁，业务衔接不够顺畅",
    "答复文书的说理部分写得过于简单",
    "数据类信息多以附件方式发布，查找起来费时",
    "与群众的互动渠道较窄，收集到的意见有限",
    "公开目录的颗粒度偏粗，分类不便检索",
    "对热点问题的回应有时慢于群众期待",
    "村级公开栏的内容不够规范统一",
    "内部审查环节多，发布耗费时间偏长",
    "旧有文件的电子化程度不高，查阅不便",
    "老年人使用网上查询存在困难",
    "科室之间对公开范围的把握存在差别",
    "新媒体账号内容与网站内容衔接不足",
)
_MEASURES = (
    "制作流程图和短视频，与文件同一天发布解读",
    "建立栏目责任清单，由办公室每月提醒一次",
    "编写岗位交接手册，安排老同志带新同志",
    "邀请法律顾问讲解案例，修改答复模板",
    "把表格数据改为网页直接展示，增加检索条件",
    "开通意见征集页面，定期公布采纳情况",
    "细化目录到三级，按办事主题重新归类",
    "遇到热点问题当天会商，两天内作出回应",
    "统一公开栏的样式和内容，派人逐村核对",
    "合并审查环节，规定两个工作日内办完",
    "分批扫描旧文件，列出电子化计划",
    "在窗口安排人员帮助老年人查询打印",
    "每季度组织科室交流，统一公开口径",
    "网站和新媒体同步编发，专人核对两处内容",
)


def unit_names(count: int) -> list[tuple[str, str]]:
    """Return full name and type of so many units, the office of the government first."""
    names = [(OFFICE, "政府部门")]
    names += [(f"{COUNTY}{town}人民政府", "各级人民政府") for town in TOWNS]
    names += [(f"{COUNTY}{street}办事处", "街道办事处") for street in STREETS]
    names += [(f"{COUNTY}{bureau}", "政府部门") for bureau in BUREAUS]
    return [names[0], *names[len(names) - count + 1 :]]


class TextMaker:
    """Writes texts for one unit after the other; no two units share more than half of their sentences."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._taken: list[tuple[set[str], set[str]]] = []

    def texts(self, unit: str, year: int) -> dict[str, str]:
        """Return the texts of a unit by code, numbers of table 三 linked."""
        while True:
            pools = (_ACTIVE, _MANAGE, _PLATFORM, _OVERSIGHT)
            first = [self._rng.choice(pool) for pool in pools]
            problems, measures = self._rng.sample(_PROBLEMS, 3), self._rng.sample(_MEASURES, 3)
            one, five = set(first), {*problems, *measures}
            if all(len(one & a) <= 2 and len(five & b) <= 3 for a, b in self._taken):
                self._taken.append((one, five))
                break
        active, manage, platform, oversight = (f"{self._filled(s)}。" for s in first)
        return {
            "lead": (
                "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发"
                "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，"
                f"{unit}编制本报告。本报告所列数据的统计期限自{year}年1月1日至{year}年12月31日。"
            ),
            "s1.active": active,
            "s1.request": (
                f"{year}年，本机关新收政府信息公开申请{{t3.R01.C7}}件，上年结转{{t3.R02.C7}}件，"
                "办结{t3.R24.C7}件，结转下年度继续办理{t3.R25.C7}件。"
            ),
            "s1.manage": manage,
            "s1.platform": platform,
            "s1.oversight": oversight,
            "s5": (
                f"存在的主要问题：一是{problems[0]}；二是{problems[1]}；三是{problems[2]}。\n"
                f"改进情况：一是{measures[0]}；二是{measures[1]}；三是{measures[2]}。"
            ),
            "s6": "本年度未发出信息处理费收费通知，未收取信息处理费。没有其他需要报告的事项。",
        }

    def _filled(self, sentence: str) -> str:
        rng = self._rng
        return sentence.format(a=rng.randint(60, 400), b=rng.randint(12, 59), c=rng.randint(3, 11))
