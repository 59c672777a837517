#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets: seeds.py FOLDER makes FOLDER/TARGET/… of tests/hostile, tests/formats and seeds."""

import io
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENDINGS = {
    "plain": "txt text", "markdown": "md markdown", "html": "html htm xhtml", "mail": "eml mht", "feed": "rss atom",
    "table": "csv tsv", "json_lines": "jsonl ndjson", "archive": "zip docx epub",
}
LIMIT = 64 << 10


def hostile():
    """Name and bytes of every case that needs no archive to be made, and of the archives."""
    for case in tomllib.loads((ROOT / "tests/hostile/cases.toml").read_text())["case"]:
        if "entries" in case:
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text, times in case["entries"]:
                    archive.writestr(name, text * min(times, 1000))
            data = made.getvalue()
        else:
            parts = (text * min(times, 200) for text, times in case.get("parts", []))
            data = "".join(parts).encode() + bytes.fromhex(case.get("bytes", ""))
        yield case["name"], data[: case.get("cut", LIMIT)]


def kept():
    """Articles in every format, the seeds, and rule files."""
    for folder in ("tests/formats", "seeds"):
        for file in sorted((ROOT / folder).iterdir()):
            if file.is_file():
                yield file.name, file.read_bytes()


def inner(name, data, wanted):
    """The entries of the archive `data` whose names hold one of `wanted`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [archive.read(entry) for entry in archive.namelist() if any(part in entry for part in wanted)]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return []


def main(folder):
    count = 0

    def put(target, data):
        nonlocal count
        count += 1
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / f"seed-{count:05}").write_bytes(data[:LIMIT])

    texts = []
    for name, data in [*hostile(), *kept()]:
        ending = name.rsplit(".", 1)[-1]
        for target, endings in ENDINGS.items():
            if ending in endings.split():
                put(target, data)
        if ending in ("html", "htm"):
            put("fragment", data)
        if ending == "toml":
            put("config", data)
        for part in inner(name, data, ["document.xml"]) if ending == "docx" else []:
            put("docx", part)
        for part in inner(name, data, [".opf", ".xhtml"]) if ending == "epub" else []:
            put("epub", part)
        if ending in ("txt", "md"):
            texts.append(data)
            put("text", data)
            put("mention", data[:2048])
        put("formats", bytes([sum(name.encode()) % 256]) + data[:4096])
    for one, other in zip(texts, texts[1:]):
        put("check", one[:2048] + other[:2048])
    for file in [ROOT / "crosscheck.toml", *sorted((ROOT / "tests").rglob("crosscheck.toml"))]:
        put("config", file.read_bytes())
    for file in sorted((ROOT / "rules").rglob("*.toml")):
        put("pack", file.read_bytes()[:8192])


main(Path(sys.argv[1]))
