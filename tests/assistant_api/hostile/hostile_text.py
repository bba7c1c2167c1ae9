"""Text that runs, loads or reckons something wherever a page, a spreadsheet or a template takes it for its own."""

import re
from zlib import crc32

SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula in a spreadsheet."""
RECKONED = "48313819"
"""What a template makes of the braces."""
_RUNS = (
    "</textarea></title></script><script data-hostile>__ran = 1</script>"
    "<img data-hostile src=x onerror='__ran = 2'><svg data-hostile onload='__ran = 3'></svg>"
    '<a data-hostile href="javascript:__ran = 4">x</a> javascript:__ran=5 '
    "' data-hostile onmouseover='__ran = 6' \" data-hostile onfocus=\"__ran = 7\" autofocus "
    "{{7919*6101}} ${7919*6101} {% print 7919*6101 %} <%= 7919*6101 %> &lt;b data-hostile&gt; \\u003cb data-hostile>"
)


def hostile(field):
    """The text for one field, whose name stands in it between brackets."""
    return f"{SIGNS[crc32(field.encode()) % len(SIGNS)]}⟦{field}⟧ {_RUNS} ⟦/{field}⟧"


def plain(text):
    """A text as it is read: white space is one space."""
    return re.sub(r"\s+", " ", text).strip()


def shown_in(text):
    """The fields whose text stands whole in what a page shows."""
    read = plain(text)
    named = set(re.findall(r"⟦([^/⟧][^⟧]*)⟧", read))
    return {field for field in named if any(plain(make(field)[1:]) in read for make in (hostile, without_braces))}


def without_braces(field):
    """The text for a field that takes no braces."""
    return hostile(field).translate({ord("{"): "(", ord("}"): ")"})


def poison(value, field, kept=frozenset()):
    """JSON with every text in it made hostile, but for what stands under a kept key."""
    if isinstance(value, str):
        return hostile(field)
    if isinstance(value, list):
        return [poison(one, field, kept) for one in value]
    if isinstance(value, dict):
        return {key: one if key in kept else poison(one, f"{field}.{key}", kept) for key, one in value.items()}
    return value
