#!/bin/sh
# Starts the installed program on UOS, Kylin and other Debian-like systems.
here=$(dirname "$(readlink -f "$0")")
program=nianbao
case "$(basename "$0")" in *-cli) exec "$here/nianbao-cli" "$@" ;; esac

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

# X11, or XWayland: a session may have set "wayland" or deepin's "dxcb;xcb", whose plugins are not in this folder.
case "$QT_QPA_PLATFORM" in offscreen*) ;; *) export QT_QPA_PLATFORM=xcb ;; esac
# Never mix in plugins and styles of the system's own Qt.
unset QT_PLUGIN_PATH QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME QT_QPA_PLATFORM_PLUGIN_PATH LD_LIBRARY_PATH
exec "$here/$program" "$@"
