"""Downloads: made when they are clicked, for who is still let in then, and written into the audit log."""

from collections.abc import Callable

import streamlit as st

from ..ledger import audit
from . import admission
from .view import source, viewer

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_button(label: str, make: Callable[[], bytes], file_name: str, mime: str, *, key: str,
                    rows: int | None = None, icon: str = ":material/download:") -> None:
    """A button that makes a file on a click: Streamlit hands out files without asking for a cookie.

    The click comes without a run of the app, so that who is there is looked at again; the name of the file and the
    number of its rows go into the audit log, unless they are the demo's. Raises PermissionError at the click.
    """
    asked, present, shown = admission.visit(), viewer(), source()

    def made() -> bytes:
        if admission.judged(asked) != present:
            raise PermissionError("the sign-in does not hold any more")
        data = make()
        if shown is not None and not shown.demo:
            audit.record(admission.ledger(), present.name, "export", {"file": file_name, "rows": rows})
        return data

    st.download_button(label, made, file_name=file_name, mime=mime, icon=icon, on_click="ignore", key=key)
