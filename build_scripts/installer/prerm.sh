#!/bin/sh
# Before an upgrade or a removal: no older version over a newer one, and nothing while the program runs.
set -e
own=@VERSION@
home=@HOME@

refuse() {
  for line in "$@"; do printf '%s\n' "$line" >&2; done
  exit 1
}

case "$1" in
  upgrade) installed=$own coming=$2 ;;
  failed-upgrade) installed=$2 coming=$own ;; # asked of the new package after the installed one has refused
  remove) installed='' coming='' ;;
  *) exit 0 ;;
esac

if [ -n "$coming" ] && dpkg --compare-versions "$coming" lt "$installed"; then
  refuse "已装有更新的版本 $installed，没有安装较旧的 $coming，原来的程序没有改动。" \
    "确实要用旧版的，请先卸载现在的程序，再安装旧版；草稿和报告都会保留。"
fi
for process in /proc/[0-9]*; do
  case "$(readlink "$process/exe" 2>/dev/null)" in
    "$home"/*)
      refuse "“政府信息公开工作年度报告”正在运行（进程 ${process#/proc/}），原来的程序没有改动。" \
        "请先保存草稿，关闭它的窗口，再安装或卸载一次。" \
        "看不到窗口的，请注销后重新登录再试；几人共用的电脑，请其他人也先关闭。" ;;
  esac
done
exit 0
