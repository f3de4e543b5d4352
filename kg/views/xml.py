"""XML that every reader opens: articles may hold characters that XML cannot."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def sound(document: str) -> str:
    r"""A document as a serialiser wrote it, with the replacement character in place of what XML 1.0 forbids.

    A carriage return becomes a reference, for readers take a bare one for a line end. Markup has none of these, so
    only text is changed.

    >>> sound("<a>\x00 \r</a>")
    '<a>\ufffd &#13;</a>'
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", document).replace("\r", "&#13;")
