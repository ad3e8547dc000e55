"""``python -m articlelens`` and the console script."""

import gc
import signal
import sys
from types import FrameType

from articlelens.threads import single_threaded


def main() -> None:
    """Runs the command line and exits with its code."""
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:  # not so under nohup
        signal.signal(signal.SIGHUP, _stop)
    single_threaded()
    try:
        from articlelens.cli import run

        code = run()
    except KeyboardInterrupt:  # before anything was begun
        code = 130
    gc.freeze()  # else Python takes the model apart, object by object, before it ends: a quarter of a second
    sys.exit(code)


def _stop(number: int, _frame: FrameType | None) -> None:
    """Ends as an interrupt does, with what is finished kept, but with the code that shells give to the signal."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
