"""The parts of an OOXML workbook by their bytes, in one usual way of writing, whatever way they were written."""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from posixpath import dirname, join, normpath

from ..request import MB

CHUNK = 4 * MB
_TAG = re.compile(rb"<(?:(\w+):)?(?:worksheet|workbook|sst|styleSheet|Relationships)\b")
_TEXT = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")
_READING = re.compile(rb"<rPh\b.*?</rPh>", re.S)
_ITEM = re.compile(rb"<si\b(?:[^>]*/>|.*?</si>)", re.S)
_QUOTED = re.compile(rb"='([^'\"<>]*)'")
_REMARK = re.compile(rb"<!--.*?-->", re.S)
_APART = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.S)


@dataclass(frozen=True)
class SheetPart:
    """A sheet as the workbook lists it; `part` is None where the archive does not hold it."""

    name: str
    hidden: bool
    part: str | None


class Package:
    """An open workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}

    @cached_property
    def _book(self) -> str:
        top = self._relations("_rels/.rels", "")
        return next((target for kind, target in top.values() if kind == "officeDocument" and target in self._names),
                    "xl/workbook.xml")

    @cached_property
    def _links(self) -> dict[str, tuple[str, str]]:
        folder, _, name = self._book.rpartition("/")
        return self._relations(f"{folder}/_rels/{name}.rels", dirname(self._book))

    @cached_property
    def _listed(self) -> bytes:
        return self.whole(self._book)

    @cached_property
    def dates_1904(self) -> bool:
        """Whether days count from 1904."""
        return bool(re.search(rb'date1904="(1|true|on)"', self._listed))

    @property
    def has_list(self) -> bool:
        """Whether the part that lists the sheets is there."""
        return bool(self._listed)

    def sheet_tags(self) -> list[bytes]:
        """What the workbook says of each sheet, in its order."""
        return re.findall(rb"<sheet\b[^>]*>", self._listed)

    def sheets(self) -> Iterator[SheetPart]:
        """The sheets in their order, those of charts too."""
        for tag in self.sheet_tags():
            link, name = re.search(rb'\b\w+:id="([^"]+)"', tag), re.search(rb'\bname="([^"]*)"', tag)
            _, target = self._links.get(unescaped(link.group(1)) if link else "", ("", ""))
            hidden = b'state="hidden"' in tag or b'state="veryHidden"' in tag
            yield SheetPart(unescaped(name.group(1)) if name else "", hidden, target if target in self._names else None)

    def linked(self, number: str) -> str | None:
        """The part that a relation of the workbook names."""
        target = self._links.get(number, ("", ""))[1]
        return target if target in self._names else None

    def raw(self, name: str) -> bytes:
        """All bytes of a part, as they are. Raises KeyError where there is none."""
        return self._archive.read(self._names[name])

    @cached_property
    def strings_part(self) -> str:
        """Name of the part of shared texts, there or not."""
        return self._linked("sharedStrings", "xl/sharedstrings.xml")

    def strings(self) -> bytes:
        """The shared texts."""
        return self.whole(self.strings_part)

    def plain(self, name: str) -> Iterator[bytes]:
        """A part in UTF-8, in blocks of some megabytes; nothing where there is none."""
        if name in self._names:
            with self._archive.open(self._names[name]) as stream:
                yield from _in_utf8(iter(lambda: stream.read(CHUNK), b""))

    def size(self, name: str) -> int:
        """Bytes of a part as the archive states them."""
        return self._archive.getinfo(self._names[name]).file_size

    def styles(self) -> bytes:
        """The styles."""
        return self.whole(self._linked("styles", "xl/styles.xml"))

    def whole(self, name: str) -> bytes:
        """All of a part; empty where there is none."""
        return b"".join(self.blocks(name, b"")) if name in self._names else b""

    def blocks(self, name: str, end: bytes) -> Iterator[bytes]:
        """A part in blocks of some megabytes, each ending with this end tag (without prefix) but the last."""
        with self._archive.open(self._names[name]) as stream:
            yield from _usual_blocks(_in_utf8(iter(lambda: stream.read(CHUNK), b"")), end)

    def _linked(self, kind: str, usual: str) -> str:
        return next((target for one, target in self._links.values() if one == kind and target in self._names), usual)

    def _relations(self, part: str, folder: str) -> dict[str, tuple[str, str]]:
        """Id -> kind and target (lower case) of a part's relations."""
        found = {}
        for tag in re.findall(rb"<Relationship\b[^>]*>", self.whole(part.lower().lstrip("/"))):
            said = {name: re.search(rb"\b" + name + rb'="([^"]+)"', tag) for name in (b"Id", b"Type", b"Target")}
            number, kind, target = (unescaped(one.group(1)) if one else "" for one in said.values())
            target = target.replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found[number] = (kind.rsplit("/", 1)[-1], path.lower())
        return found


def _in_utf8(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """XML in UTF-16 as UTF-8; all other as it is."""
    first = next(blocks, b"")
    if b"\x00" not in first[:4]:
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from blocks
        return
    marked = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    name = "utf-16" if marked else "utf-16-be" if first[:1] == b"\x00" else "utf-16-le"
    decoder = codecs.getincrementaldecoder(name)("replace")
    yield decoder.decode(first).encode("utf-8", "replace")
    for block in blocks:
        yield decoder.decode(block).encode("utf-8", "replace")


def _usual_blocks(blocks: Iterator[bytes], end: bytes) -> Iterator[bytes]:
    """Blocks cut behind an end tag, without prefixes, remarks and CDATA, attributes in double quotation marks."""
    held = [next(blocks, b"")]
    tag = _TAG.search(held[0][:CHUNK // 16])
    prefix = tag.group(1) if tag else None
    mark = b"</" + (prefix + b":" if prefix else b"") + end + b">" if end else b""
    for block in blocks:
        place = held[-1].rfind(mark) if mark else -1
        if place >= 0:
            held[-1], rest = held[-1][:place + len(mark)], held[-1][place + len(mark):]
            yield _usual(b"".join(held), prefix)
            held = [rest + block]
        else:
            held.append(block)
    yield _usual(b"".join(held), prefix)


def _usual(xml: bytes, prefix: bytes | None) -> bytes:
    if prefix:
        xml = xml.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</")
    if b"<!--" in xml:
        xml = _REMARK.sub(b"", xml)
    if b"<![CDATA[" in xml:
        xml = _APART.sub(lambda found: escape(found.group(1).decode("utf-8", "replace")).encode(), xml)
    return _QUOTED.sub(rb'="\1"', xml) if b"='" in xml else xml


def unescaped(text: bytes) -> str:
    """The text that bytes of XML stand for: `A &amp; B` -> `A & B`."""
    plain = text.decode("utf-8", "replace")
    return unescape(plain) if "&" in plain else plain


def shared_texts(xml: bytes) -> list[str]:
    """The shared texts by their number."""
    return [runs_of(item.group()) for item in _ITEM.finditer(xml)]


def runs_of(xml: bytes) -> str:
    """The text of an item, its runs together, without readings."""
    return "".join(unescaped(part) for part in _TEXT.findall(_READING.sub(b"", xml) if b"<rPh" in xml else xml))
