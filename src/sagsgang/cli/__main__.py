"""Runs the command line interface: `python -m sagsgang.cli`."""

import sys

from sagsgang.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
