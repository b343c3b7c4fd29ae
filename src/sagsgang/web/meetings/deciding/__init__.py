"""Decisions as they are made at a meeting: words, parts, votes, dissent, § 23, and what follows."""
