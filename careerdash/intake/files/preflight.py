"""What a file really is, and whether it may be opened: asked before any parser sees it."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from ..request import MB, Limits, RefusedError, too_many_sheets
from .census_ods import spread

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLDEST = (b"\x09\0", b"\x09\2", b"\x09\4")
"""How workbooks of Excel 2 to 4 begin, which have no wrapper."""
_MACHINE = ((b"%PDF", "PDF"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"),
            (b"\x1f\x8b", "compressed"), (b"7z\xbc\xaf", "compressed"), (b"Rar!", "compressed"), (b"{\\rtf", "RTF"),
            (b"SQLite format 3", "database"), (b"PAR1", "Parquet"), (b"\x7fELF", "program"), (b"MZ\x90", "program"))
_ADVICE = "save it as xlsx or CSV in your spreadsheet program and import that."
_CHUNK = MB
_LARGE = 4 * MB
_ROOT = re.compile(rb"<\x00?[A-Za-z]")
_DTD = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_TEXTUAL = frozenset((9, 10, 12, 13, 26, 28, 29, 30, 31))


def preflight(path: Path, limits: Limits) -> str:
    """What the file is by its content, after all checks that need no parser: xlsx, xlsb, ods, xls or csv.

    Raises RefusedError (empty, not_a_spreadsheet, protected, damaged, too_large).
    """
    size = path.stat().st_size
    if size == 0:
        raise RefusedError("empty", "The file is empty; export it again and import that.")
    with path.open("rb") as file:
        head = file.read(64 * 1024)
    if head.startswith(b"PK"):
        _size(size, limits.file_bytes)
        return _zip(path, limits)
    if head.startswith(_OLE):
        _size(size, limits.file_bytes)
        return _ole(path)
    if head[:2] in _OLDEST and head[2:4] in (b"\4\0", b"\6\0"):
        _size(size, limits.file_bytes)
        return "xls"
    for magic, name in _MACHINE:
        if head.startswith(magic):
            raise RefusedError("not_a_spreadsheet", f"This is a {name} file, not a spreadsheet; {_ADVICE}")
    kind = _text(head, size, limits)
    _first_record(path, size, limits)
    return kind


def _first_record(path: Path, size: int, limits: Limits) -> None:
    """Raises RefusedError where a large text begins with a line that is longer than a record may be."""
    if size <= _LARGE:
        return
    with path.open("rb") as file:
        beginning = file.read(limits.record_bytes + 1)
    if b"\n" not in beginning and b"\r" not in beginning:
        raise RefusedError("too_large", "The first record of the file is longer than may be read; look at its line "
                                        "ends and quotation marks.")


def _size(size: int, limit: int) -> None:
    if size > limit:
        raise RefusedError("too_large", f"The file has {size // MB:,} MB, more than the {limit // MB:,} MB that may be "
                                        "read; split it or remove sheets that are not needed.")


def _text(head: bytes, size: int, limits: Limits) -> str:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_utf16(head)
    if not wide:
        if not head.strip(b"\x00\xef\xbb\xbf \t\r\n"):
            if size <= len(head):
                raise RefusedError("empty", "The file holds no text; export it again and import that.")
            raise RefusedError("not_a_spreadsheet", f"The file is not a spreadsheet; {_ADVICE}")
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2048].lower()
        if start.startswith((b"<!doctype html", b"<html")) or re.match(rb"<(table|head|body|meta)\b",
                                                                                         start):
            raise RefusedError("not_a_spreadsheet", f"This is a web page under another name; open it and {_ADVICE}")
        if start.startswith((b"<?xml", b"<workbook")):
            raise RefusedError("not_a_spreadsheet", f"This is an XML file, not a workbook; open it and {_ADVICE}")
        if re.match(rb'[\[{]\s*("|\{\s*"|\[\s*")', start) and b":" in start:
            raise RefusedError("not_a_spreadsheet", f"This is a JSON file, not a spreadsheet; {_ADVICE}")
        control = sum(head.count(bytes([code])) for code in range(32) if code not in _TEXTUAL)
        if control > len(head) // 100:
            raise RefusedError("not_a_spreadsheet", f"The file is not a spreadsheet; {_ADVICE}")
    _size(size, limits.csv_bytes)
    return "csv"


def _looks_utf16(head: bytes) -> bool:
    even, odd = head[0:2000:2].count(0), head[1:2000:2].count(0)
    pairs = max(1, min(len(head), 2000) // 2)
    return (odd > pairs * 0.6 and even < pairs * 0.1) or (even > pairs * 0.6 and odd < pairs * 0.1)


def _ole(path: Path) -> str:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise RefusedError("protected", "The file is protected by a password; save a copy without it and import that.")
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return "xls"
    raise RefusedError("not_a_spreadsheet", f"The file is not a spreadsheet; {_ADVICE}")


def _many(limits: Limits) -> RefusedError:
    return RefusedError("too_large", f"The workbook has more than {limits.zip_entries:,} parts; save it again as xlsx "
                                     "with fewer sheets and pictures.")


def _damaged() -> RefusedError:
    return RefusedError("damaged", "The workbook is damaged; open it in your spreadsheet program and save it again "
                                   "as xlsx.")


def _entries(path: Path) -> int:
    """Number of parts that the archive's last record states, before its list is loaded; 0 where there is none."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 66_000))
        tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) < place + 12:
        return 0
    return int.from_bytes(tail[place + 10:place + 12], "little")


