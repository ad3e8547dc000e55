"""``python -m articlelens`` and the console script."""

import sys


def main() -> None:
    """Runs the command line and exits with its code."""
    from articlelens.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
