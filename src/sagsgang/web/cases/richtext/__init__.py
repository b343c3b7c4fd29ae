"""The text of a section as HTML: what may stand in it, what a paste becomes, and what it says."""
