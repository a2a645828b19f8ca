"""Which characters the bytes of a file stand for."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AT_ONCE = 1 << 20
_SAMPLE = 1 << 16
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What spreadsheets still write; the first is what most of those who do not say so mean.
WESTERN: Final = "cp1252"
OLDER: Final = {
    WESTERN: "Western European",
    "cp1250": "Central European",
    "cp1251": "Cyrillic",
    "cp1253": "Greek",
    "cp1254": "Turkish",
    "cp1257": "Baltic",
    "mac_roman": "Western European, from an old Mac",
    "cp932": "Japanese",
    "gb18030": "Chinese",
    "big5": "Chinese, traditional",
    "euc_kr": "Korean",
}
_HALF: Final = 0.5  # of the bytes of English text in UTF-16 are zeros


def encoding_of(path: Path, go_on: Callable[[], bool]) -> str:
    """Look at all of the file: the first accent may come late. Raise `OSError`; stops early where `go_on` says no."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        chunk = file.read(AT_ONCE)
        if marked := next((name for mark, name in _MARKS.items() if chunk.startswith(mark)), None):
            return marked
        if wide := _wide(chunk[:_SAMPLE]):
            return wide
        while chunk and go_on():
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                start = max(0, error.start - _SAMPLE // 2)
                return _older(chunk[start : start + _SAMPLE])
            chunk = file.read(AT_ONCE)
    return "utf-8"


def _wide(sample: bytes) -> str | None:
    """UTF-16 that has no mark at its beginning."""
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros and zeros.count(0) > _HALF * len(zeros) and sample.count(0) < 1.2 * zeros.count(0):
            return name
    return None


def _older(sample: bytes) -> str:
    """What is as likely to be Western European as anything else is taken for that."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - for files that are not in UTF-8 alone

    found = from_bytes(sample, cp_isolation=list(OLDER))
    best = found.best()
    if best is None:
        return "latin-1"  # which has a character for every byte
    alike = [match for match in found if match.chaos <= best.chaos]
    return WESTERN if any(WESTERN in match.could_be_from_charset for match in alike) else best.encoding
