"""Who is answered and which pages they have."""

import pytest

from careerdash.access import PAGES, Viewer, local_viewer, pages_for, refusal


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:8501", "LOCALHOST:80", "[::1]:8501"])
def test_this_machine_is_answered(host: str) -> None:
    assert refusal({"Host": host, "User-Agent": "x"}) is None


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8501", "10.0.0.4:8501", "", "127.0.0.2",
     "localhost@evil.example", "[::1].evil.example"],
)  # fmt: skip
def test_any_other_name_is_refused_with_a_sentence(host: str) -> None:
    said = refusal({"Host": host})
    assert said is not None
    assert said.endswith(".")


def test_a_request_without_host_is_refused() -> None:
    assert refusal({"User-Agent": "x"}) is not None


@pytest.mark.parametrize("header", ["X-Forwarded-For", "forwarded", "X-Real-IP", "Via", "x-forwarded-host"])
def test_a_proxy_is_refused_even_with_the_right_host(header: str) -> None:
    said = refusal({"Host": "localhost:8501", header: "127.0.0.1"})
    assert said is not None
    assert "proxy" in said


def test_another_computer_is_refused_whatever_it_sends() -> None:
    assert refusal({"Host": "localhost:8501"}, away=True) is not None
    assert refusal({}, away=True) is not None


def test_a_coordinator_has_all_pages_and_the_others_have_fewer() -> None:
    assert [page.key for page in pages_for(local_viewer())] == [page.key for page in PAGES]
    others = {page.key for page in pages_for(Viewer("program coordinator", "p", ("Alpha",)))}
    assert "imports" not in others
    assert "overview" in others
    assert [page.key for page in pages_for(Viewer("leadership", "l"))] == ["summary", "outcomes", "definitions"]


def test_page_keys_and_files_are_unique_and_in_sub_folders() -> None:
    assert len({page.key for page in PAGES}) == len({page.path for page in PAGES}) == len(PAGES)
    assert all(page.path.count("/") == 2 for page in PAGES)
