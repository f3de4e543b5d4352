"""XML that every reader opens: articles may hold characters that XML cannot."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


_LINE_ENDS = str.maketrans({"\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"})


def sound(document: str) -> str:
    r"""A document as a serialiser wrote it, with the replacement character in place of what XML 1.0 forbids.

    What some readers take for a line end becomes a reference. Markup has none of these, so only text is changed.

    >>> sound("<a>\x00 \r</a>")
    '<a>\ufffd &#13;</a>'
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", document).translate(_LINE_ENDS)
