#!/bin/sh
# Runs inside the Debian 11 room: builds CPython in /build/python (unpacked source) that needs at most glibc 2.28.
#   glibc228.h                       takes exp, log, pow, ... in the versions that libm had before 2.29
#   ac_cv_func_sem_clockwait=no      leaves out a function of glibc 2.30
set -e
cd /build/python
ac_cv_func_sem_clockwait=no ./configure --prefix=/opt/python --enable-shared --without-ensurepip --disable-test-modules \
  --with-system-ffi CFLAGS="-O2 -g0 -include /build/glibc228.h" LDFLAGS="-Wl,-rpath,/opt/python/lib"
make -j2
make install
strip --strip-unneeded /opt/python/lib/libpython3.11.so.1.0
find /opt/python/lib/python3.11/lib-dynload -name '*.so' -exec strip --strip-unneeded {} +
