"""Signing with a certificate made here: a tiny setup, its uninstaller's command, and a wrong password."""

import shutil
import subprocess
from pathlib import Path

import pytest

from build_scripts.installer import signing
from build_scripts.installer.steps import BuildError

PASSWORD = "secret"


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate of one's own, given by environment."""
    for program in ("osslsigncode", "openssl", "makensis"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not here: it is installed by build.py package")
    (tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    key, own, pfx = (str(tmp_path / name) for name in ("key.pem", "own.pem", "own.pfx"))
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=nianbao test", "-days", "2"]
    subprocess.run([*make, "-keyout", key, "-out", own], check=True, capture_output=True)
    pack = ["openssl", "pkcs12", "-export", "-inkey", key, "-in", own, "-passout", f"pass:{PASSWORD}"]
    subprocess.run([*pack, "-out", pfx], check=True, capture_output=True)
    monkeypatch.setenv("NIANBAO_SIGN_PFX", pfx)
    monkeypatch.setenv("NIANBAO_SIGN_PASSFILE", str(tmp_path / "password"))
    return tmp_path


def program(folder: Path) -> Path:
    """Return a tiny program for Windows."""
    script = f'Unicode true\nTarget amd64-unicode\nName a\nOutFile "{folder}/a.exe"\nSection\nSectionEnd\n'
    (folder / "a.nsi").write_text(script, encoding="utf-8")
    subprocess.run(["makensis", "-V1", str(folder / "a.nsi")], check=True, capture_output=True)
    return folder / "a.exe"


def test_a_program_is_signed_in_its_place(certificate: Path) -> None:
    path = program(certificate)
    assert signing.is_wanted()
    signing.sign(path)
    said = subprocess.run(["osslsigncode", "verify", str(path)], check=False, capture_output=True, text=True).stdout
    digests = {line.split(":")[1].strip() for line in said.splitlines() if "message digest" in line}
    assert len(digests) == 1, said  # that of the file and that in the signature
    assert "nianbao test" in said
    assert sorted(file.name for file in certificate.glob("a.exe*")) == ["a.exe"]


def test_a_wrong_password_ends_the_build_and_leaves_the_program(certificate: Path) -> None:
    path = program(certificate)
    before = path.read_bytes()
    (certificate / "password").write_text("wrong", encoding="utf-8")
    with pytest.raises(BuildError):
        signing.sign(path)
    assert path.read_bytes() == before


def test_without_a_certificate_nothing_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NIANBAO_SIGN_PFX", raising=False)
    assert not signing.is_wanted()
