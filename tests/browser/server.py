"""A real server of the dashboard on a free port, and programs run beside it on the same data folder."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0


@dataclass(frozen=True)
class Site:
    """A server at work: its address, its data folder and its process."""

    url: str
    data: Path
    pid: int = 0

    def command(self, *arguments: str) -> str:
        """Runs `python -m careerdash ...` on the server's data folder; its standard output. Raises on a failure."""
        return command(self.data, *arguments)


def command(data: Path, *arguments: str) -> str:
    """Runs `python -m careerdash ...` on a data folder; its standard output. Raises on a failure."""
    run = subprocess.run(
        [sys.executable, "-m", "careerdash", *arguments],
        cwd=ROOT, env=environment(data), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert run.returncode == 0, f"careerdash {' '.join(arguments)}: {run.stdout}{run.stderr}"
    return run.stdout


def environment(data: Path) -> dict[str, str]:
    """This process's environment with another data folder, and without settings that change the app."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAREERDASH_", "STREAMLIT_"))}
    return {**kept, "CAREERDASH_DATA": str(data), "PYTHONUNBUFFERED": "1"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _die_with_parent() -> None:
    """In the child: ends with the tests even where they are killed. Linux only; elsewhere nothing happens."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


@contextlib.contextmanager
def serve(data: Path, log: Path, options: Sequence[str] = ()) -> Iterator[Site]:
    """Starts the dashboard as `make run` does and ends it, with all its children, whatever happens."""
    port = free_port()
    arguments = [
        sys.executable, "-m", "careerdash.ui.serve", "--server.address", "127.0.0.1", "--server.port", str(port),
        "--server.headless", "true", *options,
    ]  # fmt: skip
    with log.open("wb") as output:
        process = subprocess.Popen(
            arguments, cwd=ROOT, env=environment(data), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True, preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )  # fmt: skip
        try:
            _wait(process, f"http://127.0.0.1:{port}/_stcore/health", log)
            yield Site(f"http://127.0.0.1:{port}", data, process.pid)
        finally:
            _end(process)


def _wait(process: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=1) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{log.read_text(errors='replace')[-4000:]}")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the server and what it started: its process group, first asked, then killed."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
