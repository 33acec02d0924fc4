"""A worker without an engine: it does what its jobs say."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from tirage.typeset.pool import serve

COMMAND = (sys.executable, "-c", "from tests.typeset.toys import main; main()")
ENVIRONMENT = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def main() -> None:
    """Serve the parent; without a socket that works, die at once."""
    if "TOY_BROKEN" in os.environ:
        sys.exit("the toy is broken")
    serve(int(sys.argv[1]), answer)


def answer(job: bytes) -> tuple[bytes, bool]:
    """Sleep, say, die or doubt, as told."""
    verb, _, rest = job.decode().partition(" ")
    match verb:
        case "sleep":
            time.sleep(float(rest))
        case "die":
            print("last words", file=sys.stderr, flush=True)
            os.kill(os.getpid(), int(rest))
        case "die-once":
            if not Path(rest).exists():
                Path(rest).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "pid":
            return str(os.getpid()).encode(), True
        case "environment":
            return ",".join(sorted(os.environ)).encode(), True
    return rest.encode(), verb != "doubt"
