"""Shares as a table: which channel put which object before the public when.

What an object is, the caller says: the post that was forwarded or answered, an address, a claim,
the text itself or a text nearly like it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from graph.amplification.asking import ObjectKind
from graph.amplification.posts import COLUMNS, Posts

NO_FORWARD = "forward_of IS NULL AND forward_from IS NULL"

# Everything Unicode calls white space. Texts are the same when they are in lower case, without
# @names and with single spaces: coordination-network-toolkit's rule for the co-tweet network.
_SPACE = (
    r"\t-\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
)
_NAMES, _SPACES = f"@[^{_SPACE}]*", f"[{_SPACE}]+"
SAME_TEXT = (
    f"nullif(trim(regexp_replace(regexp_replace(lower(text), '{_NAMES}', '', 'g'), "
    f"'{_SPACES}', ' ', 'g')), '')"
)
_OBJECTS: dict[ObjectKind, str] = {
    "forward": "forward_of",
    "repost": "forward_of",
    "link": "unnest(links)",
    "text": SAME_TEXT,
    "near-text": "'near:' || near_text",
    "reply": "reply_to",
    "claim": "unnest(claims)",
}


@dataclass(frozen=True, slots=True)
class ShareTable:
    """The temporary table `shares` (channel, post, time in microseconds, object, own), in numbers.

    `channel` indexes `names`, which is sorted, and `post` is the row of the posts table; `own` is
    where a post has itself as its object. `activity` is the number of posts of each channel that
    have any object. Where posts name `several` objects, one may share with another more than once.
    """

    posts: Posts
    names: tuple[str, ...]
    activity: tuple[int, ...]
    several: bool


@contextmanager
def share_table(posts: Posts, kind: ObjectKind, *, every: bool = False) -> Iterator[ShareTable]:
    """The shares of one kind of object, for as long as they are looked at.

    `every` keeps those of objects that one post alone has, and each time a post names one.
    """
    where = "" if kind in ("forward", "repost") else f"WHERE {NO_FORWARD}"
    if kind == "near-text":
        # It brings compiled code with it, which the other kinds need not wait for.
        from graph.amplification.neartext import near_texts

        near = near_texts(posts)
        posts.connection.register("near", {"post": near.post, "near_text": near.group})
        where = "JOIN near ON near.post = posts.rowid"
    several = _OBJECTS[kind].startswith("unnest")
    distinct = "DISTINCT" if several and not every else ""
    # What is only a column of the posts table is looked up there, and what is made is made once.
    held = "VIEW" if _OBJECTS[kind] in COLUMNS else "TABLE"
    posts.connection.execute(
        f"CREATE OR REPLACE TEMP {held} named AS FROM (SELECT {distinct} "
        f"posts.rowid AS post, channel, epoch_us(time) AS time, {_OBJECTS[kind]} AS object, "
        f"id = object AS own FROM posts {where}) WHERE object IS NOT NULL"
    )
    counted = "DISTINCT post" if several else "*"
    posts.connection.execute(
        f"CREATE OR REPLACE TEMP TABLE sharers AS SELECT channel, count({counted}) AS activity, "
        "row_number() OVER (ORDER BY channel) - 1 AS code FROM named GROUP BY channel"
    )
    posts.connection.execute(
        "CREATE OR REPLACE TEMP TABLE shares AS WITH shared AS "
        "(SELECT object, row_number() OVER (ORDER BY min(post), object) - 1 AS code FROM named "
        f"GROUP BY object HAVING count(*) > {0 if every else 1}) "
        "SELECT sharers.code::INTEGER AS channel, post::INTEGER AS post, time, "
        "shared.code::INTEGER AS object, own FROM named JOIN shared USING (object) "
        "JOIN sharers USING (channel)"
    )
    sharers = posts.rows("SELECT channel, activity FROM sharers ORDER BY code")
    posts.connection.execute(f"DROP {held} named; DROP TABLE sharers")
    names, activity = tuple(str(name) for name, _ in sharers), tuple(count for _, count in sharers)
    yield ShareTable(posts, names, activity, several)
    posts.connection.execute("DROP TABLE shares")
