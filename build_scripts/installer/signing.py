"""Signs the Windows programs and the setup, if a certificate is given by environment; else they stay unsigned.

    NIANBAO_SIGN_PFX         certificate and key (PKCS #12)
    NIANBAO_SIGN_PASSFILE    file with their password; left out where there is none
    NIANBAO_SIGN_TIMESTAMP   address of a time stamp server; without, signatures end with the certificate

NSIS calls it for the uninstaller and for the setup: signing.py FILE.
"""

import os
import sys
from pathlib import Path

from build_scripts.installer.product import NAME
from build_scripts.installer.steps import need_programs, run

_CERTIFICATE = "NIANBAO_SIGN_PFX"
_OPTIONS = {"-readpass": "NIANBAO_SIGN_PASSFILE", "-ts": "NIANBAO_SIGN_TIMESTAMP"}


def is_wanted() -> bool:
    """Tell whether a certificate is given."""
    return bool(os.environ.get(_CERTIFICATE))


def sign(path: Path) -> None:
    """Sign a program in its place.

    Raises:
        BuildError: The certificate or its password do not fit.
    """
    need_programs({"osslsigncode": "osslsigncode"})
    signed = path.with_name(f"{path.name}.signed")
    signed.unlink(missing_ok=True)  # osslsigncode writes over nothing
    command: list[str | Path] = [
        "osslsigncode",
        "sign",
        "-pkcs12",
        os.environ[_CERTIFICATE],
        "-h",
        "sha256",
        "-n",
        NAME,
    ]
    for option, variable in _OPTIONS.items():
        if os.environ.get(variable):
            command += [option, os.environ[variable]]
    run([*command, "-in", path, "-out", signed])
    signed.replace(path)


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
