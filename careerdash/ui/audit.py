"""Parts of the page Settings that tell who may do what, and who did: roles and the audit log."""

from collections.abc import Sequence

import streamlit as st

from .. import access, formats
from ..ledger import audit
from ..ledger.entries import AuditEntry
from ..ledger.folder import DataFolder
from ..ledger.ledger import Ledger
from ..words import access as words
from ..words.audit import detail
from . import admission

LINES = 50


def holders() -> None:
    """Who has which role, as the access file says it."""
    found = admission.settings()
    if found is None:
        st.caption(words.ONE_USER)
        return
    if found.without_sign_in:
        st.caption(formats.plain(words.everybody(sorted(found.without_sign_in))))
        return
    st.caption(words.ROLES_FROM)
    st.table([_role(grant) for grant in found.grants], border="horizontal", hide_index=True, alt="Who has which role")


def _role(grant: access.Grant) -> dict[str, str]:
    return {"Role": formats.capital(grant.role),
            "Programs": formats.plain(formats.listed(grant.programs)) if grant.programs else "–",
            "Who": formats.plain(words.holders(sorted(grant.emails), grant.claim, sorted(grant.values)))}


def log() -> None:
    """The audit log, newest first, some lines at a time. For coordinators; nobody's page else holds it."""
    st.caption(words.LOG_HOLDS)
    if not Ledger.exists(DataFolder.default()):
        st.caption(words.NOTHING_DONE)
        return
    _, count = audit.page(admission.ledger(), 0)
    pages = max(1, -(-count // LINES))
    page = st.number_input(f"Page, of {formats.number(pages)}", 1, pages, key="audit_page") if pages > 1 else 1
    lines, _ = audit.page(admission.ledger(), LINES, (int(page) - 1) * LINES)
    if not lines:
        st.caption(words.NOTHING_DONE)
        return
    st.dataframe(_rows(lines), hide_index=True, alt="Audit log", key="audit_log")


def _rows(lines: Sequence[AuditEntry]) -> list[dict[str, str]]:
    return [{"When (UTC)": line.at.isoformat(" ", "minutes"), "Who": line.by or words.COMMAND_LINE,
             "What": words.action(line.action), "More": detail(line.action, line.detail)} for line in lines]
