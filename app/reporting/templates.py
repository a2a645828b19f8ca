"""The templates of reports in assets/reports, and what fills them; whatever a name holds stays a name."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

import assets
from app.reporting import picture
from app.theme.colours import DARK, LIGHT, Colours

if TYPE_CHECKING:
    from app.reporting.entry import Clip
    from app.reporting.page import Page

_FIELD = {"width": picture.WIDTH, "height": picture.HEIGHT, "top": picture.TOP, "bottom": picture.BOTTOM}
_LINES = {"names": picture.NAMES, "axis": picture.AXIS}


@cache
def environment() -> Environment:
    """Everything that is filled in is escaped, in every template."""
    made = Environment(loader=FunctionLoader(_text), autoescape=True, undefined=StrictUndefined)
    made.filters["svg"] = _on_the_page
    made.filters["data"] = _data
    return made


def page_style() -> Markup:
    """Of the page and the pictures in it; light or dark as the reader's system is."""
    variables = Colours(*(f"var(--{name})" for name in asdict(LIGHT)))
    styles = _styled("report.css", light=asdict(LIGHT).items(), dark=asdict(DARK).items()), _picture_style(variables)
    return Markup("\n").join(styles)


def on_paper(page: Page) -> str:
    """The picture by itself, as a file would have it: light, with its style in it."""
    return _drawn(page, _picture_style(LIGHT))


def _on_the_page(page: Page) -> Markup:
    return Markup(_drawn(page, Markup()))  # noqa: S704 - the template has escaped what is in it


def _drawn(page: Page, style: Markup) -> str:
    template = environment().get_template("timeline.svg")
    return template.render(picture=page.picture, label=page.label, style=style, **_FIELD, **_LINES)


def _picture_style(colours: Colours) -> Markup:
    return _styled("timeline.css", c=colours)


def _styled(name: str, **values: object) -> Markup:
    return Markup(environment().get_template(name).render(**values))  # noqa: S704 - ours, and our colours


def _data(clip: Clip) -> Markup:
    """Sound as an address that needs no file and no network."""
    return Markup(f"data:{clip.kind};base64,{b64encode(clip.data).decode()}")  # noqa: S704 - letters and digits


def _text(name: str) -> str:
    return files(assets).joinpath("reports", name).read_text(encoding="utf-8")
