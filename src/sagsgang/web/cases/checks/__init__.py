"""The checks beside the text as one writes: the case as minutes, its findings, those set aside."""
