"""Posts with nearly the same text: the Jaccard similarity of their sets of words.

A text's words are the runs of letters, digits and marks in it, in lower case, each once, without
@names and addresses. The similarity of two texts is the number of words in both over the number of
words in either. Texts of fewer than five different words count as near only where the words are the
same, since one word is too much of them.

Copies are found first and stand as one, then `setjoin` joins what is left, exactly. Groups are
chains: a text is near to another of its group, not to each, so that ten small edits in a row may
end far from where they began; the score of every link is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.amplification import setjoin
from graph.amplification.posts import Posts
from graph.amplification.windows import order_by

METHOD = "jaccard-words/1"
THRESHOLD = 0.8
MIN_WORDS = 5

_BARE = r"regexp_replace(lower(text), '@\S*|https?://\S*|www\.\S*', ' ', 'g')"
_WORDS = rf"list_distinct(regexp_extract_all({_BARE}, '[\p{{L}}\p{{N}}\p{{M}}]+'))"


@dataclass(frozen=True, slots=True)
class NearTexts:
    """Groups of posts, and the links that hold them together; posts are rows of the posts table.

    `post` and `group` are parallel: every post with a word, and the first post of its group. Links
    are parallel too: `left` before `right`, with the similarity; all of them at least the
    threshold, one fewer than a group has posts.
    """

    post: NDArray[np.int64]
    group: NDArray[np.int64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    score: NDArray[np.float64]


def near_texts(posts: Posts, *, threshold: float = THRESHOLD) -> NearTexts:
    """Group the posts that are no forwards by their texts."""
    found, starts, members, universe = _word_sets(posts)
    hashes = setjoin.hash_sets(starts, members)
    by_hash = np.argsort(hashes, kind="stable")
    copy_of = setjoin.find_copies(starts, members, by_hash, hashes)
    places = np.arange(len(copy_of))
    sizes = np.diff(starts)
    alone = np.flatnonzero((copy_of == places) & (sizes >= MIN_WORDS))
    order = alone[np.argsort(sizes[alone], kind="stable")].astype(np.int32)
    group, left, right, score = setjoin.join_sets(starts, members, order, universe, threshold)
    copies = np.flatnonzero(copy_of != places)
    left = np.concatenate((copy_of[copies], left))
    right = np.concatenate((copies, right))
    score = np.concatenate((np.ones(len(copies)), score))
    by_place = np.lexsort((right, left))
    return NearTexts(
        post=found,
        group=found[group[copy_of]],
        left=found[left[by_place]],
        right=found[right[by_place]],
        score=score[by_place],
    )


def _word_sets(
    posts: Posts,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32], int]:
    """Posts with words, where the words of each begin, the words as numbers, and how many."""
    posts.connection.execute(
        f"CREATE OR REPLACE TEMP TABLE words AS SELECT rowid AS post, unnest({_WORDS}) AS word "
        "FROM posts WHERE text IS NOT NULL AND forward_of IS NULL AND forward_from IS NULL"
    )
    # Rare words get low numbers, so that the members of a set begin with its rarest.
    posts.connection.execute(
        "CREATE OR REPLACE TEMP TABLE numbers AS SELECT word, "
        "(row_number() OVER (ORDER BY count(*), word) - 1)::INTEGER AS number "
        "FROM words GROUP BY word"
    )
    [(universe,)] = posts.rows("SELECT count(*) FROM numbers")
    arrays = posts.arrays(
        "SELECT post::INTEGER AS post, number FROM words JOIN numbers USING (word)"
    )
    posts.connection.execute("DROP TABLE words; DROP TABLE numbers")
    post = np.asarray(arrays["post"], dtype=np.int32)
    number = np.asarray(arrays["number"], dtype=np.int32)
    order, begins = order_by(post, number, int(post.max(initial=-1)) + 1, universe)
    there = np.flatnonzero(np.diff(begins))
    starts = np.concatenate((begins[there], begins[-1:]))
    return there.astype(np.int64), starts, number[order], universe
