"""What a pass is asked: a rule and its parameters, put together before anything is read.

Nothing here counts, so nothing of what counts has to be loaded for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, get_args

from graph.amplification.mapping import Column, Mapping
from graph.errors import PostsError

Rule = Literal["co-share", "CooRTweet", "follow", "forwards"]
RULES: tuple[Rule, ...] = get_args(Rule)
# The null models, explained where they are computed: in forwards.py and in significance.py.
DRAWN_FORWARDS = "drawn-forwards/2"
PERMUTED_CHANNELS = "permuted-channels/1"

ObjectKind = Literal["forward", "link", "text", "near-text", "repost", "reply", "claim"]
OBJECT_KINDS: tuple[ObjectKind, ...] = get_args(ObjectKind)

# The columns that hold each kind of object. A forward repeats text, links and all of another post,
# so it counts as a forward and as nothing else, as coordination-network-toolkit 1.5.2 has it.
# `repost` is that tool's word for a forward.
NEEDED_COLUMNS: dict[ObjectKind, tuple[Column, ...]] = {
    "forward": ("forward_of",),
    "repost": ("forward_of",),
    "link": ("links", "forward_of", "forward_from"),
    "text": ("text", "forward_of", "forward_from"),
    "near-text": ("text", "forward_of", "forward_from"),
    "reply": ("reply_to", "forward_of", "forward_from"),
    "claim": ("claims", "forward_of", "forward_from"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at, in words, and the columns of which one at least has to tell of it."""

    what: str
    columns: tuple[Column, ...]

    def names(self, mapping: Mapping) -> tuple[str, ...]:
        """What a mapping calls these columns in a file."""
        return tuple(name for column in self.columns for name in mapping.columns.get(column, ()))


FORWARDS = Subject("forward", ("forward_of", "forward_from"))


def subject_of(kind: ObjectKind) -> Subject:
    """An object that is shared as a subject; other columns it needs only say what is a forward."""
    return Subject(kind, NEEDED_COLUMNS[kind][:1])


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a pass is told; spans of time are in microseconds.

    `window` may only be None for "forwards", which then counts a forward of any age. `loops` are
    for "co-share" and "CooRTweet"; `min_participation`, `fast` and `percentile` are CooRTweet's
    alone, which knows no `significance`.
    """

    rule: Rule
    kind: ObjectKind
    window: int | None
    min_weight: int = 1
    loops: bool = False
    significance: bool = False
    min_participation: int = 2
    fast: int | None = None
    percentile: float = 0.5

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the posts table that the pass reads, beside id, channel and time."""
        return (
            ("forward_of", "forward_from") if self.rule == "forwards" else NEEDED_COLUMNS[self.kind]
        )

    @property
    def subject(self) -> Subject:
        """What the pass is about."""
        return FORWARDS if self.rule == "forwards" else subject_of(self.kind)

    def as_json(self) -> str:
        """The parameters that the rule looks at, as they are stored with its edges."""
        known: dict[str, object] = {
            "object": self.kind,
            "window_seconds": None if self.window is None else self.window / 1e6,
            "min_weight": self.min_weight,
        }
        if self.rule in ("co-share", "CooRTweet"):
            known["loops"] = self.loops
        if self.rule == "CooRTweet":
            known |= {
                "min_participation": self.min_participation,
                "fast_seconds": None if self.fast is None else self.fast / 1e6,
                "percentile": self.percentile,
            }
        if self.significance:
            known["null_model"] = DRAWN_FORWARDS if self.rule == "forwards" else PERMUTED_CHANNELS
        return json.dumps(known, sort_keys=True)


def parameters(
    rule: Rule, kind: ObjectKind | None, window: int | None, **more: object
) -> Parameters:
    """Parameters that fit together; without a kind, links, or forwards for the rule "forwards".

    Of `more`, None is what was not said. Raises PostsError.
    """
    kind = kind or ("forward" if rule == "forwards" else "link")
    said = {name: value for name, value in more.items() if value is not None}
    asked = Parameters(rule, kind, window, **said)  # type: ignore[arg-type]
    if rule == "forwards" and kind not in ("forward", "repost"):
        raise PostsError(
            f"The rule forwards is not about {kind}", remedy="Leave --object away, or use follow"
        )
    if window is None and rule != "forwards":
        raise PostsError(f"The rule {rule} needs a window", remedy="Add --window 60s")
    if rule == "CooRTweet" and asked.significance:
        raise PostsError("CooRTweet's rule knows no significance", remedy="Use --rule co-share")
    if asked.loops and rule in ("follow", "forwards"):
        raise PostsError(f"The rule {rule} has no loops", remedy="Leave --loops away")
    for name in ("min_participation", "fast", "percentile"):
        if name in said and rule != "CooRTweet":
            option = f"--{name.replace('_', '-')}"
            raise PostsError(
                f"The rule {rule} has no {name.replace('_', ' ')}",
                remedy=f"Leave {option} away, or use --rule CooRTweet",
            )
    return asked


def rule_named(name: str) -> Rule:
    """The rule of this name in any case. Raises PostsError."""
    for rule in RULES:
        if rule.casefold() == name.casefold():
            return rule
    raise PostsError(f"There is no rule {name!r}", remedy=f"Known: {', '.join(RULES)}")


def object_kind(name: str) -> ObjectKind:
    """The kind of object of this name. Raises PostsError."""
    for kind in OBJECT_KINDS:
        if kind == name:
            return kind
    raise PostsError(
        f"{name!r} is nothing that is shared", remedy=f"Known: {', '.join(OBJECT_KINDS)}"
    )
