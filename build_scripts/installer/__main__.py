"""The commands of `build_scripts/build.py`, inside the environment that it has set up."""

import argparse
import sys
import time
from pathlib import Path

from build_scripts.installer.product import ROOT
from build_scripts.installer.steps import BuildError, refuse_dirty_tree
from core.base.licences import SYSTEMS

BUILD = ROOT / "build"
DIST = ROOT / "dist"


def main(arguments: list[str]) -> int:
    """Carry out one command; return the exit code."""
    options = _parser().parse_args(arguments)
    begin = time.monotonic()
    try:
        options.command(options)
    except BuildError as error:
        print(f"出错：{error}", file=sys.stderr)
        return 1
    print(f"完成，共 {time.monotonic() - begin:.0f} s")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="冻结、自检、制作和验证安装包")
    commands = parser.add_subparsers(required=True, metavar="命令")
    commands.add_parser("freeze", help="在本系统上用 PyInstaller 冻结").set_defaults(command=_freeze)
    commands.add_parser("smoke", help="冻结并自检").set_defaults(command=_smoke)
    package = commands.add_parser("package", help="制作安装包，写入 dist/")
    package.add_argument("--dev", action="store_true", help="试制：允许有未提交的改动")
    package.add_argument("--fast", action="store_true", help="压缩从快，包较大")
    package.set_defaults(command=_package)
    verify = commands.add_parser("verify", help="安装、运行、升级、卸载 dist/ 中的安装包")
    verify.set_defaults(command=_verify)
    compare = commands.add_parser("compare", help="把 dist/ 与另一次制作的逐字节比较")
    compare.add_argument("folder", type=Path, help="另一次制作的 dist/")
    compare.set_defaults(command=_compare)
    for parser_of_two in (package, verify):
        parser_of_two.add_argument("--only", choices=SYSTEMS, help="只做一种系统")
    return parser


def _freeze(_options: argparse.Namespace) -> Path:
    from build_scripts.installer.freeze import freeze_here  # deferred, like all below: each command needs its own

    return freeze_here(BUILD / "here")


def _smoke(options: argparse.Namespace) -> None:
    from build_scripts.installer.smoke import smoke

    smoke(_freeze(options))


def _package(options: argparse.Namespace) -> None:
    from build_scripts.installer.package import package

    if not options.dev:
        print(f"提交 {refuse_dirty_tree()}")
    package(BUILD, DIST, _systems(options), is_fast=options.fast)


def _verify(options: argparse.Namespace) -> None:
    from build_scripts.installer.verify import verify

    verify(BUILD / "verify", DIST, _systems(options))


def _compare(options: argparse.Namespace) -> None:
    from build_scripts.installer.compare import differences

    lines = differences(DIST, options.folder)
    print("".join(f"   {line}\n" for line in lines), end="")
    if lines:
        raise BuildError(f"{len(lines)} 个文件不同")
    print("   全部文件逐字节相同")


def _systems(options: argparse.Namespace) -> tuple[str, ...]:
    if sys.platform == "win32":
        return ("windows",)
    return (options.only,) if options.only else SYSTEMS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
