"""The pages of a galley in inks: streams, forms, patterns, pictures, gradients."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, PdfImage, Stream

from tirage.bind.press.colours import Inks
from tirage.bind.press.painting import KNOCK, OVER, inked

_SPACES = {1: Name.DeviceGray, 4: Name.DeviceCMYK}


@dataclass
class Inker:
    """Changes pages to `inks`; what several pages share is changed once."""

    pdf: Pdf
    inks: Inks
    covering: set[tuple[int, int]] = field(default_factory=set)
    """Pictures with transparent parts that lie on something else than paper."""
    done: set[tuple[int, int]] = field(default_factory=set)

    def ink(self, page: Page) -> None:
        """Change `page` to inks."""
        page.contents_coalesce()
        self._paint(page.obj.Contents)
        self._resources(page.obj.Resources)
        if "/Group" in page.obj:
            del page.obj["/Group"]

    def _paint(self, stream: Object) -> None:
        painted = inked(stream.read_bytes(), self.inks)
        stream.write(zlib.compress(painted), filter=Name.FlateDecode)

    def _is_new(self, thing: Object) -> bool:
        new = not thing.is_indirect or thing.objgen not in self.done
        self.done.add(thing.objgen)
        return new

    def _resources(self, resources: Object) -> None:
        if not self._is_new(resources):
            return
        if self.inks.number == 4:
            _add_states(resources)
        for _, thing in sorted(resources.get("/XObject", {}).items()):
            if thing.Subtype == "/Image":
                self._picture(thing)
            elif self._is_new(thing):
                self._form(thing)
        for _, pattern in sorted(resources.get("/Pattern", {}).items()):
            if "/Shading" in pattern:
                self._gradient(pattern.Shading)
            elif self._is_new(pattern):
                self._form(pattern)
        for _, shading in sorted(resources.get("/Shading", {}).items()):
            self._gradient(shading)

    def _form(self, form: Object) -> None:
        self._paint(form)
        if "/Resources" in form:
            self._resources(form.Resources)
        if "/Group" in form:
            if _is_opaque(form):
                del form["/Group"]
            else:
                form.Group.CS = _SPACES[self.inks.number]

    def _picture(self, picture: Any) -> None:
        """Change a picture; one that is in inks and hides nothing stays as it is, byte for byte."""
        if not self._is_new(picture):
            return
        space = picture.get("/ColorSpace")
        if "/SMask" not in picture and (
            space == Name.DeviceGray or (space == Name.DeviceCMYK and self.inks.number == 4)
        ):
            return
        image = PdfImage(picture).as_pil_image()
        if "/SMask" in picture and picture.objgen not in self.covering:
            image = image.convert("RGB")
            image.putalpha(PdfImage(picture.SMask).as_pil_image().convert("L").resize(image.size))
            del picture["/SMask"]
        made = self.inks.picture(image)
        for key in ("/Decode", "/DecodeParms", "/Mask", "/Intent"):
            if key in picture:
                del picture[key]
        picture.ColorSpace = Name.DeviceGray if made.mode == "L" else Name.DeviceCMYK
        picture.BitsPerComponent = 8
        picture.write(zlib.compress(made.tobytes()), filter=Name.FlateDecode)

    def _gradient(self, shading: Object) -> None:
        """Change a gradient whose colours stand in functions (ISO 32000-1, 8.7.4.5)."""
        if not self._is_new(shading) or shading.get("/ColorSpace") != Name.DeviceRGB:
            return
        if _change(shading.get("/Function"), self.inks):
            shading.ColorSpace = _SPACES[self.inks.number]
            if "/Background" in shading:
                shading.Background = Array(self.inks.of_rgb([float(p) for p in shading.Background]))


def _add_states(resources: Object) -> None:
    """Let the states in which black is printed over what is there be known to a stream."""
    if "/ExtGState" not in resources:
        resources.ExtGState = Dictionary()
    states = resources.ExtGState
    states[f"/{OVER.decode()}"] = Dictionary(OP=True, op=True, OPM=1)
    states[f"/{KNOCK.decode()}"] = Dictionary(OP=False, op=False, OPM=1)


def _change(function: Any, inks: Inks) -> bool:
    """Change the colours of a function between two of them, or of several in a row (7.10.3, 7.10.4)."""
    match function.get("/FunctionType") if isinstance(function, Dictionary) else None:
        case 2 if len(function.get("/C0", ())) != 3:
            return True  # changed before, with another gradient
        case 2:
            for key in ("/C0", "/C1"):
                function[key] = Array(inks.of_rgb([float(part) for part in function[key]]))
            return True
        case 3:
            return all(_change(part, inks) for part in function.Functions)
        case _:
            return False


def _is_opaque(form: Any) -> bool:
    """Whether nothing in a form is transparent: the group around it then changes nothing."""
    resources = form.get("/Resources", {})
    for state in resources.get("/ExtGState", {}).values():
        if "/SMask" in state and state.SMask != Name.None_:
            return False
        if any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA")):
            return False
    return all(
        _is_opaque(thing)
        for thing in resources.get("/XObject", {}).values()
        if isinstance(thing, Stream) and thing.get("/Subtype") == "/Form"
    )
