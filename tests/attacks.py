"""What a hostile article may hold, in every place that the page shows or that a script of it could stumble over."""

from __future__ import annotations

import dataclasses
import json

from conftest import Told, tell

from kg import rdf, told
from kg.model import Node

RUN = "window.hacked=1"
PAYLOADS = (
    # elements, and the ends of those that the page is made of
    f"<script>{RUN}</script>", f"</script><script>{RUN}</script>", f"</SCRIPT ><ScRiPt>{RUN}</sCrIpT>",
    f"<script\t>{RUN}</script\n>",
    f"<<script>{RUN}//<</script>", f"<scr<script>ipt>{RUN}</scr</script>ipt>", f"</style><script>{RUN}</script>",
    f"</title><script>{RUN}</script>", f"</h1><script>{RUN}</script>", f"</noscript><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>", f"--><script>{RUN}</script><!--", f"<!--<script>{RUN}",
    f"<!--<script>{RUN}</script>--!>",
    f"]]><script>{RUN}</script>", f"<![CDATA[<script>{RUN}</script>]]>", f"<?xml version=1?><script>{RUN}</script>",
    f"<script src=data:text/javascript,{RUN}></script>", f"<script type=module>{RUN}</script>",
    f"<noembed><img src=x onerror={RUN}></noembed>",
    # events of elements
    f"<img src=x onerror={RUN}>", f"<img/src/onerror={RUN}>", f"<svg onload={RUN}>", f'"><img src=x onerror="{RUN}">',
    f"'><svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mi xlink:href=javascript:{RUN}>x</mi></math>",
    f"<body onload={RUN}>", f"<details open ontoggle={RUN}>", f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<input autofocus onfocus={RUN}>", f"<marquee onstart={RUN}>", f"<b title=href onmouseover={RUN}>href</b>",
    f"\" onfocus=\"{RUN}\" autofocus=\"",
    f"<table background=javascript:{RUN}>", f"<div style=\"background:url(javascript:{RUN})\">",
    f"<style>@import 'javascript:{RUN}';</style>",
    # frames, forms, and what points elsewhere
    f"<iframe srcdoc=\"<script>parent.{RUN}</script>\">", f"<iframe src=javascript:{RUN}>",
    f"<object data=javascript:{RUN}>", f"<embed src=javascript:{RUN}>",
    f"<meta http-equiv=refresh content=\"0;url=javascript:{RUN}\">", "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=https://evil.example>", f"<a href=\"javascript:{RUN}\">href</a>",
    f"<a href=\"java\tscript:{RUN}\">href</a>", f"javascript:{RUN}",
    "<img src=https://evil.example/x.png>", "<link rel=prefetch href=https://evil.example/>",
    # scripts, templates, JSON
    f"${{{RUN}}}", f"`;{RUN};`", f"{{{{ {RUN} }}}}", f"{{% if 1 %}}{RUN}{{% endif %}}", "{{ config.items() }}",
    "{who} {n} {names}", f"\\\"}}];{RUN};//", f"';{RUN};//",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e", f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"%3Cscript%3E{RUN}%3C/script%3E", f"\u2028{RUN}\u2029",
    # names that objects have already, and letters that are no letters
    "__proto__", "constructor", "toString", "hasOwnProperty", "\u202eevil\u202c", f"\x00<script>{RUN}</script>",
    "\ufeff\u200b\u00ad", "a\u0300\u0301\u0302" * 40, "😀" * 30,
    # formulas of spreadsheets
    "=HYPERLINK(\"https://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1,1)", "\t=1+1", "\r=1+1",
    "a\",\"b\n=1+1",
    "x" * 3000,
)
ADDRESSES = (
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f"data:text/html,<script>{RUN}</script>", f" javascript:{RUN}",
    f"java\tscript:{RUN}", f"\x01javascript:{RUN}", "//evil.example/", "file:///etc/passwd", "vbscript:x", f"blob:{RUN}",
    f"https://fine.example/\"onclick=\"{RUN}",
    f"https://fine.example/#<script>{RUN}</script>",
)
SLUGS = ("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", f"javascript:{RUN}",
         "%3Cscript%3E", f"';{RUN};//", f"({RUN})", "x'onclick='", "&lt;img&gt;", "*", "..", "a&node=b")


def attack(number: int) -> told.Told:
    """An article whose every text is a payload: names, quote, trigger, title, publisher, date, address, and ids."""
    words = PAYLOADS[number % len(PAYLOADS)].replace("\x00", "\x01")
    text = f"{words} founded {words}, said {words}"
    nodes = (Node("P1", "Platform", name=words), Node("B1", "Person", name=words, place=5),
             Node("C1", "Organization", name=words, place=6),
             Node("G1", "Group", name=words, type=words), Node("L1", "LegalAction", name=words, type="lawsuit", place=7),
             Node("O1", "Outcome", name=words, type="fine", place=8),
             Node("harm:grooming", "Harm", name="grooming", type="grooming"))
    said: dict[str, object] = {"words": f"founded {words}", "by": "B1"}
    claims: list[Told] = [
        ("P1", "founder", "B1", "alleged", said), ("P1", "operator", "C1", "asserted", said),
        ("L1", "defendant", "P1", "asserted", said),
        ("L1", "outcome", "O1", "hypothetical", said), ("P1", "reportedHarm", "harm:grooming", "denied", said)]
    made = rdf.quads(tell(text, nodes, claims, key=f"{number}", publisher=words, title=words, published=words))
    url = (made.graph, "<https://schema.org/url>", json.dumps(ADDRESSES[number % len(ADDRESSES)]))
    hostile = dataclasses.replace(made, own=tuple(sorted({*made.own, url})))
    return _renamed(hostile, SLUGS[number]) if number < len(SLUGS) else hostile


def _renamed(made: told.Told, slug: str) -> told.Told:
    """The same with a platform whose id is hostile."""
    things = tuple(dataclasses.replace(thing, name=f"platform:{slug}") if thing.node == "P1" else thing for thing in made.things)
    return dataclasses.replace(made, things=things)
