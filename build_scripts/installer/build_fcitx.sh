#!/bin/sh
# Runs inside the Debian 11 room: builds the fcitx plugin for Qt 6 in /build/fcitx. There lie the sources of fcitx-qt5
# (BSD-3-Clause), what moc and qdbusxml2cpp made of them, Qt's headers in inc/ and the wheel's libraries in lib/.
#   $1: version of the headers, such as 6.8.2
set -e
cd /build/fcitx
export OPTIONS="-std=c++17 -O2 -fPIC -fvisibility=hidden -DQT_NO_DEBUG -DQT_PLUGIN -Wno-deprecated-declarations
  -I. -Iinc -Iinc/QtCore -Iinc/QtGui -Iinc/QtDBus
  -Iinc/QtGui/$1 -Iinc/QtGui/$1/QtGui -Iinc/QtCore/$1 -Iinc/QtCore/$1/QtCore"
printf '%s\n' ./*.cpp | sort | xargs -P 2 -I {} sh -c 'g++ $OPTIONS -c {} -o {}.o'
g++ -shared -Wl,--no-undefined ./*.o -o libfcitxplatforminputcontextplugin-qt6.so \
  -Llib -Wl,-rpath-link,lib -lQt6Gui -lQt6DBus -lQt6Core -lxkbcommon -Wl,--as-needed -Wl,-rpath,'$ORIGIN/../../lib'
strip --strip-unneeded libfcitxplatforminputcontextplugin-qt6.so
