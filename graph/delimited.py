"""Tables of delimited text: what parts their fields, and how long a field may be."""

from __future__ import annotations

import csv
import re

_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'(?:^|(?<=[,;\t|]))"(?:[^"]|"")*(?:"|$)')


def delimiter_of(header: str) -> str:
    """The mark that parts the names in a table's first line: of the usual ones the most frequent.

    What stands in quotation marks parts nothing.

    >>> delimiter_of("id;channel;time, UTC"), delimiter_of('"id","a;b;c"')
    (';', ',')
    """
    return max(_DELIMITERS, key=_QUOTED.sub("", header).count)


def admit_fields(characters: int) -> None:
    """Let Python's csv module read fields of so many characters.

    Its limit is one for the process, so it is raised and never lowered.
    """
    csv.field_size_limit(max(csv.field_size_limit(), characters))