def _zip(path: Path, limits: Limits) -> str:
    if _entries(path) > limits.zip_entries:
        raise _many(limits)
    try:
        with zipfile.ZipFile(path) as archive:
            return _members(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, UnicodeError,
            OverflowError):
        raise _damaged() from None
    except RuntimeError:
        raise RefusedError("protected", "The file is protected by a password; save a copy without it and "
                                        "import that.") from None


def _members(archive: zipfile.ZipFile, limits: Limits) -> str:
    members = archive.infolist()
    names = [member.filename for member in members]
    lowered = {name.replace("\\", "/").lower() for name in names}
    if len(members) > limits.zip_entries:
        raise _many(limits)
    kind = _kind(archive, lowered)
    if sum(member.file_size for member in members) > limits.inflated_bytes:
        raise _swollen()
    if len(lowered) != len(names):
        raise _damaged()
    for member in members:
        name = member.filename
        if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or member.external_attr >> 28 == 0xA:
            raise _damaged()
    _inflate(archive, members, limits)
    if kind == "ods" and spread(archive.read("content.xml")) > limits.box_cells:
        raise RefusedError("too_large", f"A sheet of the workbook spans more than {limits.box_cells:,} cells; delete "
                                        "the empty rows and columns around its table.")
    return kind


def _swollen() -> RefusedError:
    return RefusedError("too_large", "The workbook unpacks to far more than its size; save it again as xlsx without "
                                     "the parts that are not needed.")


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "mimetype" in names and "content.xml" in names:
        manifest = archive.read("META-INF/manifest.xml") if "meta-inf/manifest.xml" in names else b""
        if b"encryption-data" in manifest:
            raise RefusedError("protected", "The file is protected by a password; save a copy without it and "
                                            "import that.")
        if b"spreadsheet" in archive.read("mimetype"):
            return "ods"
        raise RefusedError("not_a_spreadsheet", f"The file is not a spreadsheet; {_ADVICE}")
    if "[content_types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise RefusedError("not_a_spreadsheet", f"This is an archive or another document, not a spreadsheet; {_ADVICE}")


def _inflate(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Counts what comes out, because the sizes that an archive states may lie."""
    total = 0
    for member in members:
        name = member.filename.lower()
        part, prolog, sheets = 0, name.endswith((".xml", ".rels")), 0
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                part += len(chunk)
                if total + part > limits.inflated_bytes or part > limits.part_bytes or (
                        part > limits.ratio_above_bytes and part > limits.ratio * max(1, member.compress_size)):
                    raise _swollen()
                if name == "xl/workbook.xml":
                    sheets += chunk.count(b"<sheet ") + chunk.count(b":sheet ")
                    if sheets > limits.sheets:
                        raise too_many_sheets(limits)
                if prolog:
                    if any(mark in chunk for mark in _DTD):
                        raise _damaged()
                    prolog = not _ROOT.search(chunk)  # a DTD stands before the first element
        total += part
