"""How a text names one person without giving the name away: 王某, 李某某."""

from __future__ import annotations

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
PERSON = f"[{_SURNAMES}]某某?(?=[等先女于向在收因对不未没就提申本，一\\d的年及和、也接又]|$)"
"""王某收到后, 张某等5人; not 某项工程, 某小区."""
NOT_OF_ALL = "(?:(?!全年|今年|本年|年内|当年|共收|[我本全][局镇市县区乡办委])[^。；！？\\n])*"
"""What may follow in a sentence that goes on with the person: not 全年, 我局."""
