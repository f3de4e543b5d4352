r"""Text that XML cannot hold. Articles may have such characters; an XML file with one of them opens nowhere.

Terms in N-Triples syntax write the lower ones as escapes ("\\u0000"), so those are looked for as well.
"""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u00(?:0[0-8bBcCeEfF]|1[0-9a-fA-F])|[bf])")


def fit_for_xml(text: str) -> str:
    r"""The text with the replacement character in place of what XML 1.0 forbids, also where it is escaped.

    >>> fit_for_xml("a\x00b"), fit_for_xml(r'"a\u0000b"')
    ('a\ufffdb', '"a\ufffdb"')
    """
    return _ESCAPED.sub("\\1\N{REPLACEMENT CHARACTER}", _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text))
