#!/bin/sh
# Starts the installed program on UOS, Kylin and other Debian-like systems.
here=$(dirname "$(readlink -f "$0")")
program=nianbao
case "$(basename "$0")" in *-cli) program=nianbao-cli ;; esac

# File names are UTF-8, and what is said below, whatever the session has (GB18030, C, a locale that is not installed);
# its language stays.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  language=${LC_ALL:-${LC_CTYPE:-$LANG}}
  language=${language%%[.@]*}
  LC_CTYPE=C.UTF-8
  if locale -a 2>/dev/null | grep -qi "^${language:-C}\.utf-\{0,1\}8$"; then LC_CTYPE=${language:-C}.UTF-8; fi
  if [ -n "$LC_ALL" ]; then LANG=$LC_ALL; unset LC_ALL; fi
  export LANG LC_CTYPE
fi

# Says in Chinese why the program does not start; the window has what desktops have for scripts. 3 as gui/start.py.
stop() {
  printf '%s\n' "$@" >&2
  if [ $program = nianbao-cli ]; then exit 2; fi
  if [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then
    title=政府信息公开工作年度报告
    text=$(printf '%s\n' "$@")
    if command -v zenity >/dev/null; then zenity --error --no-markup --title="$title" --text="$text"
    elif command -v kdialog >/dev/null; then kdialog --title "$title" --error "$text"
    elif command -v xmessage >/dev/null; then # it shows Latin letters alone; nothing waits for it
      xmessage -center -timeout 60 "$program: it could not start, a part of it is missing or blocked." \
        "An administrator has to install it again." >/dev/null &
    fi 2>/dev/null
  fi
  exit 3
}

# A scanner may have taken files away, or only a part of the folder was copied.
for file in "$here/$program" "$here"/_internal/libpython3*.so.* \
  "$here/_internal/base_library.zip" "$here/_internal/nianbao.pyz"; do
  [ -e "$file" ] || stop "程序没有能启动：文件夹“$here”里缺少程序文件“${file##*/}”。" \
    "可能被杀毒软件隔离了：请在它的“隔离区”里恢复，并加入信任；" \
    "没有隔离的，请重新安装，或把压缩包重新完整解压一次。草稿文件没有改动。"
done
[ -x "$here/$program" ] || stop "程序没有能启动：“$here/$program”不能运行。" \
  "请把压缩包解压到本机硬盘上自己的文件夹再打开，不要放在优盘、网络盘上；仍不行的，请联系单位的管理员。"
if [ $program = nianbao-cli ]; then exec "$here/$program" "$@"; fi

# What may be changed below is told to the program, which gives it back to the programs that it opens, as LibreOffice:
# core/base/session_environment.py.
export NIANBAO_SESSION="QT_IM_MODULE QT_QPA_PLATFORM QT_PLUGIN_PATH QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME \
  QT_QPA_PLATFORM_PLUGIN_PATH LD_LIBRARY_PATH"
for name in $NIANBAO_SESSION; do
  unset "NIANBAO_SESSION_$name"
  eval "[ -z \"\${$name+set}\" ] || export NIANBAO_SESSION_$name=\"\$$name\""
done

# Input method: Qt 6 in this folder has the plugins ibus, fcitx (for fcitx 4 and 5) and compose, and no XIM.
case "$QT_IM_MODULE" in
  fcitx*) QT_IM_MODULE=fcitx ;;
  ibus*) ;;
  *) # not set, or set to what Qt 6 does not have: look which server runs
    if pgrep -x 'fcitx|fcitx5' >/dev/null 2>&1; then QT_IM_MODULE=fcitx
    elif pgrep -x ibus-daemon >/dev/null 2>&1; then QT_IM_MODULE=ibus
    fi ;;
esac
export QT_IM_MODULE

# Options but these two show no window, with or without a desktop, unless xcb is asked for: "dxcb;xcb" is of the session.
case "$1" in
  --quit-on-show | --self-check) ;;
  -*) [ "$QT_QPA_PLATFORM" = xcb ] || export QT_QPA_PLATFORM=offscreen ;;
esac

# X11, or XWayland: a session may have set "wayland" or deepin's "dxcb;xcb", whose plugins are not in this folder.
case "$QT_QPA_PLATFORM" in
  offscreen*) ;;
  *)
    [ -n "$DISPLAY" ] || stop "程序没有能启动：这里没有图形桌面（没有设置 DISPLAY）。" \
      "请登录到图形桌面，从开始菜单打开；在终端或远程登录中请用 nianbao-cli。"
    export QT_QPA_PLATFORM=xcb ;;
esac
# Without a Chinese font all words are boxes; the start page says it in English (gui/look/fonts_note.py). The window does
# not wait for this.
fonts() {
  command -v fc-list >/dev/null && [ -z "$(fc-list :lang=zh-cn family)" ] || return
  printf '%s\n' "没有中文字体，窗口中的文字会显示成方框，请由管理员安装：apt install fonts-wqy-microhei" \
    "No Chinese font: the texts will be boxes. An administrator has to install one: apt install fonts-wqy-microhei" >&2
}
if [ "$QT_QPA_PLATFORM" = xcb ]; then (fonts &); fi # no child of the program, which would never ask how it ended

# Never mix in plugins and styles of the system's own Qt.
unset QT_PLUGIN_PATH QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME QT_QPA_PLATFORM_PLUGIN_PATH LD_LIBRARY_PATH
exec "$here/$program" "$@"
