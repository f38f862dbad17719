#!/bin/bash
# Types "nihao" and a blank into the first field of the running program through a real input method, and tells what
# arrived. To be run on a screen of its own:
#   xvfb-run -a dbus-run-session -- type_chinese.sh fcitx5|fcitx|ibus FOLDER PROGRAM [ARGUMENTS]
# FOLDER gets 预编辑.png (before the blank) and 上屏.png (after it). Prints what stands in the field; exit 0 only on 你好.
# Needs openbox xdotool imagemagick xclip dbus-x11 and the input method with pinyin.
server=$1 folder=$2
shift 2
export HOME="$folder/home" XDG_RUNTIME_DIR="$folder/run" LANG=C.UTF-8 LC_ALL=C.UTF-8 NIANBAO_HOME="$folder/data"
rm -rf "$folder"
mkdir -p "$HOME/.config/fcitx5" "$HOME/.config/fcitx" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
# The engine of pinyin may take longer to start than ibus waits for it, so it is asked for again.
pick_ibus() {
  for _ in 1 2 3 4; do
    ibus engine libpinyin >> "$folder/server.log" 2>&1
    [ "$(ibus engine 2>/dev/null)" = libpinyin ] && break
    sleep 2
  done
}
# The server may not have taken the window yet, and then does not see the key; 2 is what it says when it does.
pick_fcitx() {
  for _ in $(seq 20); do
    xdotool key ctrl+space
    sleep 1.5
    [ "$("$1" 2>/dev/null)" = 2 ] && break
  done
}
openbox >/dev/null 2>&1 &
started=$!
case $server in
  fcitx5)
    printf '%s\n' '[Groups/0]' Name=Default 'Default Layout=us' DefaultIM=pinyin '' '[Groups/0/Items/0]' \
      Name=keyboard-us Layout= '' '[Groups/0/Items/1]' Name=pinyin Layout= '' '[GroupOrder]' 0=Default \
      > "$HOME/.config/fcitx5/profile"
    fcitx5 --disable=wayland,waylandim > "$folder/server.log" 2>&1 & started="$started $!" ;;
  fcitx)
    printf '%s\n' '[Profile]' IMName=pinyin 'EnabledIMList=fcitx-keyboard-us:True,pinyin:True' > "$HOME/.config/fcitx/profile"
    fcitx -D > "$folder/server.log" 2>&1 & started="$started $!" ;;
  ibus)
    ibus-daemon --xim > "$folder/server.log" 2>&1 & started="$started $!"
    sleep 3
    pick_ibus ;;
esac
sleep 4
unset QT_IM_MODULE # the start script has to find the server by itself
"$@" > "$folder/program.log" 2>&1 & started="$! $started"
window=
for _ in $(seq 40); do
  window=$(xdotool search --onlyvisible --name 政府信息公开工作年度报告 2>/dev/null | tail -1)
  [ -n "$window" ] && break
  sleep 0.5
done
sleep 2
xdotool windowfocus "$window"
sleep 1
if [ "$server" = ibus ]; then pick_ibus; else pick_fcitx "$server-remote"; fi
sleep 1
xdotool type --delay 150 nihao
sleep 1.5
import -window root "$folder/预编辑.png"
xdotool key space
sleep 1
import -window root "$folder/上屏.png"
xdotool key ctrl+a
sleep 0.3
xdotool key ctrl+c
sleep 0.7
text=$(timeout 5 xclip -o -selection clipboard 2>/dev/null)
echo "输入框：$text"
kill $started 2>/dev/null
wait "${started%% *}" 2>/dev/null # the program, which saves what was typed before it ends; until then it cannot be removed
[ "$text" = 你好 ]
