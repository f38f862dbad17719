"""The words that names of units are made of: a line may end between two of them, not within one (不动产, 高新区).

Names of places are in no list. What is not known is taken for one: no line ends in it while any other way is left.
"""

from __future__ import annotations

_NAMES = """
人民政府 人民代表大会 常务委员会 人民法院 人民检察院 行政公署 管理委员会 工作委员会 委员会 管委会 办公室 办公厅
领导小组 指挥部 联合会 协会 学会 总会 红十字会 街道办事处 街道 办事处 居民 村民 社区 机关 机构 编制 部队 部门
内部 中心 集团 公司 有限责任公司 有限公司 学校 学院 大学 中学 小学 幼儿园 医院 卫生院 图书馆 博物馆 文化馆
档案馆 纪念馆 总队 支队 大队 中队 分队 分局 支局 分院 分中心 分公司 总站 总局
经济技术开发区 高新技术产业开发区 高新技术开发区 新技术产业开发区 新技术开发区 经济开发区 技术开发区 开发区
高新区 经开区 产业园区 产业园 工业园区 工业区 工业园 科技园区 科技园 物流园区 园区 新区 示范区 试验区 实验区
合作区 集聚区 功能区 自由贸易 自贸区 保税区 综合保税区 保税港区 出口加工区 旅游度假区 度假区 风景名胜区
风景区 景区 自然保护区 保护区 生态区 自治区 自治州 自治县 自治旗 民族乡 国家级 省级 市级 县级 区级 乡镇 城镇
城市 城乡 城区 农村 乡村 国家 全国 地方 区域 流域
发展 改革 振兴 经济 技术 高新技术 产业 工业 企业 商业 商务 贸易 投资 促进 招商 合作 交流 对外 外事 侨务 口岸
国有资产 国有 资产 财政 税务 金融 审计 统计 调查 普查 价格 物价 粮食 物资 储备 能源 电力 煤炭 石油 矿产 矿山
自然资源 自然 资源 公共资源 人力资源 规划 建设 建筑 住房 房产 房地产 房屋 公积金 不动产 国土 土地 征收 征地
补偿 拆迁 测绘 地理 地质 勘查 设计 工程 质量 造价 园林 绿化 市政 市容 环境卫生 城市管理 供水 排水 燃气 热力
生态环境 生态 环境保护 环境 保护 监测 气象 地震 海洋 水利 水务 水文 水库 河道 防汛 抗旱 灌区 林业 草原 森林
农业 农业农村 畜牧 兽医 渔业 水产 农机 种子 植物 动物 疾病 预防 控制 卫生健康 卫生 健康 医疗保障 医疗 医药
中医药 药品 食品 血液 急救 妇幼 保健 生育 老龄 养老 残疾人 妇女 儿童 少年 青年 未成年人 民政 殡葬 救助 福利
慈善 退役军人 军人 社会保障 社会保险 社会 保障 保险 就业 创业 人才 职业 技能 劳动 仲裁 工会 教育 考试 招生
体育 文化 旅游 广播电视 广播 电视 新闻 出版 版权 文物 文学 艺术 科学 科技 研究 档案 史志 地方志 图书 民族
宗教 统战 党史 党校 交通运输 交通 运输 公路 铁路 道路 港航 港口 航道 航空 机场 海事 邮政 通信 物流 客运 货运
公安 交警 交通警察 警察 消防 救援 应急管理 应急 安全生产 安全 生产 国家安全 司法 法律 法制 援助 公证 信访
人民防空 国防 动员 市场监督管理 市场监管 市场 监督管理 监督 监管 监察 检查 督查 稽查 检验 检测 检疫 计量 标准
标准化 知识产权 认证 许可 审批 行政审批 政务服务 行政服务 便民 公共服务 公共 服务 政务公开 政府信息公开
信息公开 政务 政府 信息化 信息 大数据 数据 数字 数字化 电子政务 网络 综合执法 行政执法 执法 综合行政执法
综合 行政 登记 交易 拍卖 采购 管理 事务 事业 后勤 接待 协调 指挥 调度 评价 评估 咨询 培训 宣传 推广 维护 养护
经营 运营 开发 利用 治理 修复 整治 基金 彩票 年度报告 解读提纲
编纂 编撰 网信 保密 机要 督导 巡察 纪检 志愿 关心 劳务 托育 气化 更新 经办 建设兵团
"""
_WORDS = frozenset(_NAMES.split())
_LONGEST = max(map(len, _WORDS))
_LAST_SIGNS = frozenset("局厅委办处科室站所院部署队校馆库段组会区")
"""What belongs to the word before it: 规划局."""
_FIRST_SIGNS = frozenset("和与及暨")
"""What belongs to the word behind it: 和规划."""

WITHIN = -1


def known_words_at(text: str) -> list[int]:
    """Return for each place of a text how many words that are known meet there, 0 to 2; ``WITHIN`` inside one.

    The places of 青河水利局 are 0 0 1 ``WITHIN`` ``WITHIN`` 1: 青河 is not known, 局 belongs to 水利. The longest word
    that begins at a place is taken.
    """
    found = [0] * (len(text) + 1)
    at = 0
    while at < len(text):
        length = next((n for n in range(min(_LONGEST, len(text) - at), 1, -1) if text[at : at + n] in _WORDS), 0)
        if length:
            found[at + 1 : at + length] = [WITHIN] * (length - 1)
            end = at + length
            if text[end : end + 1] in _LAST_SIGNS and not _begins_word(text, end):
                found[end] = WITHIN
                end += 1
            found[at] += found[at] != WITHIN
            found[end] += 1
            at = end
        else:
            if text[at] in _FIRST_SIGNS and _begins_word(text, at + 1):
                found[at] += found[at] != WITHIN
                found[at + 1] = WITHIN
            at += 1
    return found


def _begins_word(text: str, at: int) -> bool:
    return any(text[at : at + n] in _WORDS for n in range(2, min(_LONGEST, len(text) - at) + 1))
