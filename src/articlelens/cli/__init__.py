"""The command line: Click, and no logic."""
